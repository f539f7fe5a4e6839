import 'server-only'
import { diffArrays } from 'diff'
import { mostEdits } from './compare-words'

/** A stretch of two lists: equal on both sides, or replaced. Ends are exclusive. */
export type Stretch = { same: boolean; older: [from: number, to: number]; newer: [from: number, to: number] }

/** Two lists of texts side by side, in order. */
export function alignLists(older: string[], newer: string[]): Stretch[] {
  let start = 0
  while (start < older.length && start < newer.length && older[start] === newer[start]) start += 1
  let end = 0
  const most = Math.min(older.length, newer.length) - start
  while (end < most && older[older.length - 1 - end] === newer[newer.length - 1 - end]) end += 1

  const middle = between(older.slice(start, older.length - end), newer.slice(start, newer.length - end))
  const [o, n] = [older.length - end, newer.length - end]
  return whole([
    { same: true, older: [0, start], newer: [0, start] },
    ...middle.map((stretch) => shifted(stretch, [start, start])),
    { same: true, older: [o, older.length], newer: [n, newer.length] },
  ])
}

function between(older: string[], newer: string[]): Stretch[] {
  const known = new Map<string, number>()
  const parts = diffArrays(numbersOf(older, known), numbersOf(newer, known), { maxEditLength: mostEdits })
  if (!parts) return byLandmarks(older, newer)
  const found: Stretch[] = []
  let [o, n] = [0, 0]
  for (const { added, removed, value } of parts) {
    const [olderEnd, newerEnd] = [o + (added ? 0 : value.length), n + (removed ? 0 : value.length)]
    found.push({ same: !added && !removed, older: [o, olderEnd], newer: [n, newerEnd] })
    ;[o, n] = [olderEnd, newerEnd]
  }
  return found
}

/** Equal texts get equal numbers, which are compared much faster. */
function numbersOf(texts: string[], known: Map<string, number>): number[] {
  return texts.map((text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}

/** Entries that stand once on each side hold two long lists together (the idea of patience diff); linear work. */
function byLandmarks(older: string[], newer: string[]): Stretch[] {
  const [left, right] = [onlyOnce(older), onlyOnce(newer)]
  const pairs = [...left].flatMap(([text, o]) => (right.has(text) ? [[o, right.get(text) as number]] : []))
  const places = pairs.map(([, n]) => n as number)
  const found: Stretch[] = []
  let [o, n] = [0, 0]
  for (const index of longestRising(places)) {
    const [atOlder, atNewer] = pairs[index] as [number, number]
    found.push({ same: false, older: [o, atOlder], newer: [n, atNewer] })
    found.push({ same: true, older: [atOlder, atOlder + 1], newer: [atNewer, atNewer + 1] })
    ;[o, n] = [atOlder + 1, atNewer + 1]
  }
  return [...found, { same: false, older: [o, older.length], newer: [n, newer.length] }]
}

/** The places of the entries that stand in a list once. */
function onlyOnce(list: string[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  list.forEach((text, place) => {
    if (places.has(text)) twice.add(text)
    places.set(text, place)
  })
  for (const text of twice) places.delete(text)
  return places
}

/** The places of one longest run of rising numbers (patience sorting). */
export function longestRising(numbers: number[]): number[] {
  const tops: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, index) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tops[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    before[index] = tops[low - 1]
    tops[low] = index
  })
  const found: number[] = []
  for (let at = tops.at(-1); at !== undefined; at = before[at]) found.push(at)
  return found.reverse()
}

function shifted({ same, older, newer }: Stretch, [o, n]: [number, number]): Stretch {
  return { same, older: [older[0] + o, older[1] + o], newer: [newer[0] + n, newer[1] + n] }
}

/** Neighbours of the same kind become one, and empty ones go. */
function whole(stretches: Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const { same, older, newer } of stretches) {
    if (older[0] === older[1] && newer[0] === newer[1]) continue
    const last = found.at(-1)
    if (last?.same === same) {
      last.older = [last.older[0], older[1]]
      last.newer = [last.newer[0], newer[1]]
    } else found.push({ same, older, newer })
  }
  return found
}
