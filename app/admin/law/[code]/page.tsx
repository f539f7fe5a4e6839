import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { adminLawPath, editLawPath } from '@/lib/legal/paths'
import { EntryPage } from '../entry-page'

type Props = { params: Promise<{ code: string }> }

export const metadata = pageMetadata({ title: 'Edit a law', path: adminLawPath, hidden: true })

export default async function EditLawPage({ params }: Props) {
  const code = (await params).code.toUpperCase()
  return <EntryPage path={editLawPath(code)} code={code} />
}
