import { describe, expect, test } from 'vitest'
import { isMeantBy } from '@/components/nomenclature/match'
import { leadsTo, standsFor, type TickHeading, wherePutsIt } from '@/components/nomenclature/standing'
import { narrowed, treeOf } from '@/components/nomenclature/tree'
import { effectWords, stanceWords } from '@/components/nomenclature/words'

function aHeading(code: string, parentCode: string | null, change: Partial<TickHeading> = {}): TickHeading {
  return {
    code,
    parentCode,
    section: 'contracts',
    name: `Name of ${code}`,
    note: '',
    alsoCalled: [],
    cpv: [],
    successors: [],
    retiredAt: null,
    ...change,
  }
}

const gone = '2027-01-22T00:00:00.000Z'
const WASTE = aHeading('D11', 'D', {
  name: 'Waste and recycling',
  alsoCalled: ['refuse', 'bins'],
  cpv: ['90', '34'],
})
const FOOD = aHeading('D10', 'D', { name: 'Food and catering', alsoCalled: ['school meals'], cpv: ['15'] })
const HEADINGS = [
  aHeading('D', null, { name: 'Contracts' }),
  FOOD,
  WASTE,
  aHeading('E', null, { name: 'Impact' }),
  aHeading('E1', 'E', { name: 'Economic evaluation' }),
  aHeading('E1.1', 'E1', { name: 'LM3' }),
]

describe('which heading is meant', () => {
  test.each(['waste', 'WASTE  recycling', 'refuse', 'bins', 'd11', '90', '90500000', '90500000-2', '34'])(
    '%s means waste and not food',
    (typed) => {
      expect(isMeantBy(typed, WASTE)).toBe(true)
      expect(isMeantBy(typed, FOOD)).toBe(false)
    },
  )

  test.each(['waste food', '91', '9', 'D1', '905000000'])('%s does not mean waste', (typed) => {
    expect(isMeantBy(typed, WASTE)).toBe(false)
  })

  test('accents and kinds of apostrophe make no difference', () => {
    const homes = aHeading('D02', 'D', { name: 'Tŷ Coed', alsoCalled: ["children's homes"] })
    expect(isMeantBy('ty coed', homes)).toBe(true)
    expect(isMeantBy('children’s', homes)).toBe(true)
  })
})

describe('what is left of the tree', () => {
  test('what is meant, with what stands above and below it', () => {
    const { meant, shown } = narrowed('economic', HEADINGS)
    expect([...meant]).toEqual(['E1'])
    expect([...shown].sort()).toEqual(['E', 'E1', 'E1.1'])
  })

  test('what has to stay in sight stays', () => {
    const { shown } = narrowed('lm3', HEADINGS, new Set(['D10']))
    expect([...shown].sort()).toEqual(['D', 'D10', 'E', 'E1', 'E1.1'])
  })

  test('headings stand under their parents in the order in which they come', () => {
    expect(
      treeOf(HEADINGS).map(({ heading, below }) => [heading.code, below.map((it) => it.heading.code)]),
    ).toEqual([
      ['D', ['D10', 'D11']],
      ['E', ['E1']],
    ])
  })
})

describe('what became of a heading', () => {
  const merged = aHeading('D40', 'D', { successors: ['D41'], retiredAt: gone })
  const split = aHeading('D41', 'D', { successors: ['D10', 'D11'], retiredAt: gone })
  const dropped = aHeading('E9', 'E', { retiredAt: gone })
  const all = [...HEADINGS, merged, split, dropped]

  test('it leads to everything that it was split into, and stands for the first part', () => {
    expect(leadsTo('D40', all).map(({ code }) => code)).toEqual(['D10', 'D11'])
    expect(standsFor('D40', all).map(({ code }) => code)).toEqual(['D10'])
  })

  test('without a successor it stands for the heading above it', () => {
    expect(standsFor('E9', all).map(({ code }) => code)).toEqual(['E'])
  })

  test('a circle ends', () => {
    const circle = [
      aHeading('A1', null, { successors: ['A2'], retiredAt: gone }),
      aHeading('A2', null, { successors: ['A1'], retiredAt: gone }),
    ]
    expect(leadsTo('A1', circle)).toEqual([])
  })

  test('a label puts a case study under it and everything above it', () => {
    expect(wherePutsIt(['E1.1', 'D40'], all)).toEqual({
      under: ['LM3', 'Food and catering'],
      above: ['Economic evaluation', 'Impact', 'Contracts'],
    })
  })
})

test('an effect and positions in words', () => {
  const nothing = { stories: 0, people: 0 }
  expect(effectWords({ caseStudies: 43, savedSearches: 12, watches: 5, ...nothing })).toBe(
    '43 case studies, 12 saved searches and 5 watch lists',
  )
  expect(effectWords({ caseStudies: 1, stories: 1, savedSearches: 1, watches: 1, people: 1 })).toBe(
    '1 case study, 1 change story, 1 saved search, 1 watch list and 1 person who offered help',
  )
  expect(stanceWords({ support: 2, object: 1, abstain: 0 })).toBe('2 support, 1 objects')
  expect(stanceWords({ support: 0, object: 0, abstain: 0 })).toBe('No public body has taken a position')
})
