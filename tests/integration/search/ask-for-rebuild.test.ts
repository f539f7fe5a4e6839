import { afterEach, expect, test } from 'vitest'
import { GET } from '@/app/api/health/ready/route'
import { db, pool } from '@/lib/platform/db'
import { askForIndex } from '@/lib/search/ask-for-rebuild'
import { findEngineStatus } from '@/lib/search/engine-status'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson } from '../../support/builders'
import { useOtherEngine } from '../../support/other-engine'
import { aDocument, keep } from '../../support/search-index'

afterEach(async () => {
  await pool().query('DELETE FROM search_document')
  await pool().query('DELETE FROM search_removed')
})

test('moderators and administrators have the index written anew', async () => {
  for (const role of ['moderator', 'admin'] as const) {
    await keep(aDocument(77))
    await askForIndex(await aPerson(role))
    expect((await findEngineStatus()).rebuilding).toBe(true)
    await drainOutbox()
    expect((await findEngineStatus()).rebuilding).toBe(false)
    // No organisation has this number.
    expect(await db.searchDocument.count({ where: { id: 'organisation-77' } })).toBe(0)
  }
})

test('nobody else does', async () => {
  for (const role of ['pending', 'contributor', 'representative'] as const)
    await askForIndex(await aPerson(role))
  expect((await findEngineStatus()).rebuilding).toBe(false)
})

test('the status counts what can be found by kind', async () => {
  await keep(aDocument(1), aDocument(2))
  const { engine, other, kinds, degraded } = await findEngineStatus()
  expect({ engine, other, degraded }).toEqual({ engine: 'postgres', other: null, degraded: '' })
  expect(kinds.find(({ kind }) => kind === 'organisation')).toEqual({ kind: 'organisation', documents: 2 })
})

test('the site is ready while the database answers in place of the other engine, and says so', async () => {
  const read = async () => (await GET()).json()
  expect(await read()).toEqual({ status: 'ready', database: 'answers', search: 'ok' })
  const engine = await useOtherEngine()
  try {
    await keep(aDocument(1))
    expect(await read()).toMatchObject({ status: 'ready', search: 'degraded' })
    const { degraded, other } = await findEngineStatus()
    expect(degraded).toBe('The index of Meilisearch is not built yet.')
    expect(other).toMatchObject({ waiting: 1, parked: [], building: null, index: '' })
  } finally {
    await engine.end()
  }
})
