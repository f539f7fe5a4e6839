import 'server-only'
import type { Plan } from './schema'
import { type Word, wordsIn } from './words'

/** A word of the text that counts as one of the plan's terms. */
export type Match = { start: number; end: number; term: number }

/** What counts as a match: single words, or words side by side. */
type Row = { term: number; places: ReadonlySet<string>[] }

/** Finds the words of a plan in texts. */
export type Finder = {
  matchesIn(text: string): Match[]
  /** Where the first of them stands in a text too long to be read whole; -1 where none is found quickly. */
  firstIn(text: string): number
}

// A term that stands in a text more often is marked no further there: where it stands most is known by then.
const oftenEnough = 20
// So many characters hold a word and what divides it from the next one.
const wordRoom = 70
/** Letters and digits that may be written otherwise in the plan: É is E there. */
const UNLIKE_PLAN = /(?![A-Za-z0-9])[\p{L}\p{N}\p{M}]/u

const kept = new WeakMap<Plan, Finder>()

/** The finder of a plan, made once. */
export function finderOf(plan: Plan): Finder {
  const finder = kept.get(plan) ?? makeFinder(rowsOf(plan))
  kept.set(plan, finder)
  return finder
}

function makeFinder(rows: Row[]): Finder {
  const byWord = new Map<string, Row[]>()
  for (const row of rows)
    for (const word of row.places[0] ?? []) byWord.set(word, [...(byWord.get(word) ?? []), row])
  // The longest row first: it says most.
  for (const starting of byWord.values()) starting.sort((a, b) => b.places.length - a.places.length)
  const plain = [...byWord.keys()].filter((word) => /^[a-z0-9]+$/.test(word))
  const start = plain.length > 0 ? `(?<![A-Za-z0-9])(?:${plain.join('|')})(?![A-Za-z0-9])` : '(?!)'
  const [starts, first] = [new RegExp(start, 'gi'), new RegExp(start, 'i')]
  return {
    matchesIn: (text) =>
      withoutOverlap(
        UNLIKE_PLAN.test(text) ? amongWords(wordsIn(text), byWord) : atStarts(text, starts, byWord),
      ),
    firstIn: (text) => text.search(first),
  }
}

function rowsOf({ terms }: Plan): Row[] {
  return terms.flatMap(({ ways }, term) =>
    ways.flatMap(({ places, together }) => {
      const sets = places.map((words) => new Set(words))
      return together ? [{ term, places: sets }] : sets.map((place) => ({ term, places: [place] }))
    }),
  )
}

function amongWords(words: Word[], byWord: ReadonlyMap<string, Row[]>): Match[] {
  const matches: Match[] = []
  for (const [at, { word }] of words.entries()) {
    const row = byWord.get(word)?.find(({ places }) => stands(places, words, at))
    if (row) matches.push(...matched(row, words, at))
  }
  return matches
}

/** Only what stands right behind the beginning of a row is taken apart into words. */
function atStarts(text: string, starts: RegExp, byWord: ReadonlyMap<string, Row[]>): Match[] {
  const matches: Match[] = []
  const times: number[] = []
  for (const { 0: written, index } of text.matchAll(starts)) {
    const rows = byWord.get(written.toLowerCase())?.filter(({ term }) => (times[term] ?? 0) < oftenEnough)
    if (!rows?.[0]) continue
    const reach = rows[0].places.length * wordRoom
    const words = wordsIn(text.slice(index, index + (reach > wordRoom ? reach : written.length)))
    const row = rows.find(({ places }) => stands(places, words, 0))
    if (!row) continue
    times[row.term] = (times[row.term] ?? 0) + 1
    for (const match of matched(row, words, 0))
      matches.push({ ...match, start: match.start + index, end: match.end + index })
  }
  return matches
}

function stands(places: Row['places'], words: Word[], at: number): boolean {
  return places.every((place, step) => place.has(words[at + step]?.word ?? ''))
}

function matched({ places, term }: Row, words: Word[], at: number): Match[] {
  return places.flatMap((_, step) => {
    const word = words[at + step]
    return word ? [{ start: word.start, end: word.end, term }] : []
  })
}

function withoutOverlap(matches: Match[]): Match[] {
  return matches
    .sort((a, b) => a.start - b.start)
    .filter((match, place, all) => place === 0 || match.start >= (all[place - 1]?.end ?? 0))
}
