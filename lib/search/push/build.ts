import 'server-only'
import type pg from 'pg'
import { log } from '@/lib/platform/log'
import { asked, codeOf, settled, writing } from '../engines/meilisearch/client'
import { indexVersion, liveIndex, nextIndex, settingsWith } from '../engines/meilisearch/settings'
import { synonymsNow } from '../engines/meilisearch/synonyms'
import { type EngineState, noteState, readState } from './standing'
import { hashOf } from './synonyms'

/** Whether the live index was made by the settings of today. Its version ends with theirs. */
export function isCurrent({ live }: EngineState): boolean {
  return live?.tag.endsWith(`-${indexVersion}`) ?? false
}

/** Makes an empty index beside the live one, to be filled. Its version is greater than all before. */
export async function beginBuild(state: EngineState): Promise<void> {
  await removeIndex(nextIndex())
  await settled(() => writing().createIndex(nextIndex(), { primaryKey: 'id' }))
  const synonyms = await synonymsNow()
  await settled(() => writing().index(nextIndex()).updateSettings(settingsWith(synonyms)))
  const builds = state.builds + 1
  const building = {
    tag: `${String(builds).padStart(6, '0')}-${indexVersion}`,
    createdAt: (await madeAt(nextIndex())) ?? '',
    since: new Date().toISOString(),
  }
  await noteState({ building, builds, asked: null, synonyms: hashOf(synonyms), verified: null })
  log('info', 'search index is being built', { index: building.tag })
}

/** Puts the filled index in place of the live one, at once for everybody, and drops the old one. */
export async function finishBuild(client: pg.ClientBase): Promise<void> {
  const { building, live } = await readState()
  if (!building) return
  // Who stopped between swapping and noting it must not swap back.
  const swapped = (await madeAt(liveIndex())) === building.createdAt
  if (!swapped) {
    if ((await madeAt(nextIndex())) !== building.createdAt) return dropBuild('the new index is gone')
    await checkFilled(client, building.tag)
    const exists = (await madeAt(liveIndex())) !== null
    await settled(() => writing().swapIndexes([{ indexes: [nextIndex(), liveIndex()], rename: !exists }]))
  }
  await noteState({ live: { tag: building.tag, createdAt: building.createdAt }, building: null })
  log('info', 'search index is in use', { index: building.tag, before: live?.tag ?? '' })
  await removeIndex(nextIndex())
}

async function dropBuild(why: string): Promise<void> {
  log('warn', 'search index is begun again', { reason: why })
  await noteState({ building: null, asked: new Date().toISOString() })
}

/** The new index must hold what the database says it holds, and find it, before anybody is answered from it. */
async function checkFilled(client: pg.ClientBase, tag: string): Promise<void> {
  const { rows } = await client.query<{ n: number; probes: string[] }>(
    `SELECT (SELECT count(*)::int FROM search_push WHERE pushed = $1) AS n,
       ARRAY(SELECT p.id FROM search_push p WHERE p.pushed = $1 ORDER BY hashtextextended(p.id, 0) LIMIT 10) AS probes`,
    [tag],
  )
  const { n = 0, probes = [] } = rows[0] ?? {}
  const index = writing().index<{ id: string }>(nextIndex())
  const { numberOfDocuments } = await asked(() => index.getStats())
  if (numberOfDocuments !== n)
    throw new Error(`The new index has ${numberOfDocuments} documents and should have ${n}.`)
  if (probes.length === 0) return
  const ids = probes.map((id) => `"${id}"`).join(', ')
  const found = await asked(() => index.getDocuments({ filter: `id IN [${ids}]`, fields: ['id'], limit: 10 }))
  if (found.results.length !== probes.length)
    throw new Error('The new index does not find documents that it has.')
}

/** When Meilisearch made this index: two of the same name are told apart by it. Null where there is none. */
export async function madeAt(index: string): Promise<string | null> {
  try {
    const { createdAt } = await asked(() => writing().getRawIndex(index))
    return createdAt
  } catch (error) {
    if (codeOf(error) === 'index_not_found') return null
    throw error
  }
}

async function removeIndex(index: string): Promise<void> {
  if ((await madeAt(index)) !== null) await settled(() => writing().deleteIndex(index))
}
