import { beforeAll, describe, expect, test } from 'vitest'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { everybody } from '@/lib/search/access'
import { resultsCsv } from '@/lib/search/csv'
import { search } from '@/lib/search/find'
import { visibleRows } from '@/lib/search/rows'
import { paramsOf, readState } from '@/lib/search/state'
import { suggest } from '@/lib/search/suggest'
import { findValueNames } from '@/lib/search/value-names'
import { listWider } from '@/lib/search/wider'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aResource,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { theLawRegister } from '@/tests/support/law'

const stateOf = (query: string) => readState(paramsOf(new URLSearchParams(query)))
const find = (query: string) => search(stateOf(query), everybody)
const titlesIn = async (query: string) =>
  (await find(query)).hits.flatMap((hit) => (hit.kind === 'case_study' ? [hit.row.title] : []))

const { legalStatus } = aContent()
const underThisAct = { ...legalStatus, regime: 'PA2023' as const, commencedOn: '2025-06-01' }

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
  await anOrganisation('Penrhyn Council', { type: 'welsh-council', region: 'Wales' })
  await anOrganisation('Tynedale Council', { type: 'unitary', region: 'North East' })
  await aPublishedCaseStudy({
    title: 'Quokka meals in Wales',
    organisation: 'Penrhyn Council',
    regions: ['Wales'],
    categories: ['D10'],
    legalStatus: { ...legalStatus, nation: 'Wales', regime: 'PCR2015' },
    resources: [aResource({ kind: 'primary', title: 'The contract' })],
  })
  await aPublishedCaseStudy({
    title: 'Quokka meals on the Tyne',
    organisation: 'Tynedale Council',
    regions: ['North East'],
    categories: ['D10', 'E1.1'],
    legalStatus: { ...underThisAct, valueBand: 'above' },
  })
  await aPublishedCaseStudy({
    title: 'Quokka bins on the Tyne',
    organisation: 'Tynedale Council',
    regions: ['North East'],
    categories: ['D11'],
    startedOn: '2019-05',
  })
  await drainOutbox()
})

describe('filters', () => {
  test('LAB-8 region, area, kind of organisation and law together, with counts that say what each would leave', async () => {
    const { total, counts } = await find('?q=quokka&region=Wales&category=D10&type=welsh-council&law=PCR2015')
    expect(total).toBe(1)
    expect(counts.region).toEqual({ Wales: 1 })
    const wider = await find('?q=quokka&category=D10')
    expect(wider.total).toBe(2)
    expect(wider.counts.region).toEqual({ Wales: 1, 'North East': 1 })
    expect(wider.counts.category).toMatchObject({ D10: 2, D11: 1 })
    expect(wider.counts.type).toEqual({ 'welsh-council': 1, unitary: 1 })
  })

  test('widen within a group and narrow between groups; headings of two sections narrow', async () => {
    expect(await titlesIn('?q=quokka&region=Wales&region=North+East')).toHaveLength(3)
    expect(await titlesIn('?q=quokka&category=D10&category=D11')).toHaveLength(3)
    expect(await titlesIn('?q=quokka&category=D10&category=E1')).toEqual(['Quokka meals on the Tyne'])
    expect(await titlesIn('?q=quokka&year=2019')).toEqual(['Quokka bins on the Tyne'])
  })

  test('AUD-5 has=document leaves the cases with documents to reuse', async () => {
    expect(await titlesIn('?q=quokka&has=document')).toEqual(['Quokka meals in Wales'])
  })

  test('only the same rules as the reader’s', async () => {
    expect(await titlesIn('?q=quokka&us=england.unitary&rules=same')).toEqual(['Quokka meals on the Tyne'])
    expect(await titlesIn('?q=quokka&us=england.unitary.below&rules=same')).toEqual([])
    expect(await titlesIn('?q=quokka&us=scotland&rules=same')).toEqual([])
    expect(await titlesIn('?q=quokka&us=scotland')).toHaveLength(3)
  })

  test('nothing under them: each way of lifting one says how many it would give, and is right', async () => {
    const state = stateOf('?q=quokka&region=Wales&category=D11&has=contact')
    expect((await search(state, everybody)).total).toBe(0)
    const oneLess = stateOf('?q=quokka&region=Wales&category=D11')
    const ways = await listWider(oneLess, everybody, await findValueNames(oneLess.filter))
    expect(ways.map(({ words, count }) => [words, count])).toEqual([
      ['“Waste and recycling”', 1],
      ['“Wales”', 1],
    ])
    for (const way of ways) expect((await search(way.state, everybody)).total).toBe(way.count)
    expect(await listWider(state, everybody, await findValueNames(state.filter))).toEqual([])
  })
})

