import { categoryPath } from '@/lib/taxonomy/paths'
import type { Heading } from '@/lib/taxonomy/queries'
import { ShelfSection } from '../layout/shelf-section'
import { leadsTo } from './standing'

/** Names that are used no longer, and where they lead. */
export function OutOfUse({ retired, all }: { retired: Heading[]; all: Heading[] }) {
  return (
    <ShelfSection id="out-of-use" title="No longer in use">
      <ul className="outofuse">
        {retired.map((heading) => (
          <li key={heading.code}>
            {heading.name} <span className="termcode">{heading.code}</span> now leads to{' '}
            {leadsTo(heading.code, all).map((to, index) => (
              <span key={to.code}>
                {index > 0 ? ', ' : ''}
                <a href={categoryPath(to)}>{to.name}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </ShelfSection>
  )
}
