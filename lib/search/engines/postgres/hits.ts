import 'server-only'
import type { Ask, Counts } from '../../schema'
import { columns } from './columns'
import { searchPool } from './connection'
import { countsOf, type Group, groupsOf } from './facets'
import { partsOfPlan } from './text-query'

// For words side by side so many are read, 10 milliseconds a thousand: beyond, there are "more".
const readMax = 10_000

/**
 * The conditions of a search as SQL over `search_document d`, with what their placeholders stand for: a document meets one
 * of `parts` at most. Those that meet `wider` are read to see whether they meet `sql`.
 */
export type Conditions = {
  parts: { sql: string; wider: string | null }[]
  values: unknown[]
  groups: Group[]
}

export type Tally = {
  /** The places of all that was found, in no order. */
  ties: Int32Array
  counts: Counts
  years: { first: number; last: number } | null
  /** There are more than were read. */
  cut: boolean
}

/** All that a search asks for; its ticks are kept apart. */
export async function conditionsOf({ plan, match, filter, acl, only }: Ask): Promise<Conditions> {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const seen = acl.length > 1 ? `(d.open OR d.acl && ${place(acl)}::text[])` : 'd.open'
  const always = only ? `${seen} AND d.id = ANY (${place(only)}::text[])` : seen
  const has = (text: string) => `d.words @@ ${place(text)}::tsquery AND ${always}`
  const parts = partsOfPlan(plan, match).map(({ text, wider }) => {
    return { sql: has(text), wider: wider === null ? null : has(wider) }
  })
  const all = { sql: always, wider: null }
  return { parts: parts.length > 0 ? parts : [all], values, groups: await groupsOf(filter) }
}

/** Also under its ticks, as one condition. */
export function underTicks({ parts, values, groups }: Conditions): { sql: string; values: unknown[] } {
  const all = [...values]
  const ticked = groups.map(({ ids }) => `d.facets && $${all.push(ids)}::int[]`)
  const any = `(${parts.map((part) => `(${part.sql})`).join(' OR ')})`
  return { sql: [any, ...ticked].join(' AND '), values: all }
}

/** What a search finds, and how many there would be if one more value were ticked. */
export async function tally(conditions: Conditions): Promise<Tally> {
  const { met, cut } = await read(conditions)
  const counting = new Counting(conditions.groups)
  const ties = met.filter((tie) => counting.add(tie))
  return { ties, counts: await countsOf(counting.values()), years: counting.years(), cut }
}

/** What meets everything but the ticks, from the index alone as far as can be. */
async function read({ parts, values }: Conditions): Promise<{ met: Int32Array; cut: boolean }> {
  const { rows } = await searchPool().query<{ ties: Buffer | null; versions: number | null; cut: boolean }>({
    text: readingOf(parts),
    values,
  })
  const { ties: bytes, versions, cut = false } = rows[0] ?? {}
  if (!bytes) return { met: new Int32Array(0), cut }
  const met = new Int32Array(bytes.length / 4)
  for (const place of met.keys()) met[place] = bytes.readInt32BE(place * 4)
  await columns.agree(met, versions ?? 0)
  return { met, cut }
}

function readingOf(parts: Conditions['parts']): string {
  const wide = parts.flatMap(({ wider }, place) => (wider === null ? [] : [{ place, wider }]))
  const widely = wide.map(
    ({ place, wider }) =>
      `wide${place} AS MATERIALIZED (SELECT d.* FROM search_document d WHERE ${wider} LIMIT ${readMax})`,
  )
  const each = parts.map(({ sql, wider }, place) => {
    return `SELECT d.tie, d.version FROM ${wider === null ? 'search_document' : `wide${place}`} d WHERE ${sql}`
  })
  const cut = wide.map(({ place }) => `(SELECT count(*) = ${readMax} FROM wide${place})`).join(' OR ')
  return `${widely.length > 0 ? `WITH ${widely.join(', ')}` : ''}
    SELECT string_agg(int4send(tie), '') AS ties, sum(version::float8) AS versions, ${cut || 'false'} AS cut
    FROM (${each.join(' UNION ALL ')}) found`
}

/**
 * Counts documents one by one. A group of ticks that a document misses counts nothing else: its values are counted among
 * those that miss this group alone or none.
 */
class Counting {
  #found: number[] = []
  #first = 0
  #last = 0
  #ids: ReadonlySet<number>[]
  #within: ReadonlySet<number>[]

  constructor(groups: Group[]) {
    this.#ids = groups.map(({ ids }) => new Set(ids))
    this.#within = groups.map(({ within }) => new Set(within))
  }

  /** Whether it meets every group. */
  add(tie: number): boolean {
    const facets = columns.facetsOf(tie)
    const [missed, another] = this.#missed(facets)
    if (another !== undefined) return false
    if (missed === undefined) this.#note(columns.yearOf(tie))
    const counted = missed === undefined ? facets : facets.filter((facet) => this.#within[missed]?.has(facet))
    for (const facet of counted) this.#found[facet] = (this.#found[facet] ?? 0) + 1
    return missed === undefined
  }

  values(): { value: number; n: number }[] {
    return this.#found.flatMap((n, value) => ({ value, n }))
  }

  years(): Tally['years'] {
    return this.#first > 0 ? { first: this.#first, last: this.#last } : null
  }

  #missed(facets: number[]): number[] {
    if (this.#ids.length === 0) return []
    return this.#ids.flatMap((ids, group) => (facets.some((facet) => ids.has(facet)) ? [] : [group]))
  }

  #note(year: number) {
    if (year === 0) return
    this.#first = this.#first === 0 ? year : Math.min(this.#first, year)
    this.#last = Math.max(this.#last, year)
  }
}
