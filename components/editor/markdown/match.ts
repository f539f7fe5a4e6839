import type { JSONContent } from '@tiptap/core'

/** Pairs each edited block with the original it equals, in order, by their longest common run. */
export function match<Piece extends { key: string }>(keys: string[], pieces: Piece[]): (Piece | undefined)[] {
  const most = Math.min(keys.length, pieces.length)
  let head = 0
  while (head < most && keys[head] === pieces[head]?.key) head += 1
  let tail = 0
  while (tail < most - head && keys.at(-1 - tail) === pieces.at(-1 - tail)?.key) tail += 1
  return [
    ...pieces.slice(0, head),
    ...matchMiddle(keys.slice(head, keys.length - tail), pieces.slice(head, pieces.length - tail)),
    ...pieces.slice(pieces.length - tail),
  ]
}

/** Beside those that are equal: which original an edited block was made from, as far as its place tells. */
export function pair<Piece extends { node: JSONContent }>(
  nodes: JSONContent[],
  matched: (Piece | undefined)[],
  pieces: Piece[],
): (Piece | undefined)[] {
  const pairs = [...matched]
  let next = 0
  for (let index = 0; index < nodes.length; index += 1) {
    const same = matched[index]
    if (same) {
      next = pieces.indexOf(same) + 1
      continue
    }
    const following = matched.slice(index).find((piece) => piece !== undefined)
    const end = following ? pieces.indexOf(following) : pieces.length
    const found = pieces.findIndex(
      (piece, place) => place >= next && place < end && piece.node.type === nodes[index]?.type,
    )
    if (found < 0) continue
    pairs[index] = pieces[found]
    next = found + 1
  }
  return pairs
}

function matchMiddle<Piece extends { key: string }>(keys: string[], pieces: Piece[]): (Piece | undefined)[] {
  const lengths = table(keys, pieces)
  const matched: (Piece | undefined)[] = []
  for (let i = 0, j = 0; i < keys.length; i += 1) {
    while (j < pieces.length && pieces[j]?.key !== keys[i] && at(lengths, i, j + 1) >= at(lengths, i + 1, j))
      j += 1
    const piece = pieces[j]
    if (piece?.key === keys[i]) {
      matched.push(piece)
      j += 1
    } else matched.push(undefined)
  }
  return matched
}

function table(keys: string[], pieces: { key: string }[]): number[][] {
  const lengths = Array.from({ length: keys.length + 1 }, () => new Array<number>(pieces.length + 1).fill(0))
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    for (let j = pieces.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[]
      row[j] =
        keys[i] === pieces[j]?.key
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: number[][], i: number, j: number) {
  return lengths[i]?.[j] ?? 0
}
