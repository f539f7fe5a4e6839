import { organisationPath } from '@/lib/organisations/paths'
import { DataTable } from '../ui/data-table'
import { typeName } from './type-name'

type Listed = {
  id: number
  slug: string
  name: string
  type: string
  region: string
  status: string
  caseStudies: number
}

const columns = [
  { label: 'Name' },
  { label: 'Kind' },
  { label: 'Region' },
  { label: 'Case studies', number: true },
]

/** One page of the directory. */
export function DirectoryTable({ rows }: { rows: Listed[] }) {
  return (
    <DataTable
      caption="Organisations by name"
      hideCaption
      columns={columns}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <span key="name">
            <a href={organisationPath(row)}>{row.name}</a>
            {row.status === 'active' ? null : ' (no longer exists)'}
          </span>,
          typeName(row.type),
          row.region,
          row.caseStudies,
        ],
      }))}
    />
  )
}
