import 'server-only'
import { stemsOf } from '../../plan/known-words'
import { CAPITALS_ONLY, SYNONYMS } from '../../synonyms'
import { plainWords, readable } from '../../words'

/** A name of the field: how a query says it, and what it may be called instead. */
export type Name = { written: string; own: string[]; means: string[][] }

/** Meilisearch looks up rows of at most three words. */
const longestRow = 3

// What is longer, or meant only in capitals, is asked for by a word that no text has and whose synonyms are its names.
const TOKEN = 'cupboardname'

type Names = {
  all: Name[]
  /** The name that these words make up, in any of their forms; `capitals`: as "IT" is meant. */
  called: (words: string[], capitals: boolean) => Promise<Name | undefined>
}

let read: Promise<Names> | undefined

/** The names of the field as a query to Meilisearch can use them. */
export function fieldNames(): Promise<Names> {
  read ??= readNames()
  return read
}

async function readNames(): Promise<Names> {
  const keys = SYNONYMS.map(({ key, means }) => ({
    words: plainWords(readable(key)),
    capitals: CAPITALS_ONLY.has(key),
    // A name in capitals is found through the field of aliases, where its long form stands.
    means: means.filter((name) => !CAPITALS_ONLY.has(name)).map((name) => plainWords(readable(name))),
  }))
  const stem = await stemsOf(keys.flatMap(({ words }) => words))
  const names = new Map<string, Name>()
  for (const { words, capitals, means } of keys) {
    const key = keyOf(words.map(stem), capitals)
    const known = names.get(key)
    const token = capitals || words.length > longestRow
    const written = token ? `${TOKEN}${names.size}` : words.join(' ')
    if (known) known.means.push(...means)
    else names.set(key, { written, own: capitals ? [] : words, means: [...means] })
  }
  return {
    all: [...names.values()],
    async called(words, capitals) {
      const stems = await stemsOf(words)
      return names.get(keyOf(words.map(stems), capitals))
    },
  }
}

function keyOf(stems: string[], capitals: boolean): string {
  return `${capitals ? 'capitals ' : ''}${stems.join(' ')}`
}
