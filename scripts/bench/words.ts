import { readStarterFiles } from '@/prisma/starter-files'
import type { Random } from './random.mjs'

const vocabularySize = 20_000
const skew = 1.05
const [starts, middles, ends] = [
  ['ba', 'cor', 'del', 'fen', 'gra', 'hol', 'lin', 'mar', 'nor', 'pel', 'ros', 'sta', 'tre', 'ven', 'wal'],
  ['ba', 'den', 'fi', 'go', 'la', 'men', 'ni', 'ra', 'sti', 'ter', 'vo'],
  ['bury', 'dale', 'ford', 'ham', 'ing', 'ley', 'ment', 'ness', 'ton', 'wick', 'worth'],
]

/** Draws words as they fall in a language: the word of rank n about 1/n as often as the first. */
export type Vocabulary = { words: string[]; draw: (random: Random) => string }

/** The words of the starter content, the most frequent first, and after them made-up ones as the long tail. */
export async function readVocabulary(): Promise<Vocabulary> {
  const words = withTail(await starterWords())
  const reached: number[] = []
  words.reduce((sum, _word, rank) => {
    reached[rank] = sum + 1 / (rank + 1) ** skew
    return reached[rank]
  }, 0)
  const whole = reached[reached.length - 1] as number
  return { words, draw: (random) => words[firstAbove(reached, random.next() * whole)] as string }
}

async function starterWords(): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const { parts } of await readStarterFiles('case-studies'))
    for (const [word] of textOf(parts).matchAll(/\b[a-z]{2,}\b/g))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([word]) => word)
}

function textOf(parts: Record<string, string>): string {
  const addresses = /\]\([^)]*\)|https?:\S+/g
  return Object.values(parts).join(' ').replace(addresses, ' ').toLowerCase()
}

function withTail(words: string[]): string[] {
  const all = new Set(words)
  for (const first of starts)
    for (const second of middles)
      for (const third of ['', ...middles])
        for (const last of ends) {
          if (all.size >= vocabularySize) return [...all]
          all.add(first + second + third + last)
        }
  return [...all]
}

function firstAbove(reached: number[], value: number): number {
  let [low, high] = [0, reached.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reached[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
