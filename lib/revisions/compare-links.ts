import 'server-only'
import type { Stretch } from './compare-lists'
import { inCommon, type Late, likeness, never, type Words, wordsOf } from './compare-words'

/** What became of paragraphs: which older ones, by their places, became which newer ones. */
export type Link = { kind: 'changed' | 'split' | 'joined'; older: number[]; newer: number[] }
export type Links = { inPlace: Link[] /** newer place -> older place */; moved: Map<number, number> }

// A paragraph that is put elsewhere is told from one that is written anew by its length and its likeness.
const shortestMove = 12
const fewestWordsMoved = 6
const likeMoved = 0.7
const likeChanged = 0.4
const likeParts = 0.7
const likeAtAll = 0.2
const shortText = 40
const mostParts = 8
// Telling paragraphs apart by their words takes time, so there is an end to it.
const mostLooks = 60_000

type Side = { texts: string[]; words: (place: number) => Words; free: Set<number> }
type Work = { older: Side; newer: Side; links: Links; looks: number; late: Late }

/** Finds paragraphs that were moved, cut in two, joined or revised among those that are not equal in place. */
export function linkParagraphs(
  [older, newer]: [string[], string[]],
  stretches: Stretch[],
  late: Late = never,
): Links {
  const hunks = stretches.filter(({ same }) => !same)
  const work: Work = {
    older: sideOf(
      older,
      hunks.map((hunk) => hunk.older),
    ),
    newer: sideOf(
      newer,
      hunks.map((hunk) => hunk.newer),
    ),
    links: { inPlace: [], moved: new Map() },
    looks: mostLooks,
    late,
  }
  moveEqual(work)
  // Looking at words is what takes the time.
  if (late()) return work.links
  for (const hunk of hunks) {
    linkParts(work, hunk, 'split')
    linkParts(work, hunk, 'joined')
    linkInOrder(work, hunk)
  }
  moveAlike(work)
  for (const hunk of hunks) linkLonePair(work, hunk)
  return work.links
}

function sideOf(texts: string[], ranges: [number, number][]): Side {
  const known: Words[] = []
  const words = (place: number) => {
    known[place] ??= wordsOf(texts[place] as string)
    return known[place]
  }
  return { texts, words, free: new Set(ranges.flatMap(([from, to]) => places(from, to))) }
}

function moveEqual({ older, newer, links }: Work) {
  const waiting = new Map<string, number[]>()
  for (const place of older.free) {
    const text = older.texts[place] as string
    if (text.length < shortestMove) continue
    const others = waiting.get(text)
    if (others) others.push(place)
    else waiting.set(text, [place])
  }
  for (const place of newer.free) {
    const from = waiting.get(newer.texts[place] as string)?.shift()
    if (from === undefined) continue
    links.moved.set(place, from)
    older.free.delete(from)
    newer.free.delete(place)
  }
}

/** One paragraph whose words are now those of several in a row, or the other way round. */
function linkParts(work: Work, hunk: Stretch, kind: 'split' | 'joined') {
  const [whole, parts] = kind === 'split' ? [work.older, work.newer] : [work.newer, work.older]
  const [wholes, pieces] = kind === 'split' ? [hunk.older, hunk.newer] : [hunk.newer, hunk.older]
  if (lengthOf(wholes) * lengthOf(pieces) > work.looks / 4) return
  for (const place of places(...wholes).filter((at) => whole.free.has(at))) {
    const run = partsOf(work, whole.words(place), { parts, range: pieces })
    if (!run) continue
    const link: Link =
      kind === 'split' ? { kind, older: [place], newer: run } : { kind, older: run, newer: [place] }
    add(work, link)
  }
}

function partsOf(work: Work, whole: Words, { parts, range }: { parts: Side; range: [number, number] }) {
  let run: number[] = []
  for (const place of [...places(...range), range[1]]) {
    const part = place < range[1] && parts.free.has(place) ? parts.words(place) : null
    if (part && isPart(work, part, whole)) run.push(place)
    else {
      if (run.length > 1 && run.length <= mostParts && covers(run.map(parts.words), whole)) return run
      run = []
    }
  }
  return null
}

