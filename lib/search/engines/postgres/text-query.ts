import 'server-only'
import type { Plan, Term, Way } from '../../schema'

// Words hold letters and digits only, so quoting them is all that a tsquery needs: nothing that was typed is read as
// an operator.

/** Stands for what no document has. */
export const NOTHING = "'\u0001'"

export function textOfWords(words: string[]): string {
  return joined(
    words.map((word) => `'${word}'`),
    '|',
  )
}

/** What a document must have for a term: any of its ways. */
export function textOfTerm({ ways }: Pick<Term, 'ways'>): string {
  return joined(ways.filter(leadsSomewhere).map(textOfWay), '|') || NOTHING
}

/** For all terms, or any of them. */
export function textOfTerms(terms: Term[], match: 'all' | 'any'): string {
  return joined(terms.map(textOfTerm), match === 'all' ? '&' : '|')
}

/** A text query, and one that the index can answer alone of which it takes away what is not side by side. */
export type Part = { text: string; wider: string | null }

/**
 * What a search looks for, in parts that no document meets two of. Whether words stand side by side is not in the index:
 * only documents that do not have the words otherwise are read for it.
 */
export function partsOfPlan({ terms, without }: Plan, match: 'all' | 'any'): Part[] {
  const not = without.map(notRow)
  const and = (...parts: string[]) => joined([...parts, ...not].filter(Boolean), '&')
  if (terms.length === 0) return without.length > 0 ? [{ text: and(), wider: null }] : []
  const simple = terms.map((term) => ({ ...term, ways: term.ways.filter((way) => !isRow(way)) }))
  const easy = textOfTerms(simple, match)
  if (simple.every(({ ways }, place) => ways.length === terms[place]?.ways.length))
    return [{ text: and(easy), wider: null }]
  const scattered = terms.map((term) => ({
    ...term,
    ways: term.ways.map((way) => ({ ...way, together: false })),
  }))
  return [
    { text: and(easy), wider: null },
    {
      text: and(textOfTerms(terms, match), `!${easy}`),
      wider: and(textOfTerms(scattered, match), `!${easy}`),
    },
  ]
}

/** That none of what must not be there is there; nothing to say of it, if there is nothing. */
export function textOfWithout({ without }: Plan): string {
  return joined(without.map(notRow), '&')
}

function notRow(words: string[]): string {
  return `!${textOfRow(words)}`
}

/** The words as typed, side by side in their order; of a single word nothing. */
export function textSideBySide(terms: Term[]): string {
  const places = terms.flatMap(({ ways }) => ways.find(({ by }) => by === 'typed')?.places ?? [])
  return places.length > 1 ? joined(places.map(textOfWords), '<->') : NOTHING
}

function textOfRow(words: string[]): string {
  return joined(
    words.map((word) => `'${word}'`),
    '<->',
  )
}

function textOfWay({ places, together }: Way): string {
  return joined(places.map(textOfWords), together ? '<->' : '&')
}

function isRow({ places, together }: Way): boolean {
  return together && places.length > 1
}

function leadsSomewhere({ places }: Way): boolean {
  return places.every((words) => words.length > 0)
}

/** Always in brackets where there are several, so that whatever stands before means all of it. */
function joined(parts: string[], sign: '|' | '&' | '<->'): string {
  return parts.length > 1 ? `(${parts.join(` ${sign} `)})` : (parts[0] ?? '')
}
