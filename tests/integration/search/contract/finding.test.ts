import { beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine } from '@/lib/search/engine'
import { planOf } from '@/lib/search/plan/expand'
import type { Found } from '@/lib/search/schema'
import { theContentsTree } from '@/tests/support/builders'
import { engines } from '@/tests/support/search-engines'
import { ask, keepAll, searchFixtures, type Wanted } from '@/tests/support/search-fixtures'

const fixtures = searchFixtures()
const keys = new Map([...fixtures].map(([key, { id }]) => [id, key]))
const keysOf = ({ ids }: Found) => ids.map((id) => keys.get(id) ?? id)

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures.values())
  for (const { settle } of engines) await settle()
}, 60_000)

describe.each(engines)('$engine.name', ({ engine }) => {
  const find = async (typed: string, wanted?: Wanted) => keysOf(await ask(engine, typed, wanted))

  describe('K2: nothing asked for', () => {
    test('everything that everybody may see is there, the newest first', async () => {
      const found = await ask(engine, '')
      const open = [...fixtures.values()].filter(({ acl }) => acl.includes('public'))
      const newest = open.sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt)).map(({ id }) => id)
      expect(found.total).toBe(open.length)
      expect(found.ids).toEqual(newest.slice(0, 50))
      expect(found.more).toBe(false)
    })

    test('every value is counted as often as the fixtures have it', async () => {
      expect((await ask(engine, '')).counts).toEqual(countedByHand(['public']))
    })

    test('a member sees more, and more is counted', async () => {
      const { total, counts } = await ask(engine, '', { viewer: 'member:northshire' })
      const open = [...fixtures.values()].filter(({ acl }) =>
        acl.some((mark) => ['public', 'members', 'org:northshire'].includes(mark)),
      )
      expect(total).toBe(open.length)
      expect(counts).toEqual(countedByHand(['public', 'members', 'org:northshire']))
    })
  })

  describe('K3: facets', () => {
    test('a word of seven texts counts those seven', async () => {
      const { total, counts } = await ask(engine, 'quernstone')
      expect(total).toBe(7)
      expect(counts.kind).toEqual({ case_study: 7 })
      expect(counts.region).toEqual({ 'North East': 2, Wales: 1, London: 2, Scotland: 2 })
      expect(counts.year).toEqual({ 2011: 1, 2012: 2, 2013: 1, 2014: 3 })
    })

    test('values of one facet widen, facets narrow one another', async () => {
      const wales = await ask(engine, 'quernstone', { filter: { region: ['Wales'] } })
      const both = await ask(engine, 'quernstone', { filter: { region: ['Wales', 'London'] } })
      const narrow = await ask(engine, 'quernstone', {
        filter: { region: ['Wales', 'London'], year: ['2014'] },
      })
      expect([wales.total, both.total, narrow.total]).toEqual([1, 3, 1])
      expect(keysOf(narrow)).toEqual(['cs-probe-5'])
    })

    test('the counts of a facet do not heed its own ticks, those of others do', async () => {
      const { counts } = await ask(engine, 'quernstone', { filter: { region: ['Wales'] } })
      expect(counts.region).toEqual({ 'North East': 2, Wales: 1, London: 2, Scotland: 2 })
      expect(counts.year).toEqual({ 2012: 1 })
    })

    test('headings of two sections and what something must have narrow one another', async () => {
      const waste = await ask(engine, '', { filter: { category: ['D11'] } })
      expect(keysOf(waste).sort()).toEqual(['cat-waste', 'cs-bulky', 'st-bulky'])
      expect((await ask(engine, '', { filter: { category: ['D11', 'E3'] } })).total).toBe(0)
      const all = await ask(engine, '', { filter: { has: ['figure', 'document'] } })
      expect(keysOf(all)).toEqual(['cs-solar'])
    })

    test('a value that nothing has is found nowhere', async () => {
      expect((await ask(engine, '', { filter: { region: ['Northern Ireland'] } })).total).toBe(0)
    })

    test.each(['whole life costing', 'bulky waste', '"living wage"', 'lots'])(
      'the kinds of %s add up to its total',
      async (typed) => {
        const { total, counts } = await ask(engine, typed)
        expect(total).toBeGreaterThan(0)
        expect(sum(counts.kind)).toBe(total)
      },
    )
  })

  test('K4: the first and the last year', async () => {
    expect((await ask(engine, 'quernstone')).years).toEqual({ first: 2011, last: 2014 })
    expect((await ask(engine, '')).years).toEqual({ first: 2011, last: 2024 })
    expect((await ask(engine, 'zzyzx')).years).toBeNull()
  })

  describe('K5: slips', () => {
    test.each([
      ['costng', 'cs-led-streetlights'],
      ['vehcile', 'cs-fleet-ev'],
      ['retorfit', 'cs-retrofit'],
      ['renewble', 'cs-energy-ppa'],
      ['stationrey', 'cs-stationery'],
      ['quernstome', 'cs-probe-1'],
      ['libaries', 'cs-greener'],
      ['electrcity', 'cs-energy-ppa'],
      ['chraity', 'cs-bulky'],
      ['modren', 'cs-modern-office'],
    ])('%s finds %s', async (typed, key) => {
      expect(await find(typed)).toContain(key)
    })

    test('words of four letters are not looked up with a slip', async () => {
      expect(await find('fod')).toEqual([])
      expect(await find('slat')).toEqual([])
      expect(await find('salt')).toContain('cs-grit')
    })

    test('numbers and abbreviations mean what they say', async () => {
      expect(await find('2019')).not.toContain('cs-budget-2018')
      expect(await find('2019')).toContain('cs-budget-2019')
      expect(await find('TOMs')).toEqual(['tool-toms-map'])
      expect(await find('Tom')).toContain('person-tom')
    })

    test('a word that is there is never taken for another', async () => {
      expect(await find('greece')).toEqual(['cs-greece'])
      expect(await find('greener')).toEqual(['cs-greener'])
      expect(await find('commissioner')).not.toContain('cs-greener')
    })

    test('it is said what was taken for what, and "exactly" takes nothing for anything', async () => {
      const plan = await planOf({ typed: 'retorfit homes', exactly: false, acl: ['public'] })
      expect(plan.taken).toEqual([{ typed: 'retorfit', as: 'retrofit' }])
      expect(await find('retorfit', { exactly: true })).toEqual([])
    })
  })

  test('K6: as it was typed comes before what resembles it', async () => {
    expect((await find('commissioning'))[0]).toBe('cs-commissioning')
    expect((await find('commissioner'))[0]).toBe('cs-commissioner')
    expect((await find('stationery'))[0]).toBe('cs-stationery')
    expect((await find('plastics'))[0]).toBe('cs-plastics')
  })

  test('K7: the last word may be begun, no other', async () => {
    expect(await find('apprent')).toContain('cs-community-benefit')
    expect(await find('apprent construction')).toEqual([])
    expect(await find('construction apprent')).toContain('cs-community-benefit')
    expect(await find('a')).toEqual(expect.any(Array))
  })

  describe('K8: phrases and minus', () => {
    test('a phrase stands word by word', async () => {
      expect(await find('"contract clauses"')).toEqual(['doc-contract-clauses'])
      expect(await find('"clauses contract"')).toEqual([])
      expect(await find('“contract clauses”')).toEqual(['doc-contract-clauses'])
    })

    test('an open quotation mark runs to the end', async () => {
      expect(await find('"contract clauses for community')).toEqual(['doc-contract-clauses'])
    })

    test('what is left out is not found', async () => {
      const meals = await find('local farms')
      expect(meals).toContain('cs-meals')
      expect(await find('local farms -school')).not.toContain('cs-meals')
      expect(await find('plastics')).toEqual(expect.arrayContaining(['cs-plastics', 'cs-single-women']))
      expect(await find('plastics -"single use"')).not.toContain('cs-plastics')
      expect(await find('plastics -"single use"')).toContain('cs-single-women')
    })

    test('numbers divided by strokes are words side by side', async () => {
      expect((await find('PPN 06/21'))[0]).toBe('cs-ppn-carbon')
      expect(await find('"06/21"')).toEqual(['cs-ppn-carbon'])
      expect(await find('"06/20"')).toEqual(['cs-ppn-social'])
    })

    test('a minus alone takes nothing away from nothing', async () => {
      expect(await find('-quernstone')).not.toContain('cs-probe-1')
      expect(await find('-quernstone')).toContain('cs-grit')
    })
  })

  describe('K11: pages of results', () => {
    test.each(['', 'quernstone', 'contract', 'council'])(
      'nothing of "%s" is twice or left out',
      async (typed) => {
        const all = await ask(engine, typed, { perPage: 50 })
        const rest = await ask(engine, typed, { perPage: 50, page: 2 })
        const whole = [...all.ids, ...rest.ids]
        const paged = await pagesOf(engine, typed, whole.length)
        expect(whole.length).toBe(all.total)
        expect(paged).toEqual(whole)
        expect(new Set(whole).size).toBe(whole.length)
      },
    )

    test('a page beyond the last is empty and keeps the total', async () => {
      const beyond = await ask(engine, 'quernstone', { page: 9, perPage: 10 })
      expect([beyond.ids, beyond.total]).toEqual([[], 7])
    })
  })

  describe('K12: orders', () => {
    test('by title, by favourites and by date, with ties in one order', async () => {
      const byTitle = await find('quernstone', { sort: 'title' })
      expect(byTitle).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `cs-probe-${n}`))
      const saved = await find('quernstone', { sort: 'saved' })
      expect(saved).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `cs-probe-${n}`))
      expect(await find('quernstone', { sort: 'added' })).toEqual(byTitle)
      expect(await find('', { sort: 'title' })).toEqual(await find('', { sort: 'title' }))
    })
  })
})

async function pagesOf(engine: SearchEngine, typed: string, length: number): Promise<string[]> {
  const pages = Array.from({ length: Math.ceil(length / 10) }, (_, place) =>
    ask(engine, typed, { perPage: 10, page: place + 1 }),
  )
  return (await Promise.all(pages)).flatMap(({ ids }) => ids)
}

function countedByHand(open: string[]) {
  const counts: Record<string, Record<string, number>> = {}
  for (const { acl, facets } of fixtures.values()) {
    if (!acl.some((mark) => open.includes(mark))) continue
    for (const [facet, values] of Object.entries(facets))
      for (const value of values) {
        const ofFacet = counts[facet] ?? {}
        ofFacet[value] = (ofFacet[value] ?? 0) + 1
        counts[facet] = ofFacet
      }
  }
  return counts
}

function sum(counts: Record<string, number> = {}): number {
  return Object.values(counts).reduce((total, n) => total + n, 0)
}
