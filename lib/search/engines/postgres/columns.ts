import 'server-only'
import { searchPool } from './connection'

/** What every document is counted under, in memory: the database says which were found, and here they are counted. */
export class Columns {
  #versions = new Float64Array(0)
  #years = new Int16Array(0)
  // Facets stand one behind the other, those of a document from its start on: lists of their own are slow to walk.
  #starts = new Uint32Array(0)
  #lengths = new Uint16Array(0)
  #facets = new Int32Array(0)
  #end = 0
  #loading: Promise<void> | undefined

  /** Reads what is new, unless the versions of these documents add up to at least what the database has. */
  async agree(ties: Int32Array, versions: number): Promise<void> {
    if (this.#sum(ties) >= versions) return
    await this.#read(this.#newest())
    // Somebody who writes slowly may have an earlier version than what was read before.
    if (!(this.#sum(ties) >= versions)) await this.#read(0)
  }

  /** Reads everything for the first time, so that no search has to. */
  async prepare(): Promise<void> {
    if (this.#versions.length === 0) await this.#read(0)
  }

  /** A view of the memory itself: to be read at once. */
  facetsOf(tie: number): Int32Array {
    const start = this.#starts[tie] ?? 0
    return this.#facets.subarray(start, start + (this.#lengths[tie] ?? 0))
  }

  /** 0 where there is none. */
  yearOf(tie: number): number {
    return this.#years[tie] ?? 0
  }

  #sum(ties: Int32Array): number {
    let sum = 0
    for (const tie of ties) sum += this.#versions[tie] || Number.NaN
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
    for (const row of rows) this.#put(row)
  }

  #put({ tie, version, year, facets }: Row) {
    this.#versions[tie] = version
    this.#years[tie] = year
    if (facets.length > (this.#lengths[tie] ?? 0)) {
      if (this.#end + facets.length > this.#facets.length)
        this.#facets = longer(this.#facets, 2 * (this.#end + facets.length))
      this.#starts[tie] = this.#end
      this.#end += facets.length
    }
    this.#lengths[tie] = facets.length
    this.#facets.set(facets, this.#starts[tie])
  }

  #makeRoom(last: number) {
    if (last < this.#versions.length) return
    const room = Math.ceil((last + 1) * 1.5)
    this.#versions = longer(this.#versions, room)
    this.#years = longer(this.#years, room)
    this.#starts = longer(this.#starts, room)
    this.#lengths = longer(this.#lengths, room)
  }
}

type Row = { tie: number; version: number; year: number; facets: number[] }
type Numbers = Float64Array | Int16Array | Int32Array | Uint16Array | Uint32Array

function longer<List extends Numbers>(list: List, room: number): List {
  const made = new (list.constructor as new (length: number) => List)(room)
  made.set(list)
  return made
}

export const columns = new Columns()
