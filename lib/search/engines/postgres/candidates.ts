import 'server-only'
import type { Ask, Plan, Term } from '../../schema'
import { type Conditions, underTicks } from './hits'
import { textOfTerm, textOfTerms, textOfWithout } from './text-query'

/** So many are put in order; where more were found, those that promise most. */
export const rankedMax = 200
// Of words that any of may be there, so many of the rarest are looked for one by one.
const rarestMax = 4

/** A query for the `tie` of what is to be put in order. */
export type Candidates = { sql: string; values: unknown[] }

/** Of what was found, which is less than can be put in order, all. */
export function allOf(ties: Int32Array): Candidates {
  return { sql: 'SELECT unnest($1::int[]) AS tie', values: [[...ties]] }
}

/**
 * Of everything that meets the conditions those first that have the words in their title, then in what they begin with;
 * of any words, those first that have the rarest.
 */
export function mostPromising(ask: Ask, conditions: Conditions): Candidates {
  const { sql, wordless, values } = underTicks(conditions)
  const not = textOfWithout(ask.plan)
  const others = not ? `${wordless} AND d.words @@ $${values.push(not)}::tsquery` : wordless
  return staged(ask, { values, others, all: `search_document d WHERE ${sql}` })
}

/** The same of what was found already: where words must stand side by side, to find it once more takes long. */
export function mostPromisingOf(ask: Ask, ties: Int32Array): Candidates {
  return staged(ask, {
    values: [[...ties]],
    others: 'd.tie = ANY ($1::int[])',
    all: 'unnest($1::int[]) d (tie) WHERE true',
  })
}

type Whence = { values: unknown[]; others: string; all: string }

function staged({ plan, match }: Ask, { values, others, all }: Whence): Candidates {
  const wanted = wantedOf(plan, match).map((text) => `$${values.push(text)}`)
  const stages = ['title_words', 'lead', 'words'].flatMap((column) =>
    wanted.map((text) => `search_document d WHERE d.${column} @@ ${text}::tsquery AND ${others}`),
  )
  return { sql: inStages([...stages, all]), values }
}

function wantedOf({ terms }: Plan, match: Ask['match']): string[] {
  const own = terms.map(ownTerm)
  if (match === 'all') return [textOfTerms(own, 'all')]
  return [...own]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, rarestMax)
    .map(textOfTerm)
}

/** A term as it was typed, without its other names. */
export function ownTerm(term: Term): Term {
  const typed = term.ways.filter(({ by }) => by === 'typed')
  return typed.length > 0 ? { ...term, ways: typed } : term
}

/** A later stage is gone into only where none before it was enough. */
function inStages(stages: string[]): string {
  const each = stages.map((from, place) => {
    const before = Array.from({ length: place }, (_, earlier) => `(SELECT count(*) FROM stage${earlier})`)
    const few = before.length > 0 ? ` AND greatest(${before.join(', ')}) < ${rankedMax}` : ''
    return `stage${place} AS MATERIALIZED (SELECT d.tie, ${place} AS stage FROM ${from}${few} LIMIT ${rankedMax})`
  })
  const together = stages.map((_, place) => `SELECT tie, stage FROM stage${place}`).join(' UNION ALL ')
  return `WITH ${each.join(', ')}
    SELECT tie FROM (${together}) staged GROUP BY tie ORDER BY min(stage), tie LIMIT ${rankedMax}`
}
