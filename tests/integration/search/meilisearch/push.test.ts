import { afterEach, beforeEach, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { answer } from '@/lib/search/choose'
import { writing } from '@/lib/search/engines/meilisearch/client'
import { liveIndex, nextIndex } from '@/lib/search/engines/meilisearch/settings'
import { beginBuild } from '@/lib/search/push/build'
import { asOnlyWriter } from '@/lib/search/push/lock'
import { pushRound } from '@/lib/search/push/round'
import { askForRebuild, noteState, readState } from '@/lib/search/push/standing'
import { verifyMeilisearch } from '@/lib/search/push/verify'
import { against, type OtherEngine, useOtherEngine } from '../../../support/other-engine'
import { aDocument, askFor, forget, keep, texts } from '../../../support/search-index'

let engine: OtherEngine

beforeEach(async () => {
  engine = await useOtherEngine()
  await pool().query('DELETE FROM search_document')
  await pool().query('DELETE FROM search_removed')
})
afterEach(() => engine.end())

const harbour = (number: number, change = {}) =>
  aDocument(number, { texts: texts({ title: `Harbour ${number}` }), ...change })

async function idsFor(words: string, acl = ['public']): Promise<string[]> {
  const found = await answer(await askFor(words, { acl }))
  expect(found).toMatchObject({ engine: 'meilisearch', degraded: false, total: found.ids.length })
  return [...found.ids].sort()
}

test(`what is written is found, and what is changed or gone is not (${against})`, async () => {
  await keep(harbour(1), harbour(2))
  expect(await pushRound()).toEqual({ outcome: 'done', pushed: 2, drift: false })
  expect(await idsFor('harbour')).toEqual(['organisation-1', 'organisation-2'])

  await keep(aDocument(1, { texts: texts({ title: 'Airport' }) }))
  await forget('organisation-2')
  expect(await idsFor('harbour')).toEqual(['organisation-1'])
  expect(await pushRound()).toMatchObject({ outcome: 'done', pushed: 2 })
  expect(await idsFor('harbour')).toEqual([])
  expect(await idsFor('airport')).toEqual(['organisation-1'])
  expect(await pushRound()).toMatchObject({ outcome: 'done', pushed: 0 })
})

test('what is open to fewer people is found by nobody else, even before it is pushed', async () => {
  await keep(harbour(1), harbour(2))
  await pushRound()
  await keep(harbour(1, { acl: ['members'] }))
  expect(await idsFor('harbour')).toEqual(['organisation-2'])
  await pushRound()
  expect(await idsFor('harbour')).toEqual(['organisation-2'])
  expect(await idsFor('harbour', ['public', 'members'])).toEqual(['organisation-1', 'organisation-2'])
})

test('while the server is down nothing is lost, and everything goes when it is back', async () => {
  await keep(harbour(1))
  await pushRound()
  engine.gate.shut()
  await keep(harbour(2))
  expect(await pushRound()).toMatchObject({ outcome: 'away' })
  expect((await readState()).away).not.toBeNull()
  const found = await answer(await askFor('harbour'))
  expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: 2 })
  engine.gate.open()
  engine.forgetBreaker()
  expect(await pushRound()).toMatchObject({ outcome: 'done', pushed: 1 })
  expect((await readState()).away).toBeNull()
  expect(await idsFor('harbour')).toEqual(['organisation-1', 'organisation-2'])
})

test('two writers: the second leaves it to the first', async () => {
  await keep(...Array.from({ length: 30 }, (_, number) => harbour(number + 1)))
  const rounds = await Promise.all([pushRound(), pushRound(), pushRound()])
  expect(rounds.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'busy', 'done'])
})

test('only the versions that were sent count as pushed', async () => {
  await keep(harbour(1))
  await pushRound()
  await keep(harbour(1, { quality: 10 }))
  const { rows } = await pool().query('SELECT pushed FROM search_push')
  expect(rows).toEqual([{ pushed: '' }])
})

test('a rebuild swaps a whole index for another and drops the old one', async () => {
  await keep(harbour(1), harbour(2))
  await pushRound()
  const before = await readState()
  await askForRebuild()
  await pushRound()
  const after = await readState()
  expect(after.live?.tag).not.toBe(before.live?.tag)
  expect(after).toMatchObject({ building: null, asked: null })
  expect(await idsFor('harbour')).toEqual(['organisation-1', 'organisation-2'])
  await expect(writing().getRawIndex(nextIndex())).rejects.toThrow()
})

test('changes made while an index is built are in the old one at once and in the new one', async () => {
  await keep(harbour(1), harbour(2))
  await pushRound()
  const { live } = await readState()
  // Half way: the new index is begun, and nothing is in it.
  await askForRebuild()
  await asOnlyWriter(async (client) => beginBuild(client, await readState()))
  expect((await readState()).live).toEqual(live)
  await keep(harbour(3))
  await forget('organisation-1')
  expect(await idsFor('harbour')).toEqual(['organisation-2'])
  await pushRound()
  expect((await readState()).live?.tag).not.toBe(live?.tag)
  expect(await idsFor('harbour')).toEqual(['organisation-2', 'organisation-3'])
})

test('who stopped between swapping and noting it does not swap back', async () => {
  await keep(harbour(1))
  await pushRound()
  const old = await readState()
  await askForRebuild()
  await pushRound()
  const { live } = await readState()
  if (!live) throw new Error('No index is live')
  await noteState({ live: old.live, building: { ...live, since: new Date().toISOString() } })
  await pushRound()
  expect((await readState()).live).toEqual(live)
  expect(await idsFor('harbour')).toEqual(['organisation-1'])
})

test('an index that is gone from the server is built anew', async () => {
  await keep(harbour(1))
  await pushRound()
  await writing().deleteIndex(liveIndex()).waitTask()
  await noteState({ checkedAt: null })
  expect(await answer(await askFor('harbour'))).toMatchObject({
    engine: 'postgres',
    degraded: true,
    total: 1,
  })
  await pushRound()
  engine.forgetBreaker()
  expect(await idsFor('harbour')).toEqual(['organisation-1'])
})

test('what the server has otherwise is found by comparing, put right, and counted', async () => {
  await keep(harbour(1), harbour(2), harbour(3))
  await pushRound()
  expect(await verifyMeilisearch({ repair: false })).toEqual({ documents: 3, differences: [], why: '' })

  const index = writing().index(liveIndex())
  await index.deleteDocuments(['organisation-1']).waitTask()
  await index.updateDocuments([{ id: 'organisation-2', quality: 1, texts: { title: 'Airport' } }]).waitTask()
  await index.addDocuments([{ id: 'case-999', version: 1, acl: ['public'], texts: {} }]).waitTask()
  const { differences } = await verifyMeilisearch({ repair: true })
  expect(differences.sort((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'case-999', kind: 'extra', fields: [] },
    { id: 'organisation-1', kind: 'missing', fields: [] },
    { id: 'organisation-2', kind: 'differs', fields: expect.arrayContaining(['texts', 'quality']) },
  ])
  expect(await verifyMeilisearch({ repair: false })).toMatchObject({ differences: [] })
})