describe('what may not be seen', () => {
  test('is neither a row, nor in the table, nor suggested', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ title: 'Wombatish vans', summary: 'Vans.' })
    await drainOutbox()
    const id = `case-${caseStudy.id}`
    expect([...(await visibleRows([id])).keys()]).toEqual([id])
    expect(await resultsCsv(stateOf('?q=wombatish'), everybody)).toContain('Wombatish vans')
    expect(await suggest('wombat', everybody)).toEqual([
      { text: 'wombatish', kind: 'words' },
      { text: 'Wombatish vans', kind: 'case_study' },
    ])

    const moderator = await aPerson('moderator')
    value(await withdrawPage(moderator, { id: caseStudy.id, reason: 'Asked for by its council' }))
    expect([...(await visibleRows([id])).keys()]).toEqual([])
    expect(await resultsCsv(stateOf('?q=wombatish'), everybody)).not.toContain('Wombatish')
    expect(await suggest('wombat', everybody)).toEqual([])
  })

  test('a person who is no longer listed is no row, one who is stays', async () => {
    const [listed, other] = [await aPerson(), await aPerson()]
    const ids = [listed, other].map(({ handle }) => `person-${handle}`)
    expect((await visibleRows(ids)).size).toBe(0)
    await db.person.update({ where: { id: listed.id }, data: { listed: true } })
    await db.person.update({ where: { id: other.id }, data: { listed: true, suspendedAt: new Date() } })
    expect([...(await visibleRows(ids)).keys()]).toEqual([ids[0]])
  })

  test('a retired heading, an unknown id and a file that nobody links are no rows', async () => {
    await db.category.update({ where: { code: 'F12' }, data: { retiredAt: new Date() } })
    const ids = ['category-F12', 'category-D10', 'case-999999', 'file-1-1', 'nonsense', 'case-x']
    expect([...(await visibleRows(ids)).keys()]).toEqual(['category-D10'])
  })
})

describe('suggestions', () => {
  const texts = async (typed: string) => (await suggest(typed, everybody)).map(({ text }) => text)

  test('go on with the last word, as documents do that have the words before', async () => {
    expect((await texts('quokka me'))[0]).toBe('quokka meals')
    expect(await texts('quokka zz')).toEqual([])
    expect(await texts('Quokka b')).toContain('Quokka bins on the Tyne')
  })

  test('name headings by what they are also called', async () => {
    expect(await texts('refus')).toContain('Waste and recycling')
  })

  test('keep silent where there is nothing to complete', async () => {
    for (const typed of ['', ' ', 'q', '"quokka', '-quok', '(((', 'x'.repeat(300), '🍏', "'; drop"])
      expect(await texts(typed), typed).toEqual([])
  })
})

test('the table has the order of the page, and cells as they are', async () => {
  const text = await resultsCsv(stateOf('?q=quokka&sort=title'), everybody)
  const rows = text.trim().split('\r\n').slice(1)
  expect(rows.map((row) => row.split(',')[1])).toEqual([
    'Quokka bins on the Tyne',
    'Quokka meals in Wales',
    'Quokka meals on the Tyne',
  ])
  expect(rows[1]).toMatch(/^Case study,Quokka meals in Wales,Penrhyn Council,Wales,/)
  expect(rows[1]).toMatch(/,yes,\d{4}-\d\d-\d\d,http.*\/case-studies\/\d+-quokka-meals-in-wales$/)
})
