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
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of from.entries()) {
    const next = [line + 1]
    for (const [column, other] of to.entries()) {
      const same = letter === other ? 0 : 1
      let least = Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + same)
      const swapped = line > 0 && column > 0 && letter === to[column - 1] && from[line - 1] === other
      if (swapped) least = Math.min(least, (before[column - 1] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return Math.min((row.at(-1) ?? 0) + first, most + 1)
}
