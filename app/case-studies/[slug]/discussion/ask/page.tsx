import '@/app/styles/working.css'
import { AskPage, discussionMetadata } from '@/app/_shared/discussion-page'
import { talk } from '../talk'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = ({ params }: Props) => discussionMetadata(talk, params)

export default function Ask({ params }: Props) {
  return <AskPage talk={talk} params={params} />
}
