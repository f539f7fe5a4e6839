import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { newLawPath } from '@/lib/legal/paths'
import { EntryPage } from '../entry-page'

export const metadata = pageMetadata({ title: 'Add a law', path: newLawPath, hidden: true })

export default function NewLawPage() {
  return <EntryPage path={newLawPath} code={null} />
}
