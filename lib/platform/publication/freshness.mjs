// What a process knows of the publications: the newest number, and for each tag the last number that published it.

const remembered = 50_000
/** Published in place of names: everything. */
export const EVERYTHING = '*'

export function createFreshness({ most = remembered } = {}) {
  let newest = 0
  // Whatever began before it may show something that was forgotten, so it counts as outdated.
  let floor = 0
  const publishedAt = new Map()

  function forgetOldest() {
    let left = Math.ceil(most / 4)
    for (const [tag, number] of publishedAt) {
      if (left-- === 0) return
      publishedAt.delete(tag)
      floor = Math.max(floor, number)
    }
  }

  return {
    newest: () => newest,
    /** Takes note of tags that the publication of this number carries; `whole` once these were the last. */
    hear(number, tags, whole = true) {
      for (const tag of tags) {
        if (tag === EVERYTHING) floor = Math.max(floor, number)
        const last = publishedAt.get(tag) ?? 0
        // Put at the end: the first of the map is the one that was published longest ago.
        publishedAt.delete(tag)
        publishedAt.set(tag, Math.max(last, number))
      }
      if (publishedAt.size > most) forgetOldest()
      if (whole) newest = Math.max(newest, number)
    },
    /** Begins at this number, knowing nothing of what was before. */
    startAt(number) {
      publishedAt.clear()
      newest = Math.max(newest, number)
      floor = newest
    },
    isFresh(tags, startedAt) {
      if (!(startedAt >= floor)) return false
      for (const tag of tags) if ((publishedAt.get(tag) ?? 0) > startedAt) return false
      return true
    },
  }
}
