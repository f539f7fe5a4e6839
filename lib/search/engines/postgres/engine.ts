import 'server-only'
import { LRUCache } from 'lru-cache'
import type { SearchEngine } from '../../engine'
import { totalMax } from '../../limits'
import type { Ask, Found, Plan } from '../../schema'
import { SEARCH_FACETS } from '../../vocabulary'
import { allOf, mostPromising, mostPromisingOf, rankedMax } from './candidates'
import { searchPool } from './connection'
import { type Conditions, conditionsOf, type Tally, tally, underTicks } from './hits'
import { rank } from './rank'

type Kept = Omit<Tally, 'ties'> & { total: number; ranked: string[] | null }

// What a search found holds as long as the index is the same, whoever wrote it: its state is read with each plan.
const kept = new LRUCache<string, Promise<Kept>>({ max: 300 })

/** The engine that needs no server of its own: PostgreSQL, over rows that stand with what they describe. */
export const postgres: SearchEngine = {
  name: 'postgres',
  async find(ask) {
    const conditions = await conditionsOf(ask)
    const { ranked, total, cut, counts, years } = await lookUp(ask, conditions)
    const ids = await pageOf(ask, conditions, ranked)
    return {
      ids,
      total: Math.min(total, totalMax),
      more: cut || total > totalMax,
      counts,
      years,
    } satisfies Found
  },
}

async function lookUp(ask: Ask, conditions: Conditions): Promise<Kept> {
  const { plan, match, filter, acl, only } = ask
  const byWorth = isByWorth(ask)
  const ticks = SEARCH_FACETS.map((facet) => filter[facet] ?? [])
  const { asOf, terms, without, typed } = plan
  const key = JSON.stringify([asOf, terms, without, typed, match, ticks, acl, only, byWorth])
  const known = kept.get(key)
  if (known) return known
  const looking = look(ask, conditions, byWorth)
  kept.set(key, looking)
  looking.catch(() => kept.delete(key))
  return looking
}

async function look(ask: Ask, conditions: Conditions, byWorth: boolean): Promise<Kept> {
  const first = byWorth && !isRow(ask.plan)
  const [{ ties, ...counted }, ranked] = await Promise.all([
    tally(conditions),
    first ? rank(ask, mostPromising(ask, conditions)) : null,
  ])
  if (!byWorth || first) return { ...counted, total: ties.length, ranked }
  const candidates = ties.length <= rankedMax ? allOf(ties) : mostPromisingOf(ask, ties)
  return { ...counted, total: ties.length, ranked: await rank(ask, candidates) }
}

/** Words that were typed to stand side by side: what has them is found once, as the index alone does not know. */
function isRow({ terms }: Plan): boolean {
  return terms.some(({ ways }) => ways.some(({ by, together }) => by === 'typed' && together))
}

function isByWorth({ sort, plan }: Ask): boolean {
  return sort === 'best' && plan.terms.length > 0
}

/** One page of ids. Beyond those that were put in order come the others by kind and quality. */
async function pageOf(ask: Ask, conditions: Conditions, ranked: string[] | null): Promise<string[]> {
  const offset = (ask.page - 1) * ask.perPage
  if (ranked && (offset + ask.perPage <= ranked.length || ranked.length < rankedMax))
    return ranked.slice(offset, offset + ask.perPage)
  const { sql, values } = underTicks(conditions)
  const last = Math.min(ask.perPage, totalMax - offset)
  if (last <= 0) return []
  const place = (value: unknown) => `$${values.push(value)}`
  const others = ranked ? `AND d.id <> ALL (${place(ranked)}::text[])` : ''
  const start = ranked ? Math.max(0, offset - ranked.length) : offset
  const first = ranked?.slice(offset, offset + ask.perPage) ?? []
  const { rows } = await searchPool().query<{ id: string }>({
    text: `SELECT d.id FROM search_document d WHERE ${sql} ${others}
      ORDER BY ${orderOf(ask)} LIMIT ${place(last - first.length)} OFFSET ${place(start)}`,
    values,
  })
  return [...first, ...rows.map(({ id }) => id)]
}

function orderOf(ask: Ask): string {
  if (isByWorth(ask)) return 'd.type_rank, d.quality DESC, d.tie'
  if (ask.sort === 'title') return 'lower(d.title), d.tie'
  if (ask.sort === 'saved') return 'd.favourites DESC, d.published_at DESC NULLS LAST, d.tie'
  if (ask.sort === 'changed') return 'd.updated_at DESC NULLS LAST, d.tie'
  return 'd.published_at DESC NULLS LAST, d.tie'
}
