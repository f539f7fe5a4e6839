import type { FirstCaseStudies } from '@/lib/case-studies/first'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { CaseStudyRowItem } from '../case-studies/case-study-row'
import { ShelfSection } from '../layout/shelf-section'
import { Rows } from '../ui/rows'

type Props = { id: string; title: string; found: FirstCaseStudies }

/** The first few case studies of a kind, with the way to all of them. */
export function CaseStudyShelf({ id, title, found: { rows, total, path } }: Props) {
  const more = total > rows.length
  return (
    <ShelfSection
      id={id}
      title={title}
      aside={more ? <AllOfThem path={path} total={total} title={title} /> : undefined}
    >
      {rows.length > 0 ? (
        <Rows>
          {rows.map((row) => (
            <CaseStudyRowItem key={row.id} row={row} />
          ))}
        </Rows>
      ) : (
        <p>
          None yet. Do you know one? <a href={newCaseStudyPath}>Share it</a>
        </p>
      )}
    </ShelfSection>
  )
}

function AllOfThem({ path, total, title }: { path: string; total: number; title: string }) {
  return (
    <a href={path}>
      All {total}
      <span className="vh">: {title}</span>
    </a>
  )
}
