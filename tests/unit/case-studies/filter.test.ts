import { describe, expect, test } from 'vitest'
import { filterQuery, isNarrowed, readFilter } from '@/lib/case-studies/filter'

describe('the address of a list', () => {
  test.each([
    ['', ''],
    ['?category=d10&category=C2&category=D10', '?category=D10&category=C2'],
    ['?region=Wales&region=Atlantis', '?region=Wales'],
    [
      '?type=nhs&law=PA2023&evidence=told&state=current&has=figure',
      '?type=nhs&law=PA2023&evidence=told&state=current&has=figure',
    ],
    [
      '?barrier=silos&standing=earlier&approval=LEG-OWN&challenge=settled&stage=award&stage=need&stage=none',
      '?standing=earlier&approval=LEG-OWN&challenge=settled&barrier=silos&stage=award&stage=need',
    ],
    ['?us=wales&us=welsh-council&us=above&rules=same', '?us=wales.welsh-council.above&rules=same'],
    ['?us=Atlantis&rules=same', ''],
    ['?us=england.nhs', '?us=england.nhs'],
    ['?sort=title&page=3', '?sort=title&page=3'],
    ['?sort=changed&page=1', ''],
    ['?sort=;drop&page=-1&has=all&law=__proto__&category=E1.1', '?category=E1.1'],
    ['?page=1e9', ''],
    ['?page=2.5', ''],
    ['?category=%00&region=%27%20OR%201=1', ''],
  ])('%j is read as %j', (typed, kept) => {
    const filter = readFilter(paramsOf(typed))
    expect(filterQuery(filter, { page: filter.page })).toBe(kept)
    expect(isNarrowed(filter)).toBe(
      /[?&](category|region|type|standing|law|approval|challenge|barrier|stage|evidence|state|has|rules)=/.test(
        kept,
      ),
    )
  })

  test('switching the comparison off takes its own filter with it and leaves the rest', () => {
    const filter = readFilter(paramsOf('?region=Wales&us=scotland.nhs&rules=same'))
    expect(filterQuery(filter, { us: null })).toBe('?region=Wales')
  })

  test('changing a filter begins at the first page again', () => {
    expect(filterQuery(readFilter({ page: '4', region: 'Wales' }), { sort: 'title' })).toBe(
      '?region=Wales&sort=title',
    )
  })
})

/** As Next.js hands them over: a list only where a name stands more than once. */
function paramsOf(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query)
  const entries = [...params.keys()].map((name) => [name, params.getAll(name)] as const)
  return Object.fromEntries(
    entries.map(([name, values]) => [name, values.length === 1 ? values.join() : values]),
  )
}