function isPart(work: Work, part: Words, whole: Words): boolean {
  if (part.size === 0 || part.size > whole.size) return false
  return look(work) && inCommon(part, whole) / part.size >= likeParts
}

function covers(parts: Words[], whole: Words): boolean {
  const shared = parts.reduce((sum, part) => sum + inCommon(part, whole), 0)
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return whole.size > 0 && shared / whole.size >= likeParts && size <= whole.size * 1.5
}

/** Pairs revised paragraphs without crossing, so that as much as possible stands beside its like. */
function linkInOrder(work: Work, hunk: Stretch) {
  const [rows, columns] = [freeIn(work.older, hunk.older), freeIn(work.newer, hunk.newer)]
  if (rows.length * columns.length > work.looks) return
  const alike = rows.map((o) => columns.map((n) => likenessOf(work, o, n)))
  const best = rows.map(() => columns.map(() => 0))
  const bestAt = (r: number, c: number) => best[r]?.[c] ?? 0
  for (let r = rows.length - 1; r >= 0; r -= 1)
    for (let c = columns.length - 1; c >= 0; c -= 1) {
      const score = alike[r]?.[c] as number
      const paired = score >= likeChanged ? score + bestAt(r + 1, c + 1) : 0
      ;(best[r] as number[])[c] = Math.max(paired, bestAt(r + 1, c), bestAt(r, c + 1))
    }
  let [r, c] = [0, 0]
  while (r < rows.length && c < columns.length && bestAt(r, c) > 0) {
    if (bestAt(r, c) === bestAt(r + 1, c)) r += 1
    else if (bestAt(r, c) === bestAt(r, c + 1)) c += 1
    else add(work, { kind: 'changed', older: [rows[r++] as number], newer: [columns[c++] as number] })
  }
}

function moveAlike(work: Work) {
  for (const place of [...work.newer.free].filter((at) => work.newer.words(at).size >= fewestWordsMoved)) {
    let best: { from: number; score: number } | null = null
    for (const from of work.older.free) {
      if (work.looks <= 0 || work.late()) return
      const score = likenessOf(work, from, place)
      if (score >= likeMoved && score > (best?.score ?? 0)) best = { from, score }
    }
    if (!best) continue
    work.links.moved.set(place, best.from)
    work.older.free.delete(best.from)
    work.newer.free.delete(place)
  }
}

/** A text in the place of another is its successor, unless both are long and have next to nothing in common. */
function linkLonePair(work: Work, hunk: Stretch) {
  const [[older, ...more], [newer, ...others]] = [
    freeIn(work.older, hunk.older),
    freeIn(work.newer, hunk.newer),
  ]
  if (older === undefined || newer === undefined || more.length + others.length > 0) return
  const long = [work.older.texts[older], work.newer.texts[newer]].every(
    (text) => (text?.length ?? 0) > shortText,
  )
  if (long && likenessOf(work, older, newer) < likeAtAll) return
  add(work, { kind: 'changed', older: [older], newer: [newer] })
}

function add({ older, newer, links }: Work, link: Link) {
  const [o, n] = [link.older[0] as number, link.newer[0] as number]
  if (links.inPlace.some((other) => (other.older[0] as number) < o !== (other.newer[0] as number) < n)) return
  links.inPlace.push(link)
  for (const place of link.older) older.free.delete(place)
  for (const place of link.newer) newer.free.delete(place)
}

function likenessOf(work: Work, older: number, newer: number): number {
  const [one, other] = [work.older.words(older), work.newer.words(newer)]
  // Texts of very different length cannot be alike, and need no look.
  if (Math.min(one.size, other.size) * 4 < Math.max(one.size, other.size)) return 0
  return look(work) ? likeness(one, other) : 0
}

function look(work: Work): boolean {
  work.looks -= 1
  return work.looks >= 0 && !work.late()
}

function freeIn({ free }: Side, [from, to]: [number, number]): number[] {
  return places(from, to).filter((place) => free.has(place))
}

function lengthOf([from, to]: [number, number]): number {
  return to - from
}

function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
