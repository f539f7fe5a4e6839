import 'server-only'
import { columns } from './columns'
import type { Group } from './facets'

export type Counted = {
  /** The places of what meets every group of ticks. */
  met: Int32Array
  values: { value: number; n: number }[]
  years: { first: number; last: number } | null
}

/**
 * Counts documents by their facets. A group of ticks that a document misses counts nothing else: its values are counted
 * among those that miss this group alone or none.
 */
export function count(found: Int32Array, groups: Group[]): Counted {
  const counts = new Counts()
  const met = groups.length === 0 ? found : found.filter(sieve(groups, counts))
  for (const tie of met) counts.add(columns.facetsOf(tie))
  return { met, values: counts.list(), years: yearsOf(met) }
}

/** Whether a document meets every group; one that misses a single group is counted there. */
function sieve(groups: Group[], counts: Counts): (tie: number) => boolean {
  const sets = groups.map(({ ids, within }) => ({ ids: new Set(ids), within: new Set(within) }))
  return (tie) => {
    const facets = columns.facetsOf(tie)
    const missed = sets.filter(({ ids }) => !facets.some((facet) => ids.has(facet)))
    const [only] = missed
    if (only && missed.length === 1) counts.add(facets.filter((facet) => only.within.has(facet)))
    return missed.length === 0
  }
}

class Counts {
  #counts = new Int32Array(4096)

  add(facets: Int32Array) {
    for (const facet of facets) {
      if (facet >= this.#counts.length) this.#grow(facet)
      this.#counts[facet] = (this.#counts[facet] as number) + 1
    }
  }

  list(): { value: number; n: number }[] {
    const list: { value: number; n: number }[] = []
    for (const [value, n] of this.#counts.entries()) if (n > 0) list.push({ value, n })
    return list
  }

  #grow(facet: number) {
    const longer = new Int32Array(2 * facet)
    longer.set(this.#counts)
    this.#counts = longer
  }
}

function yearsOf(ties: Int32Array): Counted['years'] {
  let first = 0
  let last = 0
  for (const tie of ties) {
    const year = columns.yearOf(tie)
    if (year > 0 && (first === 0 || year < first)) first = year
    if (year > last) last = year
  }
  return first > 0 ? { first, last } : null
}
