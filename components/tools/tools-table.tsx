import { categoryPath } from '@/lib/taxonomy/paths'
import type { CountedHeading } from '@/lib/taxonomy/queries'
import { TOOLS } from '@/lib/tools/vocabulary'
import { counted } from '../case-studies/words'
import { DataTable } from '../ui/data-table'

/** Which tools are coming, and what can be read on their method until then. */
export function ToolsTable({ headings }: { headings: CountedHeading[] }) {
  return (
    <DataTable
      caption="Tools that are planned"
      hideCaption
      columns={[{ label: 'Tool' }, { label: 'What it will do' }, { label: 'Until then, read about' }]}
      rows={Object.values(TOOLS).map(({ name, does, codes }) => ({
        key: name,
        cells: [
          name,
          does,
          <Methods key="methods" headings={headings.filter(({ code }) => codes.includes(code))} />,
        ],
      }))}
    />
  )
}

function Methods({ headings }: { headings: CountedHeading[] }) {
  return (
    <ul>
      {headings.map((heading) => (
        <li key={heading.code}>
          <a href={categoryPath(heading)}>{heading.name}</a> ({counted(heading.count, 'case study')})
        </li>
      ))}
    </ul>
  )
}
