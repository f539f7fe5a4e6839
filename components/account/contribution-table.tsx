import { submissionPath } from '@/lib/review/paths'
import type { SubmissionRow } from '@/lib/review/queries'
import { dayOf } from '../dates'
import { SubmissionState } from '../review/submission-state'
import { DataTable } from '../ui/data-table'

const columns = [
  { label: 'Title' },
  { label: 'What' },
  { label: 'Sent', nowrap: true },
  { label: 'State' },
  { label: 'What the moderator wrote' },
]

/** What a person sent in for review, with its state and the reason given. */
export function ContributionTable({ rows }: { rows: SubmissionRow[] }) {
  return (
    <DataTable
      caption="Contributions that went to a moderator, the newest first"
      hideCaption
      columns={columns}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <a key="title" href={submissionPath(row.id)}>
            {row.title}
          </a>,
          whatOf(row),
          <time key="sent" dateTime={row.createdAt}>
            {dayOf(row.createdAt)}
          </time>,
          <SubmissionState key="state" state={row.state} />,
          row.reason || (row.state === 'waiting' ? 'Not read yet' : 'No note'),
        ],
      }))}
    />
  )
}

function whatOf({ kind, isNew }: SubmissionRow): string {
  const noun = kind === 'story' ? 'change story' : 'case study'
  return isNew ? `New ${noun}` : `Change to a ${noun}`
}
