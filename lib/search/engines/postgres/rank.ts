import 'server-only'
import type { Ask, Plan, Term } from '../../schema'
import { searchPool } from './connection'
import { NOTHING, textOfTerm, textOfTerms, textOfWords, textSideBySide } from './text-query'

/** So many are put in order; where more were found, those that promise most. */
export const rankedMax = 300
/** Of these the whole text is looked at. */
const closelyMax = 25
/** Up to so many each one is asked for; of more than that the first that the index has. */
const few = 3000
const firstMax = 10_000

// What a word is worth at the end of a text, in a body, in a summary or label, and in a title.
const weights = `'{0.1, 0.25, 0.5, 1.0}'::float4[]`

/** The ids of what was found, the best first; of very many only the most promising. */
export async function rank({ plan, match }: Ask, found: Int32Array): Promise<string[]> {
  const { terms } = plan
  const own = terms.map(ownTerm)
  const ties = found.length <= rankedMax ? [...found] : await promising(terms, match, found)
  if (ties.length === 0) return []
  const { rows } = await searchPool().query<{ id: string }>({
    name: 'search-rank',
    text: RANKING,
    values: [
      ties,
      terms.map(textOfTerm),
      terms.map(withoutBeginnings).map(flatOf),
      own.map(textOfTerm),
      own.map(flatOf),
      terms.map(({ weight }) => weight),
      textSideBySide(terms),
      namesMeant(plan),
      match === 'any',
      own.map(rowOf),
      textSideBySide(terms) !== NOTHING,
    ],
  })
  return rows.map(({ id }) => id)
}

/**
 * A term is worth its weight, more in a title than in a body, most if it is there as it was typed and not only by
 * another name; the words side by side, and the very title, add to it. Cases and stories come before lists.
 */
const RANKING = `
  WITH term AS (
    SELECT *, (numnode(flat) + 1) / 2 AS size, (numnode(own_flat) + 1) / 2 AS own_size, whole::text = flat::text AS simple,
      own::text = own_flat::text AS own_simple, flat::text = own_flat::text AS same
    FROM unnest($2::tsquery[], $3::tsquery[], $4::tsquery[], $5::tsquery[], $6::float8[], $10::tsquery[])
      t (whole, flat, own, own_flat, weight, side_by_side)),
  glance AS MATERIALIZED (
    SELECT d.id, d.tie, d.type_rank, d.quality, by_kind,
      by_kind * (worth + CASE WHEN is_called_so THEN 2 WHEN $11::boolean AND d.lead @@ $7::tsquery THEN 0.3 ELSE 0 END
        * (SELECT sum(weight) FROM term)) AS first
    FROM search_document d
    CROSS JOIN LATERAL (SELECT lower(d.title) = ANY ($8::text[]) OR d.kind IN ('category', 'organisation')
      AND $8::text[] && string_to_array(lower(d.texts ->> 'aliases'), ', ') AS is_called_so) names
    CROSS JOIN LATERAL (SELECT CASE WHEN is_called_so OR d.kind IN ('case_study', 'story', 'tool') THEN 1
      WHEN d.kind IN ('document', 'person') THEN 0.9 WHEN d.kind = 'category' THEN 0.75 ELSE 0.5 END AS by_kind) kinds
    CROSS JOIN LATERAL (
      -- Every look at a list of words unpacks it, so there are as few as can be.
      SELECT sum(weight * CASE
        WHEN rank > 0 AND (simple OR d.lead @@ whole) THEN 0.2 + 0.8 * greatest(0.75 * least(1.2, size * rank),
          least(1.2, own_size * own_rank) * CASE WHEN own_rank = 0 THEN 0 WHEN own_simple OR d.lead @@ side_by_side THEN 1
            WHEN d.lead @@ own THEN 0.6 ELSE 0 END)
        WHEN $9::boolean AND NOT d.words @@ whole THEN 0 ELSE 0.1 END) AS worth
      FROM term CROSS JOIN LATERAL (SELECT ts_rank(${weights}, d.lead, own_flat) AS own_rank OFFSET 0) own_ranks
      CROSS JOIN LATERAL (SELECT CASE WHEN same THEN own_rank ELSE ts_rank(${weights}, d.lead, flat) END AS rank OFFSET 0) ranks) worths
    WHERE d.tie = ANY ($1::int[])),
  close AS (
    SELECT n.tie, n.first + n.by_kind * (
        SELECT sum(weight * (0.1 * least(1, size * ts_rank('{1,1,1,1}', d.words, flat))
          + CASE WHEN $11::boolean AND d.words @@ $7::tsquery THEN 0.15 ELSE 0 END)) FROM term) AS second
    FROM (SELECT * FROM glance ORDER BY first DESC, quality DESC, tie LIMIT ${closelyMax}) n JOIN search_document d USING (tie))
  SELECT g.id FROM glance g LEFT JOIN close c USING (tie)
  ORDER BY c.second DESC NULLS LAST, g.first DESC, g.type_rank, g.quality DESC, g.tie`

