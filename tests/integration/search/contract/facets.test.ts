import { beforeAll, describe, expect, test } from 'vitest'
import type { SearchDocument, SearchFilter } from '@/lib/search/schema'
import type { SearchFacet } from '@/lib/search/vocabulary'
import { randomFrom } from '@/scripts/bench/random.mjs'
import { theContentsTree } from '@/tests/support/builders'
import { engines } from '@/tests/support/search-engines'
import { ask, keepAll, searchFixtures } from '@/tests/support/search-fixtures'
import { size } from '@/tests/support/size'

const FILTERS = size({ suite: 25, full: 400 })
const fixtures = [...searchFixtures().values()]
const open = fixtures.filter(({ acl }) => acl.includes('public'))

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures)
  for (const { settle } of engines) await settle()
}, 60_000)

/** One group of ticks, as the help page tells it: any of its values will do. */
type Group = { facet: SearchFacet; values: string[]; section: string }

function groupsOf(filter: SearchFilter): Group[] {
  return (Object.entries(filter) as [SearchFacet, string[]][]).flatMap(([facet, values]): Group[] => {
    if (facet === 'has') return values.map((value) => ({ facet, values: [value], section: '' }))
    if (facet !== 'category') return [{ facet, values, section: '' }]
    const sections = [...new Set(values.map((code) => code.charAt(0)))]
    return sections.map((section) => ({
      facet,
      values: values.filter((code) => code.startsWith(section)),
      section,
    }))
  })
}

function meets({ facets }: SearchDocument, { facet, values }: Group): boolean {
  return values.some((value) => facets[facet]?.includes(value))
}

/** Counted one by one: the values of a group as if it had no ticks, all others under all ticks. */
function countedByHand(filter: SearchFilter) {
  const groups = groupsOf(filter)
  const counts: Record<string, Record<string, number>> = {}
  for (const document of open)
    for (const [facet, values] of Object.entries(document.facets))
      for (const value of values) {
        const own = groups.find(
          (group) => group.facet === facet && facet !== 'has' && value.startsWith(group.section),
        )
        if (!groups.every((group) => group === own || meets(document, group))) continue
        const ofFacet = counts[facet] ?? {}
        ofFacet[value] = (ofFacet[value] ?? 0) + 1
        counts[facet] = ofFacet
      }
  const total = open.filter((document) => groups.every((group) => meets(document, group))).length
  return { total, counts }
}

function filters(): SearchFilter[] {
  const random = randomFrom(3)
  const facets = ['kind', 'category', 'region', 'nation', 'type', 'evidence', 'year', 'has'] as const
  return Array.from({ length: FILTERS }, () => {
    const chosen = random.some(facets, random.between(1, 3)).map((facet) => {
      const values = [...new Set(open.flatMap((document) => document.facets[facet] ?? []))].sort()
      return [facet, random.some(values, random.between(1, 3))]
    })
    return Object.fromEntries(chosen)
  })
}

describe.each(engines)('K3 on $engine.name', ({ engine }) => {
  test.each(filters().map((filter) => [JSON.stringify(filter), filter] as const))('%s', async (_, filter) => {
    const { total, counts } = await ask(engine, '', { filter })
    const byHand = countedByHand(filter)
    expect(total).toBe(byHand.total)
    // A facet without any value may be named or not.
    const named = Object.entries(counts).filter(([, values]) => Object.keys(values).length > 0)
    expect(Object.fromEntries(named)).toEqual(byHand.counts)
  })
})
