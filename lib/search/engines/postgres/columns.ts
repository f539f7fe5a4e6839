import 'server-only'
import { searchPool } from './connection'

/** What every document is counted under, in memory: the database says which were found, and here they are counted. */
export class Columns {
  #versions = new Float64Array(0)
  #years = new Int16Array(0)
  #facets: number[][] = []
  #loading: Promise<void> | undefined

  /** Reads what is new, unless the versions of these documents add up to at least what the database has. */
  async agree(ties: Int32Array, versions: number): Promise<void> {
    if (this.#sum(ties) >= versions) return
    await this.#read(this.#newest())
    // Somebody who writes slowly may have an earlier version than what was read before.
    if (!(this.#sum(ties) >= versions)) await this.#read(0)
  }

  facetsOf(tie: number): number[] {
    return this.#facets[tie] ?? NONE
  }

  /** 0 where there is none. */
  yearOf(tie: number): number {
    return this.#years[tie] ?? 0
  }

  #sum(ties: Int32Array): number {
    let sum = 0
    for (const tie of ties) sum += this.#versions[tie] ?? Number.NaN
    return sum
  }

  #newest(): number {
    let newest = 0
    for (const version of this.#versions) if (version > newest) newest = version
    return newest
  }

  /** Those after a version. Whoever comes while it is being read waits for the same reading. */
  async #read(after: number): Promise<void> {
    this.#loading ??= this.#readNow(after).finally(() => {
      this.#loading = undefined
    })
    await this.#loading
  }

  async #readNow(after: number): Promise<void> {
    const { rows } = await searchPool().query<Row>({
      name: 'search-columns',
      text: 'SELECT tie, version::float8, coalesce(year, 0) AS year, facets FROM search_document WHERE version > $1 ORDER BY tie',
      values: [after],
    })
    this.#makeRoom(rows.at(-1)?.tie ?? 0)
    for (const { tie, version, year, facets } of rows) {
      this.#versions[tie] = version
      this.#years[tie] = year
      this.#facets[tie] = facets
    }
  }

  #makeRoom(last: number) {
    if (last < this.#versions.length) return
    const room = Math.ceil((last + 1) * 1.5)
    const versions = new Float64Array(room)
    versions.set(this.#versions)
    this.#versions = versions
    const years = new Int16Array(room)
    years.set(this.#years)
    this.#years = years
  }
}

type Row = { tie: number; version: number; year: number; facets: number[] }

const NONE: number[] = []

export const columns = new Columns()
