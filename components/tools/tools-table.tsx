import { categoryPath } from '@/lib/taxonomy/paths'
import type { CountedHeading } from '@/lib/taxonomy/queries'
import { counted } from '../case-studies/words'
import { DataTable } from '../ui/data-table'

const coming: { name: string; does: string; codes: string[] }[] = [
  {
    name: 'LM3 (local multiplier)',
    does: 'Follows money through three rounds of local spending, and shows the formula',
    codes: ['E1.1', 'E1.3'],
  },
  {
    name: 'Whole life cost',
    does: 'Compares options over their whole life, with the discount rate in view',
    codes: ['E2'],
  },
  {
    name: 'Cost and benefit',
    does: 'Sets costs against benefits by year, and keeps savings that can be banked apart from other value',
    codes: ['E1.2'],
  },
  {
    name: 'Flexible Framework',
    does: 'A self-assessment over five themes and five levels, with evidence for each step',
    codes: ['A5'],
  },
  {
    name: 'Action plan',
    does: 'Actions with milestones, measures of success, resources and an officer, to copy and share',
    codes: ['A4'],
  },
]

/** Which tools are coming, and what can be read on their method until then. */
export function ToolsTable({ headings }: { headings: CountedHeading[] }) {
  return (
    <DataTable
      caption="Tools that are planned"
      hideCaption
      columns={[{ label: 'Tool' }, { label: 'What it will do' }, { label: 'Until then, read about' }]}
      rows={coming.map(({ name, does, codes }) => ({
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
