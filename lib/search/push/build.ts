import 'server-only'
import type pg from 'pg'
import { log } from '@/lib/platform/log'
import { asked, codeOf, enqueued, settled, until, writing } from '../engines/meilisearch/client'
import { indexVersion, liveIndex, nextIndex, settingsWith } from '../engines/meilisearch/settings'
import { synonymsNow } from '../engines/meilisearch/synonyms'
import { type EngineState, noteState, readState } from './standing'
import { hashOf } from './synonyms'

/** Whether the live index was made by the settings of today. Its version ends with theirs. */
export function isCurrent({ live }: EngineState): boolean {
  return live?.tag.endsWith(`-${indexVersion}`) ?? false
}

/** Makes an empty index beside the live one, to be filled. Its version is greater than all before. */
export async function beginBuild(client: pg.ClientBase, state: EngineState): Promise<void> {
  await removeIndex(nextIndex())
  await settled(() => writing().createIndex(nextIndex(), { primaryKey: 'id' }))
  const synonyms = await synonymsNow()
  await settled(() => writing().index(nextIndex()).updateSettings(settingsWith(synonyms)))
  const builds = Math.max(state.builds, await lastBuild(client)) + 1
  const building = {
    tag: `${String(builds).padStart(6, '0')}-${indexVersion}`,
    createdAt: (await madeAt(nextIndex())) ?? '',
    since: new Date().toISOString(),
  }
  await noteState({ building, builds, asked: null, synonyms: hashOf(synonyms), verified: null })
  log('info', 'search index is being built', { index: building.tag })
}

/** The number of the newest index that anything was ever noted to be in. */
async function lastBuild(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ tag: string | null }>('SELECT max(pushed) AS tag FROM search_push')
  return Number.parseInt(rows[0]?.tag || '0', 10)
}

/** Puts the filled index in place of the live one, at once for everybody, and drops the old one. */
export async function finishBuild(client: pg.ClientBase): Promise<void> {
  const { building, live } = await readState()
  if (!building) return
  // Who stopped between swapping and noting it must not swap back.
  const swapped = (await madeAt(liveIndex())) === building.createdAt
  if (!swapped) {
    if ((await madeAt(nextIndex())) !== building.createdAt) return dropBuild('the new index is gone')
    const unfit = await whyUnfit(client, building.tag)
    if (unfit) return dropBuild(unfit)
    const exists = (await madeAt(liveIndex())) !== null
    await enqueued(() => writing().swapIndexes([{ indexes: [nextIndex(), liveIndex()], rename: !exists }]))
    await until(async () => (await madeAt(liveIndex())) === building.createdAt, 'swap the indexes')
  }
  await noteState({ live: { tag: building.tag, createdAt: building.createdAt }, building: null })
  log('info', 'search index is in use', { index: building.tag, before: live?.tag ?? '' })
  await removeIndex(nextIndex())
}

async function dropBuild(why: string): Promise<void> {
  log('warn', 'search index is begun again', { reason: why })
  await noteState({ building: null, asked: new Date().toISOString() })
}

/** Why the new index may not answer anybody yet: it must hold what the database says it holds, and find it. */
async function whyUnfit(client: pg.ClientBase, tag: string): Promise<string> {
  const index = writing().index<{ id: string }>(nextIndex())
  if (!(await hasTheirNumber(client, { tag, index: nextIndex() })))
    return 'it has another number of documents'
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM search_push WHERE pushed = $1 ORDER BY hashtextextended(id, 0) LIMIT 10',
    [tag],
  )
  if (rows.length === 0) return ''
  const ids = rows.map(({ id }) => `"${id}"`).join(', ')
  const found = await asked(() => index.getDocuments({ filter: `id IN [${ids}]`, fields: ['id'], limit: 10 }))
  return found.results.length === rows.length ? '' : 'it does not find documents that it has'
}

/** Whether an index has as many documents as it should, give or take what has changed since. */
export async function hasTheirNumber(
  client: pg.ClientBase,
  { tag, index }: { tag: string; index: string },
): Promise<boolean> {
  const { numberOfDocuments } = await asked(() => writing().index(index).getStats())
  const { rows } = await client.query<{ least: number; most: number }>(
    `SELECT count(*) FILTER (WHERE pushed >= $1)::int AS least,
       (count(*) + (SELECT count(*) FROM search_removed))::int AS most FROM search_push`,
    [tag],
  )
  const { least = 0, most = 0 } = rows[0] ?? {}
  return least <= numberOfDocuments && numberOfDocuments <= most
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
