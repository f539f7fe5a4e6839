import type { Parked } from '@/lib/search/engine-status'
import { momentOf } from '../dates'
import { DataTable } from '../ui/data-table'

type Props = { documents: Parked[] }

/** What the search server would not take, why, and when it is tried again. */
export function RefusedDocuments({ documents }: Props) {
  const rows = documents.map(({ id, title, why, next }) => ({
    key: id,
    cells: [title, id, why, next ? momentOf(next) : 'When it changes'],
  }))
  return (
    <DataTable
      caption="Documents that the search server refused"
      hideCaption
      columns={[
        { label: 'Title' },
        { label: 'Document' },
        { label: 'Reason' },
        { label: 'Tried again', nowrap: true },
      ]}
      rows={rows}
    />
  )
}
