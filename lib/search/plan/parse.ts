import 'server-only'
import { CAPITALS_ONLY } from '../synonyms'
import { readable, type Word, wordsIn } from '../words'

/** A word of a query. `capitals`: written as "IT" among words that are not, so a name and not "it". */
export type TypedWord = {
  word: string
  written: string
  capitals: boolean
  /** Written in one with the word before it: "in-house", "06/21". */
  glued?: boolean
  /** What else may have been meant by a slip. */
  also?: string[]
  /** The two words that it is known as. */
  split?: [string, string]
}

export type Parsed = {
  typed: string
  words: TypedWord[]
  phrases: TypedWord[][]
  without: string[][]
  /** The last word may still be typed: it stands at the end and is no part of a phrase. */
  open: boolean
}

// A quoted piece, closed or open to the end, or a piece without spaces; either may be left out by a minus.
const PIECE = /(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/g
const GLUE = /(?:\p{L}[-‐‑]|\p{N}[-‐‑/])$/u
const QUOTES = /[“”„‟«»″]/g

/** Takes a query apart: words, phrases in quotes, and what must not be there. Nothing that can be typed is an error. */
export function parse(typed: string): Parsed {
  const text = readable(typed).replace(QUOTES, '"').trim()
  const shouting = !/\p{Ll}/u.test(text) && /\p{L}\s+\P{Zs}*\p{L}/u.test(text)
  const words: TypedWord[] = []
  const phrases: TypedWord[][] = []
  const without: string[][] = []
  let open = false
  for (const [, minus, quoted, bare] of text.matchAll(PIECE)) {
    const written = quoted ?? bare ?? ''
    const read = wordsIn(written).map((word, place) => {
      const glued = place > 0 && GLUE.test(written.slice(0, word.start))
      return { ...typedWord(word, shouting), ...(glued ? { glued } : {}) }
    })
    open = false
    if (read.length === 0) continue
    if (minus) without.push(read.map(({ word }) => word))
    else if (quoted !== undefined) phrases.push(read)
    else {
      words.push(...read)
      open = true
    }
  }
  return { typed: typed.trim(), words, phrases, without, open }
}

function typedWord({ word, written }: Word, shouting: boolean): TypedWord {
  return { word, written, capitals: !shouting && CAPITALS_ONLY.has(written) }
}
