import { storyHistoryPath, storyVersionPath } from '@/lib/stories/paths'
import type { Author } from '@/lib/users/names'
import { Authors } from '../case-studies/side'
import { dayOf } from '../dates'

type Props = { page: { id: number; slug: string; number: number; changedAt: string }; authors: Author[] }

/** Who wrote the story, and which version this is. */
export function StoryWritten({ page, authors }: Props) {
  return (
    <p className="section tight small">
      Written by <Authors authors={authors} />.{' '}
      <a href={storyVersionPath(page, page.number)}>Version {page.number}</a>, {dayOf(page.changedAt)}.{' '}
      <a href={storyHistoryPath(page)}>See what changed</a>
    </p>
  )
}
