import { beforeAll, describe, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { readFilter, type SearchParams } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { parentsOf } from '@/lib/taxonomy/codes'
import {
  aContent,
  anOrganisation,
  aPerson,
  aResource,
  aResult,
  theContentsTree,
  value,
} from '@/tests/support/builders'

const CODES = ['D10', 'D11', 'C2', 'C1', 'E1.1', 'E3.2']
const REGIONS = ['Wales', 'Scotland', 'North East'] as const
const REGIMES = ['PA2023', 'PCR2015', 'UNK'] as const
const EVIDENCE = ['told', 'documented', 'checked'] as const
const STATES = ['current', 'ended', 'unknown'] as const
const TYPES = { Powys: 'welsh-council', Tyne: 'unitary', Barts: 'nhs' } as const
const count = 60
const all: { id: number; content: CaseStudyContent; type: string; place: number }[] = []

beforeAll(async () => {
  await theContentsTree()
  for (const [name, type] of Object.entries(TYPES)) await anOrganisation(name, { type })
  const author = await aPerson()
  for (let place = 0; place < count; place += 1) {
    const content = generated(place)
    const { id } = value(await createCaseStudy(author, { content, note: 'New' }))
    all.push({ id, content, type: TYPES[content.organisation as keyof typeof TYPES] ?? '', place })
  }
})

/** The same sixty case studies every time, no two groups in step. */
function generated(place: number): CaseStudyContent {
  const dice = seeded(place)
  const some = <Item>(items: readonly Item[]) => items.filter(() => dice() < 0.4)
  const one = <Item>(items: readonly Item[]) => items[Math.floor(dice() * items.length)] as Item
  const base = aContent()
  const categories = some(CODES)
  const contact = { name: 'Food team', organisation: '', email: '', phone: '', byForm: false }
  return aContent({
    title: `${one(['apples', 'Bread', 'Cheese'])} ${place}`,
    categories: categories.length ? categories : ['D10'],
    regions: some(REGIONS),
    organisation: one(['Powys', 'Tyne', 'Barts', 'Not in the directory', '']),
    legalStatus: { ...base.legalStatus, regime: one(REGIMES) },
    evidence: one(EVIDENCE),
    state: one(STATES),
    results: some([1, 2]).map((number) => aResult({ measure: `Measure ${number}` })),
    resources: some([1, 2]).map((number) => aResource({ number, kind: one(['primary', 'news'] as const) })),
    contact: dice() < 0.4 ? contact : null,
  })
}

function seeded(seed: number) {
  let state = seed * 7919 + 17
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Entry = (typeof all)[number]
const holds: Record<string, (entry: Entry, value: string) => boolean> = {
  category: ({ content }, code) => content.categories.some((own) => [own, ...parentsOf(own)].includes(code)),
  region: ({ content }, region) => (content.regions as string[]).includes(region),
  type: ({ type }, wanted) => type === wanted,
  law: ({ content }, law) => content.legalStatus.regime === law,
  evidence: ({ content }, level) => content.evidence === level,
  state: ({ content }, state) => content.state === state,
  has: ({ content }, what) =>
    what === 'figure'
      ? content.results.length > 0
      : what === 'document'
        ? content.resources.some(({ kind }) => kind === 'primary')
        : content.contact !== null,
}

/** One by one, in plain words: labels of one section, and values of one group, widen; everything else narrows. */
function matches(entry: Entry, params: Record<string, string[]>): boolean {
  return Object.entries(params).every(([name, values]) => {
    if (name === 'has') return values.every((one) => holds.has?.(entry, one))
    const groups =
      name === 'category'
        ? [...'ABCDEF'].map((section) => values.filter((code) => code.startsWith(section)))
        : [values]
    return groups.every((group) => group.length === 0 || group.some((one) => holds[name]?.(entry, one)))
  })
}

const FILTERS: Record<string, string[]>[] = [
  {},
  { category: ['D10'] },
  { category: ['D'] },
  { category: ['E1'] },
  { category: ['D10', 'D11'] },
  { category: ['D10', 'C2'] },
  { category: ['D10', 'D11', 'C2', 'E'] },
  { region: ['Wales', 'Scotland'] },
  { type: ['nhs'] },
  { law: ['PA2023', 'UNK'], evidence: ['told'] },
  { state: ['current'], region: ['North East'], category: ['C2'] },
  { has: ['figure'] },
  { has: ['figure', 'document', 'contact'] },
  { has: ['contact'], type: ['unitary', 'welsh-council'], evidence: ['documented', 'checked'] },
  { category: ['F10'] },
]

describe.each(FILTERS.map((params) => [JSON.stringify(params), params] as const))('under %s', (_, params) => {
  test('the list is what one by one gives', async () => {
    const expected = all.filter((entry) => matches(entry, params)).map(({ id }) => id)
    const { total } = await listCaseStudies(readFilter(params))
    expect(total).toBe(expected.length)
    expect((await everyPage(params)).sort((a, b) => a - b)).toEqual(expected)
  })

  test('the number beside each value is how many there are when it is ticked', async () => {
    const { counts } = await listCaseStudies(readFilter(params))
    for (const [name, values] of Object.entries(counts))
      for (const [value, number] of Object.entries(values)) {
        const group =
          name === 'category'
            ? (params.category ?? []).filter((code) => !sameSection(code, value))
            : name === 'has'
              ? (params.has ?? [])
              : []
        const ticked = { ...params, [name]: [...group, value] }
        expect(`${name} ${value}: ${number}`).toBe(
          `${name} ${value}: ${all.filter((entry) => matches(entry, ticked)).length}`,
        )
      }
    if (Object.keys(params).length === 0) expect(counts.region).toMatchObject({ Wales: expect.any(Number) })
  })
})

describe('the order', () => {
  const titles = async (sort: string) => (await everyRow({ sort })).map(({ title }) => title)
  const byPlace = (entries: Entry[]) => entries.map(({ content }) => content.title)

  test('by title goes from A to Z, whatever the case', async () => {
    const shown = await titles('title')
    expect(shown.map((title) => title.charAt(0).toLowerCase())).toEqual(
      shown.map((title) => title.charAt(0).toLowerCase()).sort(),
    )
  })

  test('by newest, and by newest change', async () => {
    expect(await titles('added')).toEqual(byPlace([...all].reverse()))
    expect(await titles('changed')).toEqual(byPlace([...all].reverse()))
  })

  test('measured results come first', async () => {
    const numbers = (await everyRow({ sort: 'measured' })).map(({ resultCount }) => resultCount)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect(numbers[0]).toBe(2)
  })
})

test('twenty stand on a page, none twice, and after the last page there are none', async () => {
  const pages = await Promise.all(['1', '2', '3', '4'].map((page) => listCaseStudies(readFilter({ page }))))
  expect(pages.map(({ rows }) => rows.length)).toEqual([20, 20, 20, 0])
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(count)
  expect(pages.every(({ total }) => total === count)).toBe(true)
})

function sameSection(one: string, other: string) {
  return one.charAt(0) === other.charAt(0)
}

async function everyRow(params: SearchParams) {
  const pages = await Promise.all(
    ['1', '2', '3'].map((page) => listCaseStudies(readFilter({ ...params, page }))),
  )
  return pages.flatMap(({ rows }) => rows)
}

async function everyPage(params: SearchParams) {
  return (await everyRow(params)).map(({ id }) => id)
}
