import { beforeAll, describe, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { filterQuery, readFilter, type SearchParams } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { db } from '@/lib/platform/db'
import {
  aContent,
  anOrganisation,
  aPerson,
  aResource,
  aResult,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { randomFrom } from '@/tests/support/random'
import { size } from '@/tests/support/size'

const CODES = ['D10', 'D11', 'C2', 'C1', 'E1.1', 'E3.2']
const REGIONS = ['Wales', 'Scotland', 'North East'] as const
const REGIMES = ['PA2023', 'PCR2015', 'UNK'] as const
const EVIDENCE = ['told', 'documented', 'checked'] as const
const STATES = ['current', 'ended', 'unknown'] as const
const STANDINGS = ['current', 'earlier', 'recheck', 'not-uk', 'not-known'] as const
const APPROVALS = ['LEG-OWN', 'MEMBER', 'UNK'] as const
const CHALLENGES = ['none-known', 'settled', 'unknown'] as const
const BARRIERS = ['silos', 'price-first', 'aggregation'] as const
const STAGES = ['specification', 'award', 'management'] as const
const TYPES = { Powys: 'welsh-council', Tyne: 'unitary', Barts: 'nhs' } as const
const count = 60
const all: { id: number; content: CaseStudyContent; type: string; standing: string; place: number }[] = []

beforeAll(async () => {
  await theContentsTree()
  for (const [name, type] of Object.entries(TYPES)) await anOrganisation(name, { type })
  const author = await aPerson()
  for (let place = 0; place < count; place += 1) {
    const content = generated(place)
    const { id } = value(await createCaseStudy(author, { content, note: 'New' }))
    // As if the law register had said so: what it says of which facts has tests of its own.
    const standing = randomFrom(place).pick(STANDINGS)
    await db.legalStatus.update({ where: { pageId: id }, data: { label: standing } })
    const type = TYPES[content.organisation as keyof typeof TYPES] ?? ''
    all.push({ id, content, type, standing, place })
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
    barriers: some(BARRIERS),
    contractStages: some(STAGES),
    legalStatus: {
      ...base.legalStatus,
      regime: one(REGIMES),
      approvals: approvalsOf(some(APPROVALS)),
      challenge: { state: one(CHALLENGES), date: '', source: '' },
    },
    evidence: one(EVIDENCE),
    state: one(STATES),
    results: some([1, 2]).map((number) => aResult({ measure: `Measure ${number}` })),
    resources: some([1, 2]).map((number) => aResource({ number, kind: one(['primary', 'news'] as const) })),
    contact: dice() < 0.4 ? contact : null,
  })
}

/** Two of one kind count once. */
function approvalsOf(kinds: (typeof APPROVALS)[number][]) {
  const empty = { body: '', date: '', scope: '', conditions: '', documentUrl: '' }
  return [...kinds, ...kinds.slice(0, 1)].map((kind) => ({ ...empty, kind }))
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
  category: ({ content }, code) =>
    content.categories.some((own) => [own, own.split('.')[0], own.charAt(0)].includes(code)),
  region: ({ content }, region) => (content.regions as string[]).includes(region),
  type: ({ type }, wanted) => type === wanted,
  law: ({ content }, law) => content.legalStatus.regime === law,
  standing: ({ standing }, wanted) => standing === wanted,
  approval: ({ content }, kind) => content.legalStatus.approvals.some((approval) => approval.kind === kind),
  challenge: ({ content }, state) => content.legalStatus.challenge.state === state,
  barrier: ({ content }, barrier) => (content.barriers as string[]).includes(barrier),
  stage: ({ content }, stage) => (content.contractStages as string[]).includes(stage),
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

const SETS: Record<string, readonly string[]> = {
  category: [...CODES, 'D', 'E1', 'F10'],
  region: REGIONS,
  type: Object.values(TYPES),
  standing: STANDINGS,
  law: REGIMES,
  approval: APPROVALS,
  challenge: CHALLENGES,
  barrier: BARRIERS,
  stage: STAGES,
  evidence: EVIDENCE,
  state: STATES,
  has: ['figure', 'document', 'contact'],
}

const FILTERS: Record<string, string[]>[] = [
  {},
  { category: ['D10', 'D11', 'C2', 'E'] },
  { category: ['F10'] },
  { has: ['figure', 'document', 'contact'] },
  { barrier: ['silos', 'aggregation'], stage: ['award'] },
  { standing: ['earlier', 'recheck'], approval: ['MEMBER'], challenge: ['settled', 'unknown'] },
  { region: ['Wales'], category: ['D10'], type: ['nhs', 'unitary'], law: ['PCR2015', 'UNK'] },
  ...Array.from({ length: size({ suite: 24, full: 1000 }) }, (_, seed) => anyFilter(seed)),
]

/** One to four groups, each with one to three of its values. */
function anyFilter(seed: number): Record<string, string[]> {
  const { below, pick } = randomFrom(seed + 1)
  const names = Array.from({ length: 1 + below(4) }, () => pick(Object.keys(SETS)))
  const some = (name: string) => Array.from({ length: 1 + below(3) }, () => pick(SETS[name] ?? []))
  return Object.fromEntries(names.map((name) => [name, [...new Set(some(name))]]))
}

describe.each(FILTERS.map((params) => [JSON.stringify(params), params] as const))('under %s', (_, params) => {
  test('LAB-8 the list is what one by one gives, and its address gives it again', async () => {
    const expected = all.filter((entry) => matches(entry, params)).map(({ id }) => id)
    const filter = readFilter(params)
    expect((await listCaseStudies(filter)).total).toBe(expected.length)
    expect((await everyPage(params)).sort((a, b) => a - b)).toEqual(expected)
    const address = new URLSearchParams(filterQuery(filter))
    const again = Object.fromEntries([...address.keys()].map((name) => [name, address.getAll(name)]))
    expect(readFilter(again)).toEqual(filter)
  })

  test('the number beside each value is how many there are when it is ticked', async () => {
    const { counts } = await listCaseStudies(readFilter(params))
    for (const [name, values] of Object.entries(SETS)) {
      const expected: Record<string, number> = {}
      for (const value of values) {
        const ticked = { ...params, [name]: [...keptBeside(name, value, params), value] }
        const number = all.filter((entry) => matches(entry, ticked)).length
        if (number > 0) expected[value] = number
      }
      const shown = Object.entries(counts[name as keyof typeof counts]).filter(([, number]) => number > 0)
      const known = shown.filter(([value]) => values.includes(value))
      expect([name, Object.fromEntries(known)]).toEqual([name, expected])
    }
  })

  test('each way to widen it leads to as many as it says', async () => {
    const { without, total } = await listCaseStudies(readFilter(params))
    for (const [key, number] of Object.entries(without)) {
      const wider = all.filter((entry) => matches(entry, lifted(params, key))).length
      expect(`${key}: ${total + number}`).toBe(`${key}: ${wider}`)
    }
  })
})

/** What stays ticked in its own group when a value is counted. */
function keptBeside(name: string, value: string, params: Record<string, string[]>): string[] {
  if (name === 'category') return (params.category ?? []).filter((code) => !sameSection(code, value))
  return name === 'has' ? (params.has ?? []) : []
}

/** The filter without one of its conditions: "region", "category D", "has figure". */
function lifted(params: Record<string, string[]>, key: string): Record<string, string[]> {
  const [name = '', part] = key.split(' ')
  const kept = part
    ? (params[name] ?? []).filter(
        (value) => value !== part && (name !== 'category' || value.charAt(0) !== part),
      )
    : []
  return { ...params, [name]: kept }
}

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
