import 'server-only'
import { log } from '@/lib/platform/log'
import type { Texts } from './schema'
import { plainWords, readable } from './words'

/** The same words as PostgreSQL keeps them: with their places, and A to D for how much a field counts. */
export type Vectors = { words: string; lead: string }

// PostgreSQL keeps no place beyond 16,383, 255 places of a word, and a megabyte in all.
const lastPlace = 16_382
const placesMax = 255
const bytesMax = 1_000_000
/** Between two fields, so that a phrase never begins in one and ends in the next. */
const gap = 20
/** Words of the body that count as its beginning. */
const openingWords = 100

const FIELDS: [Exclude<keyof Texts, 'bodyParts' | 'fileParts'>, string][] = [
  ['title', 'A'],
  ['aliases', 'A'],
  ['labels', 'B'],
  ['organisation', 'B'],
  ['summary', 'B'],
  ['people', 'B'],
  ['body', 'C'],
  ['fileName', 'D'],
  ['fileText', 'D'],
]

/** Every word of a thing with its places, and the same of its first fields and the beginning of its body. */
export function vectorsOf(id: string, texts: Texts): Vectors {
  const whole = new Places(id)
  const lead = new Places(id)
  for (const [field, weight] of FIELDS) {
    if (texts[field] === '') continue
    const words = plainWords(readable(texts[field]))
    whole.add(words, weight)
    if (field === 'body') lead.add(words.slice(0, openingWords), weight)
    else if (weight !== 'D') lead.add(words, weight)
  }
  return { words: whole.literal(), lead: lead.literal() }
}

/** Words and where they stand, as far as PostgreSQL can keep them. */
class Places {
  #found = new Map<string, string[]>()
  #next = 1
  #bytes = 0
  #cut = false

  constructor(private readonly id: string) {}

  add(words: string[], weight: string): void {
    for (const word of words) this.#note(word.toWellFormed(), this.#next++, weight)
    this.#next += gap
  }

  #note(word: string, at: number, weight: string) {
    const places = this.#found.get(word)
    // Each word takes its letters, an entry and padding; each place two bytes.
    const cost = (places ? 0 : Buffer.byteLength(word) + 8) + 2
    if (this.#bytes + cost > bytesMax) {
      this.#cut = true
      return
    }
    const place = at <= lastPlace ? [`${at}${weight}`] : []
    if (!places) this.#found.set(word, place)
    else if (places.length < placesMax) places.push(...place)
    this.#bytes += cost
  }

  literal(): string {
    if (this.#cut) log('warn', 'a text has more words than the index can hold', { document: this.id })
    return [...this.#found]
      .map(([word, places]) => (places.length > 0 ? `'${word}':${places.join(',')}` : `'${word}'`))
      .join(' ')
  }
}
