/** Numbers from a seed, the same in every run: mulberry32. */
export type Random = {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number
  chance: (share: number) => boolean
  pick: <Thing>(things: readonly Thing[]) => Thing
  /** Some of the things, each at most once. */
  some: <Thing>(things: readonly Thing[], count: number) => Thing[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Thing>(things: readonly Thing[]) => things[between(0, things.length - 1)] as Thing
  return {
    next,
    between,
    pick,
    chance: (share) => next() < share,
    some: (things, count) => {
      const chosen = new Set<(typeof things)[number]>()
      while (chosen.size < Math.min(count, things.length)) chosen.add(pick(things))
      return [...chosen]
    },
  }
}