/** What something may be called that is the very thing: as typed, or by another name of the field. */
function namesMeant({ typed, terms }: Plan): string[] {
  const others = terms.length === 1 ? (terms[0]?.ways ?? []).filter(({ by }) => by === 'synonym') : []
  return [typed.toLowerCase(), ...others.map(({ places }) => places.map(([word]) => word).join(' '))]
}

/** The words of a name as typed stand side by side; a single word stands so always. */
function rowOf(term: Term): string {
  const row = textSideBySide([term])
  return row === NOTHING ? textOfTerm(term) : row
}

/** A term as it was typed, without its other names. */
function ownTerm(term: Term): Term {
  const typed = term.ways.filter(({ by }) => by === 'typed')
  return typed.length > 0 ? { ...term, ways: typed } : term
}

/** What begins like the word that was typed is found, but is worth no more than being there. */
function withoutBeginnings(term: Term): Term {
  const whole = term.ways.filter(({ by }) => by !== 'prefix')
  return whole.length > 0 ? { ...term, ways: whole } : term
}

/** Its words, wherever they stand: what its worth is measured by. */
function flatOf({ ways }: Term): string {
  return textOfWords([...new Set(ways.flatMap(({ places }) => places.flat()))]) || NOTHING
}

/**
 * Of more than can be put in order, those first that have the words in their title, then in what they begin with; of
 * any words, those first that have the rarest.
 */
async function promising(terms: Term[], match: Ask['match'], found: Int32Array): Promise<number[]> {
  const own = terms.map(ownTerm)
  const rarest = [...own].sort((a, b) => b.weight - a.weight)
  const wanted = match === 'all' ? [textOfTerms(own, 'all')] : rarest.map((term) => textOfTerm(term))
  const among = new Set(found)
  const chosen = new Set<number>()
  for (const column of ['title_words', 'lead', 'words'])
    for (const words of wanted) {
      if (chosen.size >= rankedMax) break
      for (const tie of await having(column, words, found)) if (among.has(tie)) chosen.add(tie)
    }
  return [...chosen, ...found].slice(0, rankedMax)
}

/** Those with the words in this column, as far as can be told quickly. */
async function having(column: string, words: string, found: Int32Array): Promise<number[]> {
  if (!words.includes('<->')) {
    const first = await tiesOf(column, words, null)
    // Of very many that have them, the first may be none of those under the ticks: then each is looked at.
    if (first.length < firstMax || found.length > few) return first
  }
  return tiesOf(column, words, found)
}

async function tiesOf(column: string, words: string, among: Int32Array | null): Promise<number[]> {
  const { rows } = await searchPool().query<{ ties: number[] | null }>({
    name: `search-having-${column}-${among ? 'among' : 'first'}`,
    text: `SELECT array_agg(tie) AS ties FROM (
      SELECT tie FROM search_document d
      WHERE d.${column} @@ $1::tsquery AND ${among ? 'd.tie = ANY ($2::int[])' : '$2::int[] IS NULL'} LIMIT ${firstMax}) d`,
    values: [words, among && [...among]],
  })
  return rows[0]?.ties ?? []
}
