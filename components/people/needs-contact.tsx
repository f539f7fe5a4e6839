import type { NeedsContact } from '@/lib/case-studies/needs-contact'
import { caseStudyPath, editPath } from '@/lib/case-studies/paths'

type Props = { rows: NeedsContact[]; total: number }

/** Case studies that name nobody to ask, each with the way to put that right. */
export function NeedsContactList({ rows, total }: Props) {
  if (total === 0) return <p>Every case study names somebody to ask.</p>
  return (
    <>
      <ul className="res plain ui">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <a href={caseStudyPath(row)}>{row.title}</a>
              <span className="meta">{row.organisation || 'Organisation not said'}</span>
            </div>
            <a href={`${editPath(row)}#contact`}>
              That’s me<span className="vh">: contact for {row.title}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="small mt-3">
        {total === 1 ? 'One case study needs a contact.' : `${total} case studies need a contact.`}
      </p>
    </>
  )
}
