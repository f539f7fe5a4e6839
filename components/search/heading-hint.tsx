import { categoryPath } from '@/lib/taxonomy/paths'
import type { Heading } from '@/lib/taxonomy/queries'
import { Note } from '../ui/note'

const shown = 6

/** Headings that are called what was typed: the whole shelf is one step away. */
export function HeadingHint({ headings }: { headings: Heading[] }) {
  if (headings.length === 0) return null
  return (
    <div className="mt-6">
      <Note kind="info" title="There is a whole shelf for this">
        <ul>
          {headings.slice(0, shown).map((heading) => (
            <li key={heading.code}>
              <a href={categoryPath(heading)}>{heading.name}</a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}
