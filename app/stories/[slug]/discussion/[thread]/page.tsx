import '@/app/styles/working.css'
import { discussionMetadata, ThreadPage } from '@/app/_shared/discussion-page'
import { talk } from '../talk'

type Props = {
  params: Promise<{ slug: string; thread: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = ({ params }: Props) => discussionMetadata(talk, params)

export default function Thread({ params, searchParams }: Props) {
  return <ThreadPage talk={talk} params={params} search={searchParams} />
}
