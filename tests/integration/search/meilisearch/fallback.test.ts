import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { answer, searchStanding } from '@/lib/search/choose'
import { noteState } from '@/lib/search/push/standing'
import { aDocument, askFor, forget, keep, texts } from '../../../support/search-index'
import { aSearchServer, type SearchManner, type SearchServer } from '../../../support/search-server'

// PostgreSQL answers the same request when Meilisearch does not; a small server of our own fails in each way.
let server: SearchServer

beforeEach(async () => {
  server = await aSearchServer()
  process.env.SEARCH_ENGINE = 'meilisearch'
  process.env.MEILISEARCH_URL = server.url
  process.env.MEILISEARCH_ADMIN_KEY = 'a-key-that-may-write'
  process.env.MEILISEARCH_SEARCH_KEY = 'a-key-that-may-search'
  delete (globalThis as { cupboardSearchBreaker?: unknown }).cupboardSearchBreaker
  await keep(
    aDocument(1, { texts: texts({ title: 'Lighting the harbour' }) }),
    aDocument(2, { texts: texts({ title: 'Harbour catering' }) }),
  )
  await noteState({ live: { tag: '000001-x', createdAt: '2026-01-01T00:00:00Z' }, away: null, faults: {} })
  await pool().query(`UPDATE search_push SET pushed = '000001-x'`)
  await pool().query('DELETE FROM search_removed')
  server.state.hits = ['organisation-2', 'organisation-1']
})
afterEach(async () => {
  for (const name of ['SEARCH_ENGINE', 'MEILISEARCH_URL', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_SEARCH_KEY'])
    delete process.env[name]
  await server.close()
  await forget('organisation-1', 'organisation-2')
})

test('a server that answers is believed', async () => {
  const found = await answer(await askFor('harbour'))
  expect(found).toMatchObject({ engine: 'meilisearch', degraded: false, total: 2 })
  expect(found.ids).toEqual(['organisation-2', 'organisation-1'])
  expect(await searchStanding()).toEqual({ degraded: false, why: '' })
})

test.each<SearchManner>(['slow', 'overloaded', 'broken', 'words', 'no-index', 'strangers'])(
  'PostgreSQL answers in place of a server that is %s',
  async (manner) => {
    server.state.manner = manner
    const begun = performance.now()
    const found = await answer(await askFor('harbour'))
    expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: 2 })
    expect([...found.ids].sort()).toEqual(['organisation-1', 'organisation-2'])
    expect(performance.now() - begun).toBeLessThan(4000)
  },
)

test('PostgreSQL answers in place of a server that is not there', async () => {
  await server.close()
  expect(await answer(await askFor('harbour'))).toMatchObject({
    engine: 'postgres',
    degraded: true,
    total: 2,
  })
  server = await aSearchServer()
})

test('a single hit that is gone is neither shown nor counted', async () => {
  server.state.hits = ['organisation-2', 'organisation-1', 'organisation-99']
  const found = await answer(await askFor('harbour'))
  expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: 2 })
})

test('a hit that is not open to the reader is neither shown nor counted', async () => {
  await keep(aDocument(3, { texts: texts({ title: 'Harbour plans' }), acl: ['members'] }))
  await pool().query(`UPDATE search_push SET pushed = '000001-x'`)
  server.state.hits = ['organisation-3', 'organisation-1', 'organisation-2']
  expect(await answer(await askFor('harbour'))).toMatchObject({ engine: 'postgres', total: 2 })
  const member = await answer(await askFor('harbour', { acl: ['public', 'members'] }))
  expect(member).toMatchObject({ engine: 'meilisearch', total: 3 })
  await forget('organisation-3')
})

test('after five failures the server is left alone, and asked again after half a minute', async () => {
  server.state.manner = 'overloaded'
  for (let time = 0; time < 7; time += 1) await answer(await askFor('harbour'))
  expect(server.state.searches).toBe(5)
  expect(await searchStanding()).toMatchObject({ degraded: true })
  server.state.manner = 'answer'
  expect(await answer(await askFor('harbour'))).toMatchObject({ engine: 'postgres', degraded: true })
  expect(server.state.searches).toBe(5)
})

test('what is on its way out is left out of the question', async () => {
  await forget('organisation-2')
  await answer(await askFor('harbour'))
  expect(server.state.asked[0]?.filter).toContain('id NOT IN ["organisation-2"]')
})

test('a change that has waited more than ten seconds is found in the database', async () => {
  await pool().query(
    `UPDATE search_push SET pushed = '', since = now() - interval '9 seconds' WHERE id = 'organisation-1'`,
  )
  expect(await answer(await askFor('harbour'))).toMatchObject({ engine: 'meilisearch', degraded: false })
  await pool().query(
    `UPDATE search_push SET since = now() - interval '11 seconds' WHERE id = 'organisation-1'`,
  )
  expect(await answer(await askFor('harbour'))).toMatchObject({ engine: 'postgres', degraded: true })
  expect(await searchStanding()).toEqual({ degraded: true, why: 'Meilisearch is behind the database.' })
})

test('an index that was never built answers nobody', async () => {
  await noteState({ live: null })
  expect(await answer(await askFor('harbour'))).toMatchObject({ engine: 'postgres', degraded: true })
  expect(server.state.searches).toBe(0)
})

test('with PostgreSQL as the engine nothing is degraded and no server is asked', async () => {
  process.env.SEARCH_ENGINE = 'postgres'
  expect(await answer(await askFor('harbour'))).toMatchObject({
    engine: 'postgres',
    degraded: false,
    total: 2,
  })
  expect(server.state.searches).toBe(0)
})
