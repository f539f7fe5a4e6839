import { withdrawPath } from '@/lib/pages/paths'
import type { WithdrawnRow } from '@/lib/pages/queries'
import { dayOf } from '../dates'
import { DataTable } from '../ui/data-table'

const KINDS = { case_study: 'Case study', story: 'Change story' }

/** What moderators have taken away, with the way to read it and bring it back. */
export function WithdrawnTable({ rows }: { rows: WithdrawnRow[] }) {
  return (
    <DataTable
      caption="Withdrawn pages, the newest first"
      hideCaption
      columns={[
        { label: 'Title' },
        { label: 'Kind' },
        { label: 'Why' },
        { label: 'By' },
        { label: 'Since', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <a key="title" href={withdrawPath(row)}>
            {row.title}
          </a>,
          KINDS[row.kind],
          row.reason,
          row.by,
          <time key="since" dateTime={row.at}>
            {dayOf(row.at)}
          </time>,
        ],
      }))}
    />
  )
}
