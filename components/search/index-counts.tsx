import type { EngineStatus } from '@/lib/search/engine-status'
import { KINDS } from '@/lib/search/vocabulary'
import { DataTable } from '../ui/data-table'

type Props = { status: EngineStatus }

/** How many things of each kind can be found. */
export function IndexCounts({ status: { kinds, settings } }: Props) {
  const total = kinds.reduce((sum, { documents }) => sum + documents, 0)
  const rows = kinds.map(({ kind, documents }) => ({
    key: kind,
    cells: [KINDS[kind], documents.toLocaleString('en-GB')],
  }))
  return (
    <div className="index-counts">
      <DataTable
        caption="Things that can be found, by kind"
        hideCaption
        columns={[{ label: 'Kind' }, { label: 'In the index', number: true }]}
        rows={[...rows, { key: 'all', cells: ['All', total.toLocaleString('en-GB')] }]}
      />
      <p className="small quiet">
        Version of the search settings: <span className="nowrap">{settings}</span>
      </p>
    </div>
  )
}
