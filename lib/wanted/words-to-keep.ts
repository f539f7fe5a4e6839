import 'server-only'
import { plainWords, readable } from '@/lib/search/words'
import { gapLettersMax, gapLettersMin, gapWordsMax } from './limits'

// What may name a person or a household is never counted, even where it is something else.
const EMAIL = /\S\s*@\s*\S/
const POSTCODE = /(?:^|[^a-z0-9])[a-z]{1,2}\d[a-z0-9]?[\s-]*\d[a-z]{2}(?:$|[^a-z0-9])/i
const INSURANCE = /(?:^|[^a-z0-9])[a-z]{2}\s*(?:\d\s*){6}[a-z]?(?:$|[^a-z0-9])/i
const EXCLUSION = /(?:^|\s)[-−]\s*["“]?\p{L}/u
const digitsMin = 7

/**
 * The words of a search as they are counted: lower case, no accents, in their order. Null for what is never counted:
 * anything like an e-mail address, a telephone number, a postcode or a National Insurance number, a search that leaves
 * words out, more than 80 characters and more than six words.
 */
export function wordsToKeep(typed: string): string | null {
  const text = readable(typed).trim()
  if (text.length > gapLettersMax || EXCLUSION.test(text)) return null
  const words = plainWords(text)
  if (words.length === 0 || words.length > gapWordsMax) return null
  const joined = words.join(' ')
  if (joined.length < gapLettersMin || joined.length > gapLettersMax) return null
  return [text, joined].some(mayNameSomebody) ? null : joined
}

function mayNameSomebody(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0
  return digits >= digitsMin || [EMAIL, POSTCODE, INSURANCE].some((pattern) => pattern.test(text))
}
