import { beforeAll, expect, test } from 'vitest'
import { questionsOf, textOf } from '@/lib/search/engines/meilisearch/query'
import { settingsWith } from '@/lib/search/engines/meilisearch/settings'
import { synonymsNow } from '@/lib/search/engines/meilisearch/synonyms'
import { planOf } from '@/lib/search/plan/expand'
import { treeOf } from '@/lib/taxonomy/effective'
import { aDocument, askFor, keep, texts } from '../../../support/search-index'

// What Meilisearch is asked and taught, without a server.
const index = 'cupboard'
const node = { successors: [], retiredAt: null }
const tree = treeOf([
  { ...node, code: 'A', parentCode: null },
  { ...node, code: 'A1', parentCode: 'A' },
  { ...node, code: 'A2', parentCode: 'A' },
  { ...node, code: 'D', parentCode: null },
  { ...node, code: 'D05', parentCode: 'D' },
])

beforeAll(async () => {
  await keep(
    aDocument(1, {
      texts: texts({ title: 'Leases of vehicles', body: 'We leased vans. A lease of five years.' }),
    }),
    aDocument(2, {
      texts: texts({ title: 'School meals', body: 'Catering for a school. A supplier of meals.' }),
    }),
    aDocument(3, {
      texts: texts({ title: 'Apprenticeships in construction', body: 'Suppliers train them.' }),
    }),
    aDocument(4, { texts: texts({ title: 'Information technology', body: 'Street lighting of the town' }) }),
  )
})

async function read(typed: string): Promise<string> {
  return textOf(await planOf({ typed, exactly: false, acl: ['public'] }))
}

test('words are asked for in their order, and a space ends the last where it cannot go on', async () => {
  expect(await read('leases vans')).toBe('leases vans ')
  expect(await read('construction apprent')).toBe('construction apprent')
  expect(await read('apprent construction')).toMatch(/ $/)
})

test('phrases stay phrases, and what must not be there comes first', async () => {
  expect(await read('"school meals" vans')).toBe('"school meals" vans ')
  expect(await read('vans -school -"five years"')).toBe('-school -"five years" vans ')
})

test('a slip is asked for as what it was taken for, and a word that is two as a phrase', async () => {
  expect(await read('constuction')).toBe('construction ')
  expect(await read('streetlighting')).toMatch(/^"?street ?light(ing|s)"? $/)
})

test('a name of the field is asked for as it is written in the list', async () => {
  expect(await read('school meal')).toBe('school meals ')
  expect(await read('suppliers')).toBe('supplier ')
})

test('a name in capitals is asked for by a word that only the list has', async () => {
  expect(await read('IT for schools')).toMatch(/^cupboardname\d+ schools? $/)
  expect(await read('it')).toBe('it ')
})

test('words that mean something to a filter or to a query are only words', async () => {
  const asked = await read('"; DROP TABLE" AND OR NOT ( ) : * & | ! <script> "')
  expect(asked).not.toMatch(/[;()*&|!<>:]/)
})

test('Meilisearch is taught words of one stem and the names of the field', async () => {
  const synonyms = await synonymsNow()
  expect(synonyms.lease).toEqual(['leased', 'leases'])
  expect(synonyms.leased).toContain('lease')
  expect(synonyms['school meals']).toEqual(expect.arrayContaining(['catering', 'food service']))
  expect(synonyms.supplier).toEqual(expect.arrayContaining(['suppliers', 'contractor', 'provider']))
  expect(synonyms.suppliers).toEqual(expect.arrayContaining(['supplier', 'contractor']))
  // Meant only in capitals: whoever types "it" gets no information technology.
  expect(synonyms.it).toBeUndefined()
  for (const others of Object.values(synonyms)) {
    expect(others.length).toBeLessThanOrEqual(45)
    expect(others.join(' ').split(' ').length).toBeLessThanOrEqual(95)
  }
  expect(settingsWith(synonyms)).toMatchObject({ displayedAttributes: ['id', 'version'], synonyms })
})

test('who may see it and what is on its way out are part of every question', async () => {
  const ask = await askFor('vans', { acl: ['public', 'members'], filter: { region: ['Wales', 'Scotland'] } })
  const { queries } = await questionsOf(ask, { tree, without: ['case-4'], index })
  expect(queries).toHaveLength(2)
  for (const { filter } of queries)
    expect(filter).toEqual(expect.arrayContaining(['acl IN ["public", "members"]', 'id NOT IN ["case-4"]']))
  expect(queries[0]?.filter).toContain('facets.region IN ["Wales", "Scotland"]')
  // The values of a group are counted as if none of them was ticked.
  expect(queries[1]?.filter).not.toContain('facets.region IN ["Wales", "Scotland"]')
  expect(queries[1]).toMatchObject({ facets: ['facets.region'], page: 1, hitsPerPage: 0 })
})

test('headings are grouped by section, and each thing it must have is a group of its own', async () => {
  const filter = { category: ['A1', 'D05', 'A2'], has: ['figure', 'contact'] }
  const { queries, lifted } = await questionsOf(await askFor('', { filter }), { tree, without: [], index })
  expect(queries[0]?.filter).toEqual([
    'acl IN ["public"]',
    'facets.category IN ["A1", "A2"]',
    'facets.category IN ["D05"]',
    'facets.has IN ["figure"]',
    'facets.has IN ["contact"]',
  ])
  expect(lifted.map(({ facet, section }) => [facet, section])).toEqual([
    ['category', 'A'],
    ['category', 'D'],
  ])
})

test('a value cannot end its quotes, and one that cannot be said finds nothing', async () => {
  const filter = { organisation: ['1" OR acl = "mods', 'back\\slash"] OR acl IN ["mods'] }
  const { queries } = await questionsOf(await askFor('', { filter }), { tree, without: [], index })
  expect(queries[0]?.filter).toContain('facets.organisation IN ["1\\" OR acl = \\"mods"]')
  const none = await questionsOf(await askFor('', { acl: [] }), { tree, without: [], index })
  expect(none.queries[0]?.filter).toContain('acl IN []')
})

test('without words the newest comes first; another order comes before all', async () => {
  const sortOf = async (typed: string, sort: 'best' | 'title' | 'saved') =>
    (await questionsOf(await askFor(typed, { sort }), { tree, without: [], index })).queries[0]?.sort
  expect(await sortOf('', 'best')).toEqual(['publishedAt:desc', 'tie:asc'])
  expect(await sortOf('vans', 'best')).toEqual([])
  expect(await sortOf('vans', 'title')).toEqual(['titleKey:asc', 'tie:asc'])
  expect(settingsWith({}).rankingRules?.[0]).toBe('sort')
})
