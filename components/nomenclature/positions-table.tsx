import type { Position } from '@/lib/nomenclature/queries'
import { STANCES } from '@/lib/nomenclature/vocabulary'
import { organisationPath } from '@/lib/organisations/paths'
import { dayOf } from '../dates'
import { DataTable } from '../ui/data-table'

/** How each public body stands, with its reason. */
export function PositionsTable({ positions }: { positions: Position[] }) {
  if (positions.length === 0) return <p>No public body has taken a position.</p>
  return (
    <DataTable
      caption="Positions of public bodies"
      hideCaption
      columns={[{ label: 'Public body' }, { label: 'Position' }, { label: 'Reason' }, { label: 'Taken' }]}
      rows={positions.map(({ organisation, stance, reason, by, takenAt }) => ({
        key: String(organisation.id),
        cells: [
          <a key="body" href={organisationPath(organisation)}>
            {organisation.name}
          </a>,
          STANCES[stance],
          <span key="reason" className="said">
            {reason}
          </span>,
          `${dayOf(takenAt)}, by ${by.name}`,
        ],
      }))}
    />
  )
}
