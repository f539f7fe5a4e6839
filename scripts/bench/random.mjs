/**
 * Numbers from a seed, the same in every run (mulberry32).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0
  /** From 0 up to 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  /** @param {number} least @param {number} most both may come out */
  const between = (least, most) => least + Math.floor(next() * (most - least + 1))
  /** @template Thing @param {readonly Thing[]} things @returns {Thing} */
  const pick = (things) => things[between(0, things.length - 1)]
  /** @param {number} share */
  const chance = (share) => next() < share
  /** Each at most once. @template Thing @param {readonly Thing[]} things @param {number} count @returns {Thing[]} */
  const some = (things, count) => {
    const left = [...things]
    const chosen = Math.min(count, left.length)
    return Array.from({ length: chosen }, () => left.splice(between(0, left.length - 1), 1)[0])
  }
  return { next, between, pick, chance, some }
}

/** @typedef {ReturnType<typeof randomFrom>} Random */
