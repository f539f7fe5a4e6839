import type { Heading } from '@/lib/taxonomy/queries'
import { above } from './tree'

export type TickHeading = Pick<
  Heading,
  'code' | 'parentCode' | 'section' | 'name' | 'note' | 'alsoCalled' | 'cpv' | 'successors' | 'retiredAt'
> & { count?: number }

/** The headings in use that stand for a heading today: itself, or what it was merged or split into. */
export function standsFor(code: string, headings: readonly TickHeading[]): TickHeading[] {
  const byCode = new Map(headings.map((heading) => [heading.code, heading]))
  const found = new Map<string, TickHeading>()
  const seen = new Set<string>()
  const follow = (at: string) => {
    const heading = byCode.get(at)
    if (!heading || seen.has(at)) return
    seen.add(at)
    if (heading.retiredAt) heading.successors.forEach(follow)
    else found.set(at, heading)
  }
  follow(code)
  return [...found.values()]
}

/** The names under which a case study with these labels shows: what the labels stand for, and what stands above. */
export function wherePutsIt(ticked: Iterable<string>, headings: readonly TickHeading[]) {
  const names = new Map(headings.map(({ code, name }) => [code, name]))
  const under = new Set([...ticked].flatMap((code) => standsFor(code, headings).map((found) => found.code)))
  const upwards = new Set([...under].flatMap((code) => above(code, headings)))
  const named = (codes: Iterable<string>) => [...codes].map((code) => names.get(code) ?? code)
  return { under: named(under), above: named([...upwards].filter((code) => !under.has(code))) }
}
