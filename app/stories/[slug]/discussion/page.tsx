import '@/app/styles/working.css'
import { DiscussionPage, discussionMetadata } from '@/app/_shared/discussion-page'
import { talk } from './talk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = ({ params }: Props) => discussionMetadata(talk, params)

export default function Discussion({ params, searchParams }: Props) {
  return <DiscussionPage talk={talk} params={params} search={searchParams} />
}
