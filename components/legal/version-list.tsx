import { lawVersionPath } from '@/lib/legal/paths'
import { dayOf } from '../dates'
import { DataTable } from '../ui/data-table'

type Version = { version: number; note: string; createdAt: string; by?: string | null; moved?: number }

/** Versions of the register, the newest first, each with why and how many labels it moved. */
export function VersionList({ versions }: { versions: Version[] }) {
  if (versions.length === 0) return <p>None yet.</p>
  const counts = versions.some(({ moved }) => moved !== undefined)
  return (
    <DataTable
      caption="Versions of the law register"
      hideCaption
      columns={[
        { label: 'Version' },
        { label: 'Date', nowrap: true },
        { label: 'Why' },
        ...(counts ? [{ label: 'Labels moved' }] : []),
      ]}
      rows={versions.map(({ version, note, createdAt, moved }) => ({
        key: String(version),
        cells: [
          <a key="version" href={lawVersionPath(version)}>
            Version {version}
          </a>,
          dayOf(createdAt),
          note,
          ...(counts ? [(moved ?? 0).toLocaleString('en-GB')] : []),
        ],
      }))}
    />
  )
}
