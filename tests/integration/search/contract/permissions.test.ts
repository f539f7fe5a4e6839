import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { planOf } from '@/lib/search/plan/expand'
import type { Found, SearchDocument } from '@/lib/search/schema'
import { theContentsTree } from '@/tests/support/builders'
import { engines } from '@/tests/support/search-engines'
import {
  ask,
  keepAll,
  searchFixtures,
  VIEWERS,
  type ViewerName,
  type Wanted,
} from '@/tests/support/search-fixtures'

const fixtures = searchFixtures()
const keys = new Map([...fixtures].map(([key, { id }]) => [id, key]))
const keysOf = ({ ids }: Found) => ids.map((id) => keys.get(id) ?? id)
const fixture = (key: string) => fixtures.get(key) as SearchDocument

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures.values())
  for (const { settle } of engines) await settle()
}, 60_000)

describe.each(engines)('K10 on $engine.name', ({ engine, settle }) => {
  const find = async (typed: string, viewer: ViewerName, wanted: Wanted = {}) =>
    keysOf(await ask(engine, typed, { ...wanted, viewer }))

  test.each<[string, string, ViewerName[], ViewerName[]]>([
    ['Priya Raman', 'person-priya', ['member', 'member:northshire', 'member:eastmere'], ['anon']],
    ['fleet review brief', 'doc-fleet-brief', ['member', 'member:eastmere'], ['anon']],
    ['brontowick', 'cs-org-notes', ['member:northshire'], ['anon', 'member', 'member:eastmere']],
    ['depot prices', 'doc-org', ['member:northshire'], ['anon', 'member', 'member:eastmere']],
    ['thistlemere', 'cs-own-notes', [], ['anon', 'member', 'member:northshire', 'member:eastmere']],
    ['Tom Ellery', 'person-tom', ['anon', 'member', 'member:eastmere'], []],
  ])('%s: %s is found by those whom it is open to, and by no others', async (typed, key, may, mayNot) => {
    for (const viewer of may) expect(await find(typed, viewer)).toContain(key)
    for (const viewer of mayNot) expect(await find(typed, viewer)).not.toContain(key)
  })

  test('what is hidden counts in no total and no facet', async () => {
    const open = await ask(engine, 'quernstone')
    const member = await ask(engine, 'quernstone', { viewer: 'member' })
    expect([open.total, member.total]).toEqual([7, 8])
    expect([open.counts.region?.Wales, member.counts.region?.Wales]).toEqual([1, 2])
    const narrowed = await ask(engine, 'quernstone', { filter: { region: ['Scotland'] } })
    expect(narrowed.counts.region?.Wales).toBe(1)
  })

  test('a filter does not open what is hidden', async () => {
    const found = await ask(engine, '', { filter: { kind: ['person'] } })
    expect(keysOf(found)).toEqual(['person-tom'])
    expect(await find('', 'anon', { only: [fixture('doc-org').id, fixture('cs-grit').id] })).toEqual([
      'cs-grit',
    ])
  })

  test('of any words, and beyond the first page, nothing hidden is found', async () => {
    const hidden = [...fixtures].flatMap(([key, { acl }]) => (acl.includes('public') ? [] : [key]))
    expect(hidden.length).toBeGreaterThan(6)
    for (const match of ['all', 'any'] as const)
      for (const page of [1, 2]) {
        const found = await ask(engine, 'prices salt depot notes northshire secret food', { match, page })
        expect(keysOf(found).filter((key) => hidden.includes(key))).toEqual([])
      }
    const whole = [...(await find('', 'anon')), ...(await find('', 'anon', { page: 2 }))]
    expect(whole.filter((key) => hidden.includes(key))).toEqual([])
  })

  test('what somebody may no longer see is not found from then on, and what is opened is', async () => {
    const probe = fixture('cs-probe-3')
    await keepAll([{ ...probe, acl: ['members'] }])
    await settle()
    expect((await ask(engine, 'quernstone')).total).toBe(6)
    expect((await ask(engine, 'quernstone', { viewer: 'member' })).total).toBe(8)
    await keepAll([probe])
    await settle()
    expect((await ask(engine, 'quernstone')).total).toBe(7)
  })

  test('K15: what is written is found, what is written anew is found by its new words only, what is gone is not', async () => {
    const added = { ...fixture('cs-grit'), id: 'case-999999', ref: '999999' }
    await keepAll([{ ...added, texts: { ...added.texts, title: 'Larkspur verges' } }])
    await settle()
    expect((await ask(engine, 'larkspur')).ids).toEqual([added.id])
    await keepAll([{ ...added, texts: { ...added.texts, title: 'Campion verges' } }])
    await settle()
    expect((await ask(engine, 'larkspur', { exactly: true })).ids).toEqual([])
    expect((await ask(engine, 'campion')).ids).toEqual([added.id])
    await db.$executeRaw`DELETE FROM search_document WHERE id = ${added.id}`
    await settle()
    expect((await ask(engine, 'campion', { exactly: true })).ids).toEqual([])
  })
})

describe('what a query is taken for tells nothing of what is hidden', () => {
  const taken = async (typed: string, viewer: ViewerName) =>
    (await planOf({ typed, exactly: false, acl: VIEWERS[viewer] })).taken

  test('a word is taken for one that everybody may see, never for a hidden one', async () => {
    expect(await taken('quernstome', 'anon')).toEqual([{ typed: 'quernstome', as: 'quernstone' }])
    for (const viewer of ['anon', 'member', 'member:eastmere'] as const) {
      expect(await taken('brontowikc', viewer)).toEqual([])
      expect(await taken('thistlemree', viewer)).toEqual([])
    }
  })

  test('beginnings and families of words come from what everybody may see', async () => {
    for (const viewer of ['anon', 'member:eastmere'] as const) {
      const { terms } = await planOf({ typed: 'bronto', exactly: false, acl: VIEWERS[viewer] })
      expect(JSON.stringify(terms)).not.toContain('brontowick')
    }
  })

  test('the hidden word itself is searched for as it was typed, so that those who may see it find it', async () => {
    expect(await taken('brontowick', 'member:northshire')).toEqual([])
    const [seen, unseen] = await Promise.all([
      planOf({ typed: 'brontowick', exactly: false, acl: VIEWERS['member:northshire'] }),
      planOf({ typed: 'brontowick', exactly: false, acl: VIEWERS.anon }),
    ])
    expect(seen.terms[0]?.typed).toBe('brontowick')
    expect(unseen.taken).toEqual([])
  })
})
