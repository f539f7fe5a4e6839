import { lawEntryPath } from '@/lib/legal/paths'
import { DataTable } from '../ui/data-table'
import { bodiesOf, daysOf, type LawView, placesOf, todayOf } from './law-words'

type Props = {
  caption: string
  laws: LawView[]
  names: Map<string, string>
  /** A table of one nation: says nothing of other nations, and names no laws that are not its own. */
  nation?: LawView['nations'][number]
  all?: LawView[]
}

/** Laws in rows, each with the procurements that it governs; cards of labelled facts on phones. */
export function LawTable({ caption, laws, names, nation, all = laws }: Props) {
  const isOurs = (code: string) =>
    !nation || all.some((law) => law.code === code && law.nations.includes(nation))
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { label: 'Law' },
        ...(nation ? [] : [{ label: 'Where' }]),
        { label: 'Procurements that began' },
        { label: 'Today' },
        { label: 'Followed by' },
      ]}
      rows={laws.map((law) => ({
        key: law.code,
        cells: [
          <a key="name" href={lawEntryPath(law.code)}>
            {law.name}
          </a>,
          ...(nation ? [] : [placesOf(law)]),
          law.bodyTypes.length > 0 ? `${daysOf(law)}. Only: ${bodiesOf(law)}` : daysOf(law),
          todayOf(law),
          <Followers key="after" codes={law.successors.filter(isOurs)} names={names} />,
        ],
      }))}
    />
  )
}

export function Followers({ codes, names }: { codes: string[]; names: Map<string, string> }) {
  if (codes.length === 0) return <>None recorded</>
  return (
    <span>
      {codes.map((code, position) => (
        <span key={code}>
          {position > 0 ? '; ' : ''}
          <a href={lawEntryPath(code)}>{names.get(code) ?? code}</a>
        </span>
      ))}
    </span>
  )
}
