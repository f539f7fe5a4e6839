import type { SubmissionView } from '@/lib/review/queries'
import { momentOf } from '../dates'
import { SummaryList } from '../ui/summary-list'
import { contributorName } from './queue-table'
import { SubmissionState } from './submission-state'

type Props = { submission: SubmissionView; pagePath: string | null }

/** Who sent what, when and why, and where it stands. */
export function SubmissionHead({ submission, pagePath }: Props) {
  const { kind, isNew, note, createdAt, state, reason, decidedBy, decidedAt, head, base } = submission
  const noun = kind === 'story' ? 'change story' : 'case study'
  const rows = [
    { term: 'What', value: isNew ? `A new ${noun}` : `A change to version ${base} of a ${noun}` },
    { term: 'From', value: contributorName(submission) },
    { term: 'Sent', value: <time dateTime={createdAt}>{momentOf(createdAt)}</time> },
    { term: 'Note', value: note || 'No note' },
    { term: 'State', value: <SubmissionState state={state} /> },
  ]
  if (decidedAt)
    rows.push({ term: 'Decided', value: `${decidedBy ?? 'A former member'}, ${momentOf(decidedAt)}` })
  if (decidedAt) rows.push({ term: 'Reason', value: reason || 'No note' })
  if (head && pagePath)
    rows.push({ term: 'Page', value: <a href={pagePath}>The page as it is now, version {head.number}</a> })
  return <SummaryList rows={rows} />
}
