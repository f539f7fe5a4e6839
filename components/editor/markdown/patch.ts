import { diffArrays } from 'diff'

type Hunk = { from: number; to: number; text: string }

/**
 * Makes in the person's own Markdown the change that was made between two ways of writing the block out.
 * Gives candidates, most careful first: which of them says what was meant is for the caller to check.
 */
export function patches(source: string, before: string, after: string): string[] {
  const [own, old, fresh] = [source, before, after].map(piecesOf) as [string[], string[], string[]]
  const places = align(old, own)
  const hunks = changes(old, fresh)
  return [narrow, wide].map((range) => {
    let out = ''
    let done = 0
    for (const hunk of hunks) {
      const [from, to] = range(hunk, places, own.length)
      out += own.slice(done, Math.max(done, from)).join('') + hunk.text
      done = Math.max(done, to)
    }
    return out + own.slice(done).join('')
  })
}

function piecesOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|./gsu) ?? []
}

/** For each piece of one text, where the same piece stands in the other: words first, then what lies between. */
function align(from: string[], to: string[]): (number | undefined)[] {
  const [ours, theirs] = [wordsIn(from), wordsIn(to)]
  const places = new Array<number | undefined>(from.length).fill(undefined)
  let [start, end] = [0, 0]
  const words = common(
    ours.map((at) => from[at] ?? ''),
    theirs.map((at) => to[at] ?? ''),
  ).map(([one, other]) => [ours[one] ?? 0, theirs[other] ?? 0])
  for (const [one = 0, other = 0] of [...words, [from.length, to.length]]) {
    for (const [near, far] of common(from.slice(start, one), to.slice(end, other)))
      places[start + near] = end + far
    if (one < from.length) places[one] = other
    ;[start, end] = [one + 1, other + 1]
  }
  return places
}

function wordsIn(pieces: string[]): number[] {
  return pieces.flatMap((piece, index) => (/[\p{L}\p{N}]/u.test(piece) ? [index] : []))
}

function common(from: string[], to: string[]): [number, number][] {
  const pairs: [number, number][] = []
  let [here, there] = [0, 0]
  for (const { added, removed, value } of diffArrays(from, to)) {
    if (!added && !removed) pairs.push(...value.map((_, at): [number, number] => [here + at, there + at]))
    if (!added) here += value.length
    if (!removed) there += value.length
  }
  return pairs
}

function changes(from: string[], to: string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays(from, to)) {
    if (!added && !removed) {
      at += value.length
      continue
    }
    let hunk = hunks.at(-1)
    if (hunk?.to !== at) {
      hunk = { from: at, to: at, text: '' }
      hunks.push(hunk)
    }
    if (added) hunk.text += value.join('')
    else {
      at += value.length
      hunk.to = at
    }
  }
  return hunks
}

// Only what is known to be the replaced words.
function narrow(hunk: Hunk, places: (number | undefined)[], length: number): [number, number] {
  const start = after(places, hunk.from)
  if (hunk.from === hunk.to) return [start, start]
  return [places[hunk.from] ?? start, (places[hunk.to - 1] ?? until(places, hunk.to, length) - 1) + 1]
}

// Everything between the neighbours that stay.
function wide(hunk: Hunk, places: (number | undefined)[], length: number): [number, number] {
  const end = until(places, hunk.to, length)
  return hunk.from === hunk.to ? [end, end] : [after(places, hunk.from), end]
}

function after(places: (number | undefined)[], index: number) {
  const before = places.slice(0, index).findLast((place) => place !== undefined)
  return before === undefined ? 0 : before + 1
}

function until(places: (number | undefined)[], index: number, length: number) {
  return places.slice(index).find((place) => place !== undefined) ?? length
}
