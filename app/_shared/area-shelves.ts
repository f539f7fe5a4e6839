import type { AreaShelf } from '@/components/account/areas-field'
import type { Heading } from '@/lib/taxonomy/queries'

/** The contents tree as shelves of boxes to tick. */
export function areaShelves(headings: Heading[]): AreaShelf[] {
  return headings
    .filter(({ parentCode }) => parentCode === null)
    .map(({ code, name, section }) => ({
      code,
      name,
      section,
      headings: headings
        .filter((heading) => heading.parentCode !== null && heading.code.startsWith(code))
        .map((heading) => ({ code: heading.code, name: heading.name })),
    }))
}
