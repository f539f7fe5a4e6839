import 'server-only'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { Breaker } from './breaker'
import type { Answered } from './engine'
import { findWithout } from './engines/meilisearch/find'
import { columns } from './engines/postgres/columns'
import { postgres } from './engines/postgres/engine'
import { noteFallback } from './fallbacks'
import { readStanding, removedMax } from './push/standing'
import type { Ask, Found } from './schema'

/** A change that has waited longer than this may be missed by whoever searches: the database answers instead. */
const waitedMax = 10_000

const kept = globalThis as { cupboardSearchBreaker?: Breaker }

/**
 * Answers with the engine of `SEARCH_ENGINE`. Where Meilisearch is away, slow, behind or wrong, PostgreSQL answers the
 * same request, `degraded`. Throws only where PostgreSQL does.
 */
export async function answer(ask: Ask, signal?: AbortSignal): Promise<Answered> {
  if (env.searchEngine === 'postgres')
    return { ...(await postgres.find(ask)), engine: 'postgres', degraded: false }
  const unready = await whyUnready(ask.acl)
  const found = unready.why ? unready : await tryOther(ask, unready.removed, signal)
  if ('ids' in found) return { ...found, engine: 'meilisearch', degraded: false }
  noteFallback(found.why)
  return { ...(await postgres.find(ask)), engine: 'postgres', degraded: true }
}

/** Reads what searching keeps in memory: the first search would wait for it. */
export async function prepareSearch(): Promise<void> {
  await columns.prepare()
}

/** Whether searches are answered as they are set up to be, and otherwise why not, in a sentence. */
export async function searchStanding(): Promise<{ degraded: boolean; why: string }> {
  if (env.searchEngine === 'postgres') return { degraded: false, why: '' }
  const { why } = await whyUnready([])
  if (why) return { degraded: true, why }
  return { degraded: breaker().open, why: breaker().open ? BREAKER_OPEN : '' }
}

const BREAKER_OPEN = 'Meilisearch failed several times in a row and is tried again shortly.'

async function whyUnready(acl: string[]): Promise<{ why: string; removed: string[] }> {
  const { live, away, waitedMs, removed } = await readStanding(acl)
  if (!live) return { why: 'The index of Meilisearch is not built yet.', removed }
  if (waitedMs > waitedMax)
    return { why: away ? 'Meilisearch is away.' : 'Meilisearch is behind the database.', removed }
  if (removed.length > removedMax) return { why: 'Meilisearch has too much to take out.', removed }
  return { why: '', removed }
}

/** Five failures in a row, and it is left alone for half a minute. */
async function tryOther(ask: Ask, removed: string[], signal?: AbortSignal): Promise<Found | { why: string }> {
  if (!breaker().allows()) return { why: BREAKER_OPEN }
  try {
    const found = await findWithout(ask, removed, signal)
    const stale = await countStale(ask, found)
    // Wrong in bulk, it is another index; a hit or two may have gone just now. Neither may be counted.
    if (stale * 2 > found.ids.length) throw new Error('Meilisearch answered with what does not exist.')
    breaker().succeeded()
    return stale > 0 ? { why: 'Meilisearch answered with what is gone.' } : found
  } catch (error) {
    // Whoever asked has gone: that says nothing of the server.
    if (!signal?.aborted) breaker().failed()
    return {
      why: (error as Error).name === 'MeilisearchApiError' ? (error as Error).message : plain(error as Error),
    }
  }
}

/** How many of these the index of the database does not have, or does not open to whoever asks. */
async function countStale({ acl, only }: Ask, { ids }: Found): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await pool().query<{ n: number }>({
    name: 'search-hits-known',
    text: `SELECT count(*)::int AS n FROM search_document
      WHERE id = ANY ($1) AND acl && $2::text[] AND ($3::text[] IS NULL OR id = ANY ($3))`,
    values: [ids, acl, only ?? null],
  })
  return ids.length - (rows[0]?.n ?? 0)
}

function plain(error: Error): string {
  const { cause } = error
  const slow = [error, cause].some((at) => at instanceof Error && at.name === 'TimeoutError')
  if (slow) return 'Meilisearch was slow.'
  return error.name === 'MeilisearchRequestError'
    ? 'Meilisearch cannot be reached.'
    : error.message.slice(0, 200)
}

function breaker(): Breaker {
  kept.cupboardSearchBreaker ??= new Breaker()
  return kept.cupboardSearchBreaker
}
