import 'server-only'
import { rankedMax } from '../../limits'
import type { Ask } from '../../schema'
import { searchPool } from './connection'
import { countsOf, type Group, groupsOf } from './facets'
import { textOfRow, textOfTerms } from './text-query'

/** The conditions of a search as SQL over `search_document d`, with what their placeholders stand for. */
export type Conditions = { sql: string; values: unknown[]; groups: Group[] }

export type Tally = {
  total: number
  years: { first: number; last: number } | null
  counts: Awaited<ReturnType<typeof countsOf>>
  /** The places of the first of them, in no order. */
  some: number[]
}

/** All that a search asks for but its ticks. */
export async function conditionsOf({ plan, match, filter, acl, only }: Ask): Promise<Conditions> {
  const values: unknown[] = [acl]
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = ['d.acl && $1::text[]']
  if (plan.terms.length > 0) conditions.push(`d.words @@ ${place(textOfTerms(plan.terms, match))}::tsquery`)
  for (const words of plan.without) conditions.push(`NOT d.words @@ ${place(textOfRow(words))}::tsquery`)
  if (only) conditions.push(`d.id = ANY (${place(only)}::text[])`)
  return { sql: conditions.join(' AND '), values, groups: await groupsOf(filter) }
}

/** Also under its ticks. */
export function underTicks({ sql, values, groups }: Conditions): { sql: string; values: unknown[] } {
  const all = [...values]
  const ticked = groups.map(({ ids }) => `d.facets && $${all.push(ids)}::int[]`)
  return { sql: [sql, ...ticked].join(' AND '), values: all }
}

/**
 * Counts what a search finds, in one reading. `missed` has one bit for each group of ticks that a document does not
 * meet: none, and it is found; one, and it would be if that group were lifted, which is what its values are counted by.
 */
export async function tally(conditions: Conditions): Promise<Tally> {
  const { sql, groups } = conditions
  const values = [...conditions.values]
  const missed = groups.map(
    ({ ids }, bit) => `CASE WHEN d.facets && $${values.push(ids)}::int[] THEN 0 ELSE ${2 ** bit} END`,
  )
  const lifted = groups.flatMap(({ within }, bit) =>
    within.length === 0
      ? []
      : [
          `UNION ALL (SELECT 'value', f, count(*)::int FROM hit, unnest(facets) f
            WHERE missed & ~${2 ** bit} = 0 AND f = ANY ($${values.push(within)}::int[]) GROUP BY f)`,
        ],
  )
  const others = values.push(groups.flatMap(({ within }) => within))
  const { rows } = await searchPool().query<{ role: string; value: number; n: number }>({
    text: `WITH hit AS MATERIALIZED (
        SELECT d.tie, d.facets, d.year, ${missed.length > 0 ? missed.join(' + ') : '0'} AS missed FROM search_document d WHERE ${sql}),
      listed AS (SELECT * FROM hit WHERE missed = 0)
      SELECT 'total' AS role, 0 AS value, count(*)::int AS n FROM listed
      UNION ALL SELECT 'first', 0, min(year) FROM listed UNION ALL SELECT 'last', 0, max(year) FROM listed
      UNION ALL (SELECT 'tie', 0, tie FROM listed LIMIT ${rankedMax})
      ${lifted.join('\n')}
      UNION ALL (SELECT 'value', f, count(*)::int FROM listed, unnest(facets) f WHERE f <> ALL ($${others}::int[]) GROUP BY f)`,
    values,
  })
  const one = (role: string) => rows.find((row) => row.role === role)?.n ?? null
  const [first, last] = [one('first'), one('last')]
  return {
    total: one('total') ?? 0,
    years: first === null || last === null ? null : { first, last },
    counts: await countsOf(rows.filter(({ role }) => role === 'value')),
    some: rows.filter(({ role }) => role === 'tie').map(({ n }) => n),
  }
}
