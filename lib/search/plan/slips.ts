import 'server-only'
import { oneSlipFrom, twoSlipsFrom } from '../limits'
import { ACRONYMS } from '../synonyms'
import { type Known, similarWords } from './known-words'

const kept = 4

/** How many slips of the finger a word is forgiven: none in short words, in numbers and in abbreviations. */
export function slipsForgiven(word: string): number {
  if (/\p{N}/u.test(word) || ACRONYMS.has(word)) return 0
  const letters = [...word].length
  if (letters < oneSlipFrom) return 0
  return letters < twoSlipsFrom ? 1 : 2
}

/** The words that somebody who typed this most likely meant, the likeliest first. */
export async function wordsMeantBy(word: string): Promise<Known[]> {
  const slips = slipsForgiven(word)
  if (slips === 0) return []
  const similar = await similarWords({ word, slips })
  const near = similar.flatMap((known) => {
    const away = slipsBetween(word, known.word, slips)
    return away <= slips ? [{ ...known, away }] : []
  })
  const nearest = Math.min(...near.map(({ away }) => away))
  return near
    .filter(({ away }) => away === nearest)
    .sort((a, b) => b.docs - a.docs || a.word.localeCompare(b.word))
    .slice(0, kept)
}

/**
 * How many letters were left out, added, mistaken or swapped with their neighbour; a wrong first letter counts twice.
 * Anything above `most` is `most + 1`.
 */
export function slipsBetween(typed: string, meant: string, most: number): number {
  const from = [...typed]
  const to = [...meant]
  if (Math.abs(from.length - to.length) > most) return most + 1
  const swappedStart = from[0] === to[1] && from[1] === to[0]
  const first = from[0] === to[0] || swappedStart ? 0 : 1
  const rows = Array.from({ length: 3 }, () => new Uint8Array(to.length + 1))
  let [before, row, next] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (const column of row.keys()) row[column] = column
  for (let line = 0; line < from.length; line += 1) {
    // No later line has fewer than the least of this one.
    if (fill(next, { line, from, to, row, before }) > most) return most + 1
    ;[before, row, next] = [row, next, before]
  }
  return Math.min((row.at(-1) ?? 0) + first, most + 1)
}

type Lines = { line: number; from: string[]; to: string[]; row: Uint8Array; before: Uint8Array }

/** Fills the next line from the two above it, and says what is least in it. */
function fill(next: Uint8Array, { line, from, to, row, before }: Lines): number {
  next[0] = line + 1
  let least = line + 1
  for (let column = 0; column < to.length; column += 1) {
    const same = from[line] === to[column] ? 0 : 1
    const [left, above, corner] = [next[column] ?? 0, row[column + 1] ?? 0, row[column] ?? 0]
    let slips = Math.min(left + 1, above + 1, corner + same)
    const isSwap = line > 0 && column > 0 && from[line] === to[column - 1] && from[line - 1] === to[column]
    if (isSwap) slips = Math.min(slips, (before[column - 1] ?? 0) + 1)
    next[column + 1] = slips
    if (slips < least) least = slips
  }
  return least
}
