import 'server-only'
import { CAPITALS_ONLY, keyWordsMax, SYNONYMS } from '../synonyms'
import { plainWords, readable } from '../words'
import { stemsOf } from './known-words'
import type { TypedWord } from './parse'

/** A piece of a query: one word, or a row of words that has a name of its own in the field. */
export type Piece = {
  words: TypedWord[]
  synonyms: string[][]
  /** Written in one: its words stand side by side. */
  glued?: boolean
}

type Key = { words: string[]; capitals: boolean; means: string[][] }

// A name in capitals is found through the field of aliases, where its long form stands.
const KEYS: Key[] = SYNONYMS.map(({ key, means }) => ({
  words: plainWords(readable(key)),
  capitals: CAPITALS_ONLY.has(key),
  means: means.filter((name) => !CAPITALS_ONLY.has(name)).map((name) => plainWords(readable(name))),
}))

let byStems: Promise<Map<string, Key[]>> | undefined

/** Joins the words that make up a name of the field, the longest first; every other word stands alone. */
export async function joinNames(words: TypedWord[]): Promise<Piece[]> {
  byStems ??= keysByStems()
  const keys = await byStems
  const stem = await stemsOf(words.map(({ word }) => word))
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; ) {
    const piece = nameAt(words.slice(at, at + keyWordsMax), stem, keys)
    pieces.push(piece)
    at += piece.words.length
  }
  return pieces
}

function nameAt(ahead: TypedWord[], stem: (word: string) => string, keys: Map<string, Key[]>): Piece {
  for (let length = ahead.length; length > 0; length -= 1) {
    const words = ahead.slice(0, length)
    const called = keys.get(words.map(({ word }) => stem(word)).join(' ')) ?? []
    const meant = called.filter(({ capitals }) => !capitals || words[0]?.capitals)
    if (meant.length > 0) return { words, synonyms: distinct(meant.flatMap(({ means }) => means)) }
  }
  return gluedAt(ahead)
}

/** "In-house" may be written "inhouse" too. */
function gluedAt(ahead: TypedWord[]): Piece {
  const end = ahead.findIndex(({ glued }, place) => place > 0 && !glued)
  const words = ahead.slice(0, end < 0 ? ahead.length : end)
  if (words.length === 1) return { words, synonyms: [] }
  return { words, synonyms: [[words.map(({ word }) => word).join('')]], glued: true }
}

async function keysByStems(): Promise<Map<string, Key[]>> {
  const stem = await stemsOf(KEYS.flatMap(({ words }) => words))
  const keys = new Map<string, Key[]>()
  for (const key of KEYS) {
    const stems = key.words.map(stem).join(' ')
    keys.set(stems, [...(keys.get(stems) ?? []), key])
  }
  return keys
}

function distinct(rows: string[][]): string[][] {
  return [...new Map(rows.map((row) => [row.join(' '), row])).values()]
}
