import 'server-only'
import type { Ask, Counts } from '../../schema'
import { columns } from './columns'
import { searchPool } from './connection'
import { count } from './counting'
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
  /** What everything must meet that may be shown at all. */
  always: string
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
  return { parts: parts.length > 0 ? parts : [all], always, values, groups: await groupsOf(filter) }
}

type UnderTicks = { sql: string; wordless: string; values: unknown[] }

/** Also under its ticks: as one condition, and what is left of it without the words. */
export function underTicks({ parts, always, values, groups }: Conditions): UnderTicks {
  const all = [...values]
  const ticked = groups.map(({ ids }) => ` AND d.facets && $${all.push(ids)}::int[]`).join('')
  // What meets a part meets its `wider` too: said, because each placeholder must stand somewhere.
  const each = parts.map((part) => (part.wider ? `(${part.wider} AND ${part.sql})` : `(${part.sql})`))
  const any = `(${each.join(' OR ')})`
  return { sql: `${any}${ticked}`, wordless: `${always}${ticked}`, values: all }
}

/** What a search finds, and how many there would be if one more value were ticked. */
export async function tally(conditions: Conditions): Promise<Tally> {
  const { met, cut } = await read(conditions)
  const counted = count(met, conditions.groups)
  return { ties: counted.met, counts: await countsOf(counted.values), years: counted.years, cut }
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
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let place = 0; place < met.length; place += 1) met[place] = view.getInt32(place * 4)
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
