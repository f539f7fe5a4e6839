import type { SubmissionView } from '@/lib/review/queries'
import { Note } from '../ui/note'

type Props = { submission: SubmissionView; own: boolean; reviewer: boolean }

/** Where a contribution stands and what that means for whoever is reading. */
export function StateNote({ submission, own, reviewer }: Props) {
  const { state, base, head, decidedBy } = submission
  if (state === 'accepted')
    return (
      <Note
        kind="success"
        title={`Accepted by ${decidedBy ?? 'a former member'} and published under its author’s name`}
      />
    )
  if (state === 'declined')
    return (
      <Note kind="info" title={`Declined by ${decidedBy ?? 'a former member'}`}>
        <p>
          {own ? 'The reason is below. You can change your text and send it again.' : 'The reason is below.'}
        </p>
      </Note>
    )
  if (base !== null && head && head.number !== base) return <Stale base={base} now={head.number} own={own} />
  return own ? <OwnWaiting reviewer={reviewer} /> : null
}

function OwnWaiting({ reviewer }: { reviewer: boolean }) {
  return (
    <Note kind="info" title="A moderator has not read this yet">
      <p>
        {reviewer
          ? 'It is your own, so somebody else decides on it.'
          : 'You see here what they decide, with the reason. Nothing more is needed from you.'}
      </p>
    </Note>
  )
}

function Stale({ base, now, own }: { base: number; now: number; own: boolean }) {
  return (
    <Note title="The page has changed since this was written">
      <p>
        It was written on version {base}, and the page is now at version {now}. It cannot be published as it
        stands.{' '}
        {own
          ? 'Edit the page as it is now and send your change again.'
          : 'Decline it, and ask its author to make the change again on the page as it is now.'}
      </p>
    </Note>
  )
}
