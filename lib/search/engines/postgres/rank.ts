import 'server-only'
import { rankedMax } from '../../limits'
import type { Ask, Term } from '../../schema'
import { searchPool } from './connection'
import { type Conditions, type Tally, underTicks } from './hits'
import { textOfTerm, textOfTerms, textOfWords, textSideBySide } from './text-query'

/** So many are looked at closely; the others keep the order of a first glance. */
const closelyMax = 200

// What a word is worth at the end of a text, in a body, in a summary or label, and in a title.
const weights = `'{0.1, 0.25, 0.5, 1.0}'::float4[]`

/** The ids of what was found, the best first; of very many, the most promising. */
export async function rank(ask: Ask, conditions: Conditions, found: Tally): Promise<string[]> {
  const ties = found.total <= rankedMax ? found.some : await promising(ask, conditions, found)
  if (ties.length === 0) return []
  const { terms } = ask.plan
  const own = terms.map(ownTerm)
  const { rows } = await searchPool().query<{ id: string }>({
    name: 'search-rank',
    text: RANKING,
    values: [
      ties,
      textOfWords([...new Set(own.flatMap(wordsOf))]) || NOTHING,
      terms.map((term) => textOfTerm(term) || NOTHING),
      terms.map((term) => textOfWords([...new Set(wordsOf(term))]) || NOTHING),
      own.map((term) => textOfTerm(term) || NOTHING),
      own.map((term) => textOfWords([...new Set(wordsOf(term))]) || NOTHING),
      terms.map(({ weight }) => weight),
      textSideBySide(terms) || NOTHING,
      ask.plan.typed.toLowerCase(),
    ],
  })
  return rows.map(({ id }) => id)
}

const NOTHING = "'\u0001'"

/**
 * A term is worth its weight, more in a title than in a body, most if it is there as it was typed and not only by
 * another name; the words side by side, and the very title, add to it. Cases and stories come before lists.
 */
const RANKING = `
  WITH glance AS (
    SELECT d.tie, ts_rank(${weights}, d.lead, $2::tsquery) AS first, d.quality FROM search_document d WHERE d.tie = ANY ($1::int[])),
  near AS (SELECT * FROM glance ORDER BY first DESC, quality DESC, tie LIMIT ${closelyMax}),
  close AS (
    SELECT n.tie, worth.sum AS terms, (SELECT sum(w) FROM unnest($7::float8[]) w) AS all_terms,
      CASE WHEN d.lead @@ $8::tsquery THEN 0.3 WHEN d.words @@ $8::tsquery THEN 0.15 ELSE 0 END AS beside,
      CASE WHEN lower(d.title) = $9 THEN 2 ELSE 0 END AS very_title,
      CASE d.kind WHEN 'case_study' THEN 1 WHEN 'story' THEN 1 WHEN 'tool' THEN 1 WHEN 'document' THEN 0.9
        WHEN 'person' THEN 0.9 WHEN 'help' THEN 0.6 ELSE 0.75 END AS by_kind
    FROM near n JOIN search_document d USING (tie)
    CROSS JOIN LATERAL (
      SELECT sum(weight * CASE WHEN NOT d.words @@ whole THEN 0 ELSE
        0.1 + 0.1 * least(1, numnode(flat) * ts_rank('{1,1,1,1}', d.words, flat))
        + 0.8 * greatest(
          CASE WHEN d.lead @@ own THEN least(1.2, (numnode(own_flat) + 1) / 2 * ts_rank(${weights}, d.lead, own_flat)) ELSE 0 END,
          CASE WHEN d.lead @@ whole THEN 0.75 * least(1.2, (numnode(flat) + 1) / 2 * ts_rank(${weights}, d.lead, flat)) ELSE 0 END) END)
      FROM unnest($3::tsquery[], $4::tsquery[], $5::tsquery[], $6::tsquery[], $7::float8[]) t (whole, flat, own, own_flat, weight)
    ) worth)
  SELECT d.id FROM glance g JOIN search_document d USING (tie) LEFT JOIN close c USING (tie)
  ORDER BY (c.tie IS NOT NULL) DESC, by_kind * (terms + all_terms * (beside + very_title)) DESC NULLS LAST,
    d.type_rank, g.first DESC, d.quality DESC, d.tie`

/** A term as it was typed, without its other names. */
function ownTerm(term: Term): Pick<Term, 'ways'> {
  const typed = term.ways.filter(({ by }) => by === 'typed')
  return { ways: typed.length > 0 ? typed : term.ways }
}

function wordsOf({ ways }: Pick<Term, 'ways'>): string[] {
  return ways.flatMap(({ places }) => places.flat())
}

/** Of more than can be looked at, those first that have the words in their title, labels or summary. */
async function promising(ask: Ask, conditions: Conditions, found: Tally): Promise<number[]> {
  const { sql, values } = underTicks(conditions)
  const own = textOfTerms(
    ask.plan.terms.map((term) => ({ ...term, ...ownTerm(term) })),
    ask.match,
  )
  const { rows } = await searchPool().query<{ tie: number }>({
    text: `SELECT d.tie FROM search_document d WHERE d.lead @@ $${values.length + 1}::tsquery AND ${sql} LIMIT ${rankedMax}`,
    values: [...values, own],
  })
  return [...new Set([...rows.map(({ tie }) => tie), ...found.some])].slice(0, rankedMax)
}
