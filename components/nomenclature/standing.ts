import type { Heading } from '@/lib/taxonomy/queries'
import { above } from './tree'

export type TickHeading = Pick<
  Heading,
  'code' | 'parentCode' | 'section' | 'name' | 'note' | 'alsoCalled' | 'cpv' | 'successors' | 'retiredAt'
> & { count?: number }
type Standing = Pick<Heading, 'code' | 'parentCode' | 'successors' | 'retiredAt'>

/** The headings in use that a heading leads to today: itself, or what became of it, however many steps on. */
export function leadsTo<Found extends Standing>(code: string, headings: readonly Found[]): Found[] {
  return follow(code, headings, ({ successors }) => successors)
}

/** Where a case study with this label stands today unless it was chosen otherwise. */
export function standsFor<Found extends Standing>(code: string, headings: readonly Found[]): Found[] {
  return follow(code, headings, ({ successors }) => successors.slice(0, 1))
}

/** The names under which a case study with these labels shows: what the labels stand for, and what stands above. */
export function wherePutsIt(ticked: Iterable<string>, headings: readonly TickHeading[]) {
  const names = new Map(headings.map(({ code, name }) => [code, name]))
  const under = new Set([...ticked].flatMap((code) => standsFor(code, headings).map((found) => found.code)))
  const upwards = new Set([...under].flatMap((code) => above(code, headings)))
  const named = (codes: Iterable<string>) => [...codes].map((code) => names.get(code) ?? code)
  return { under: named(under), above: named([...upwards].filter((code) => !under.has(code))) }
}

/** A heading that went out of use without a successor leads to the one above it. */
function follow<Found extends Standing>(
  code: string,
  headings: readonly Found[],
  next: (heading: Found) => string[],
): Found[] {
  const byCode = new Map(headings.map((heading) => [heading.code, heading]))
  const found = new Map<string, Found>()
  const seen = new Set<string>()
  const walk = (at: string | null) => {
    const heading = byCode.get(at ?? '')
    if (!heading || seen.has(heading.code)) return
    seen.add(heading.code)
    if (heading.retiredAt === null) found.set(heading.code, heading)
    else if (heading.successors.length > 0) next(heading).forEach(walk)
    else walk(heading.parentCode)
  }
  walk(code)
  return [...found.values()]
}
