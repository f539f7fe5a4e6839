import { submissionPath } from '@/lib/review/paths'
import type { SubmissionRow } from '@/lib/review/queries'
import { dayOf, momentOf } from '../dates'
import { DataTable } from '../ui/data-table'
import { SubmissionState } from './submission-state'

const KINDS = { case_study: 'Case study', story: 'Change story' }
const common = [{ label: 'Title' }, { label: 'Kind' }, { label: 'From' }, { label: 'Note' }]

/** What waits for a moderator, the oldest first. */
export function WaitingTable({ rows }: { rows: SubmissionRow[] }) {
  return (
    <DataTable
      caption="Contributions that wait, the oldest first"
      hideCaption
      columns={[...common, { label: 'Sent', nowrap: true }]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          ...commonCells(row),
          <time key="sent" dateTime={row.createdAt}>
            {momentOf(row.createdAt)}
          </time>,
        ],
      }))}
    />
  )
}

/** What was decided, the newest first. */
export function DecidedTable({ rows }: { rows: SubmissionRow[] }) {
  return (
    <DataTable
      caption="Contributions that were decided, the newest first"
      hideCaption
      columns={[...common, { label: 'Decision' }, { label: 'By' }]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [...commonCells(row), <SubmissionState key="state" state={row.state} />, decidedBy(row)],
      }))}
    />
  )
}

function commonCells(row: SubmissionRow) {
  return [
    <a key="title" href={submissionPath(row.id)}>
      {row.title}
    </a>,
    `${KINDS[row.kind]}, ${row.isNew ? 'new' : 'change'}`,
    contributorName(row),
    row.note || 'No note',
  ]
}

export function contributorName({ contributor: { name, demonstration } }: SubmissionRow): string {
  return demonstration ? `${name} (demonstration account)` : name
}

function decidedBy({ decidedBy, decidedAt }: SubmissionRow): string {
  return [decidedBy ?? 'A former member', decidedAt ? dayOf(decidedAt) : ''].filter(Boolean).join(', ')
}
