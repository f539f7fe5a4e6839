import type { OpenReview } from '@/lib/review/requests'
import { partialDateOf } from '../dates'
import { peopleNamed } from './request-words'

/** Who is looking at the page until when. me.js hides a line whose day has passed since the page was made. */
export function RequestNote({ reviews, href }: { reviews: OpenReview[]; href: string }) {
  return reviews.map(({ id, dueOn, names }) => (
    <p key={id} className="in-review ui" data-until={dueOn}>
      In review until <time dateTime={dueOn}>{partialDateOf(dueOn)}</time>, by {peopleNamed(names)}.{' '}
      <a href={href}>Take part in the discussion</a>
    </p>
  ))
}
