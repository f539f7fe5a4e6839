import 'server-only'
import { statementName } from '@/lib/platform/db'
import type { Ask, Plan, Term } from '../../schema'
import { type Candidates, ownTerm } from './candidates'
import { preparedPool } from './connection'
import { NOTHING, textOfTerm, textOfWords, textSideBySide } from './text-query'

/** Of the candidates so many have their whole text looked at. */
const closelyMax = 25

// What a word is worth at the end of a text, in a body, in a summary or label, and in a title.
const weights = `'{0.1, 0.25, 0.5, 1.0}'::float4[]`

/** The ids of the candidates, the best first. */
export async function rank({ plan, match }: Ask, candidates: Candidates): Promise<string[]> {
  const { terms } = plan
  const own = terms.map(ownTerm)
  const values = [...candidates.values]
  const place = (value: unknown) => `$${values.push(value)}`
  const sideBySide = textSideBySide(terms)
  // It depends on how many ticks and terms there are: a few dozen forms, each prepared once.
  const text = rankingOf(candidates.sql, {
    whole: place(terms.map(textOfTerm)),
    flat: place(terms.map(withoutBeginnings).map(flatOf)),
    own: place(own.map(textOfTerm)),
    ownFlat: place(own.map(flatOf)),
    weight: place(terms.map(({ weight }) => weight)),
    row: place(own.map(rowOf)),
    sideBySide: place(sideBySide),
    isRow: place(sideBySide !== NOTHING),
    names: place(namesMeant(plan)),
    any: place(match === 'any'),
  })
  const { rows } = await preparedPool().query<{ id: string }>({ name: statementName(text), text, values })
  return rows.map(({ id }) => id)
}

type Places = Record<
  'whole' | 'flat' | 'own' | 'ownFlat' | 'weight' | 'row' | 'sideBySide' | 'isRow' | 'names' | 'any',
  string
>

/**
 * A term is worth its weight, more in a title than in a body, most if it is there as it was typed and not only by
 * another name; the words side by side, and the very title, add to it. Cases and stories come before lists.
 */
function rankingOf(candidates: string, at: Places): string {
  return `
  WITH candidate AS MATERIALIZED (${candidates}),
  term AS (
    SELECT *, (numnode(flat) + 1) / 2 AS size, (numnode(own_flat) + 1) / 2 AS own_size, whole::text = flat::text AS simple,
      own::text = own_flat::text AS own_simple, flat::text = own_flat::text AS same
    FROM unnest(${at.whole}::tsquery[], ${at.flat}::tsquery[], ${at.own}::tsquery[], ${at.ownFlat}::tsquery[], ${at.weight}::float8[], ${at.row}::tsquery[])
      t (whole, flat, own, own_flat, weight, side_by_side)),
  glance AS MATERIALIZED (
    SELECT d.id, d.tie, d.type_rank, d.quality, by_kind,
      by_kind * (worth + CASE WHEN is_called_so THEN 2 WHEN ${at.isRow}::boolean AND d.lead @@ ${at.sideBySide}::tsquery THEN 0.3 ELSE 0 END
        * (SELECT sum(weight) FROM term)) AS first
    FROM candidate JOIN search_document d USING (tie)
    CROSS JOIN LATERAL (SELECT lower(d.title) = ANY (${at.names}::text[]) OR d.kind IN ('category', 'organisation')
      AND ${at.names}::text[] && string_to_array(lower(d.texts ->> 'aliases'), ', ') AS is_called_so) names
    CROSS JOIN LATERAL (SELECT CASE WHEN is_called_so OR d.kind IN ('case_study', 'story', 'tool') THEN 1
      WHEN d.kind IN ('document', 'person') THEN 0.9 WHEN d.kind = 'category' THEN 0.75 ELSE 0.5 END AS by_kind) kinds
    CROSS JOIN LATERAL (
      -- Every look at a list of words unpacks it, so there are as few as can be.
      SELECT sum(weight * CASE
        WHEN rank > 0 AND (simple OR d.lead @@ whole) THEN 0.2 + 0.8 * greatest(0.75 * least(1.2, size * rank),
          least(1.2, own_size * own_rank) * CASE WHEN own_rank = 0 THEN 0 WHEN own_simple OR d.lead @@ side_by_side THEN 1
            WHEN d.lead @@ own THEN 0.6 ELSE 0 END)
        WHEN ${at.any}::boolean AND NOT d.words @@ whole THEN 0 ELSE 0.1 END) AS worth
      FROM term CROSS JOIN LATERAL (SELECT ts_rank(${weights}, d.lead, own_flat) AS own_rank OFFSET 0) own_ranks
      CROSS JOIN LATERAL (SELECT CASE WHEN same THEN own_rank ELSE ts_rank(${weights}, d.lead, flat) END AS rank OFFSET 0) ranks) worths),
  close AS (
    SELECT n.tie, n.first + n.by_kind * (
        SELECT sum(weight * (0.1 * least(1, size * ts_rank('{1,1,1,1}', d.words, flat))
          + CASE WHEN ${at.isRow}::boolean AND d.words @@ ${at.sideBySide}::tsquery THEN 0.15 ELSE 0 END)) FROM term) AS second
    FROM (SELECT * FROM glance ORDER BY first DESC, quality DESC, tie LIMIT ${closelyMax}) n JOIN search_document d USING (tie))
  SELECT g.id FROM glance g LEFT JOIN close c USING (tie)
  ORDER BY c.second DESC NULLS LAST, g.first DESC, g.type_rank, g.quality DESC, g.tie`
}

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

/** What begins like the word that was typed is found, but is worth no more than being there. */
function withoutBeginnings(term: Term): Term {
  const whole = term.ways.filter(({ by }) => by !== 'prefix')
  return whole.length > 0 ? { ...term, ways: whole } : term
}

/** Its words, wherever they stand: what its worth is measured by. */
function flatOf({ ways }: Term): string {
  return textOfWords([...new Set(ways.flatMap(({ places }) => places.flat()))]) || NOTHING
}
