/** Pairs each edited block with the original it equals, in order, by their longest common run. */
export function match<Piece extends { key: string }>(keys: string[], pieces: Piece[]): (Piece | undefined)[] {
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
