import 'server-only'
import type { Term, Way } from '../../schema'

// Words hold letters and digits only, so quoting them is all that a tsquery needs: nothing that was typed is read as
// an operator.

const either = (parts: string[], sign: string) =>
  parts.length > 1 ? `(${parts.join(` ${sign} `)})` : (parts[0] ?? '')

export function textOfWords(words: string[]): string {
  return either(
    words.map((word) => `'${word}'`),
    '|',
  )
}

/** What a document must have for a term: any of its ways. Empty where no way leads anywhere. */
export function textOfTerm({ ways }: Pick<Term, 'ways'>): string {
  return either(ways.map(textOfWay).filter(Boolean), '|')
}

/** For all terms, or any of them. */
export function textOfTerms(terms: Term[], match: 'all' | 'any'): string {
  // A term that nothing can have is met by a word that no document has.
  const texts = terms.map((term) => textOfTerm(term) || "'\u0001'")
  return either(texts, match === 'all' ? '&' : '|')
}

export function textOfRow(words: string[]): string {
  return either(
    words.map((word) => `'${word}'`),
    '<->',
  )
}

/** The words as typed, side by side in their order; empty for a single word. */
export function textSideBySide(terms: Term[]): string {
  const places = terms.flatMap(({ ways }) => ways.find(({ by }) => by === 'typed')?.places ?? [])
  return places.length > 1 ? either(places.map(textOfWords), '<->') : ''
}

function textOfWay({ places, together }: Way): string {
  if (places.some((words) => words.length === 0)) return ''
  return either(places.map(textOfWords), together ? '<->' : '&')
}
