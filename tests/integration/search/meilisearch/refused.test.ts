import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { answer } from '@/lib/search/choose'
import { findEngineStatus } from '@/lib/search/engine-status'
import { pushRound } from '@/lib/search/push/round'
import { noteState, readState } from '@/lib/search/push/standing'
import { anIndexServer, type IndexServer } from '../../../support/index-server'
import { aDocument, askFor, keep } from '../../../support/search-index'

// A server that does not take one document: the others are not held up, and somebody is told.
let server: IndexServer

beforeEach(async () => {
  server = await anIndexServer()
  Object.assign(process.env, {
    SEARCH_ENGINE: 'meilisearch',
    MEILISEARCH_URL: server.url,
    MEILISEARCH_ADMIN_KEY: 'a-key-that-may-write',
    MEILISEARCH_SEARCH_KEY: 'a-key-that-may-search',
  })
  await pool().query('DELETE FROM search_document')
  await pool().query('DELETE FROM search_engine')
})
afterEach(async () => {
  for (const name of ['SEARCH_ENGINE', 'MEILISEARCH_URL', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_SEARCH_KEY'])
    delete process.env[name]
  await server.close()
})

async function waitOver() {
  const faults = Object.entries((await readState()).faults)
  const over = faults.map(([id, fault]) => [id, { ...fault, next: fault.next && '2026-01-01T00:00:00Z' }])
  await noteState({ faults: Object.fromEntries(over) })
}

test('a document that is refused is tried three times more, parked, shown, and sent again when it changes', async () => {
  server.state.refuses.add('organisation-4')
  await keep(...[1, 2, 3, 4, 5, 6, 7].map((number) => aDocument(number)))
  expect(await pushRound()).toMatchObject({ outcome: 'done', pushed: 6 })
  const pauses: (number | null)[] = []
  for (let time = 0; time < 4; time += 1) {
    const fault = (await readState()).faults['organisation-4']
    pauses.push(fault?.next ? Math.round((Date.parse(fault.next) - Date.now()) / 60_000) : null)
    await pushRound()
    expect((await readState()).faults['organisation-4']).toEqual(fault)
    await waitOver()
    await pushRound()
  }
  expect(pauses).toEqual([1, 5, 30, null])

  const { other } = await findEngineStatus()
  expect(other?.parked).toEqual([
    expect.objectContaining({
      id: 'organisation-4',
      title: 'Case 4',
      next: null,
      why: 'Document organisation-4 is refused.',
    }),
  ])
  expect(other?.fault?.why).toBe('Document organisation-4 is refused.')

  server.state.refuses.clear()
  await keep(aDocument(4, { quality: 90 }))
  expect(await pushRound()).toMatchObject({ pushed: 1 })
  expect((await readState()).faults).toEqual({})
})

test('a parked document does not make the database answer for everything', async () => {
  server.state.refuses.add('organisation-4')
  await keep(...[3, 4].map((number) => aDocument(number)))
  await pushRound()
  await pool().query(`UPDATE search_push SET since = now() - interval '1 day'`)
  expect(await answer(await askFor('case'))).toMatchObject({
    engine: 'meilisearch',
    degraded: false,
    total: 1,
  })
})
