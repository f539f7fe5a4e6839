import 'server-only'
import { sectionIn } from '@/lib/taxonomy/effective'
import { headingTree } from '@/lib/taxonomy/queries'
import type { Counts, SearchFilter } from '../../schema'
import { SEARCH_FACETS, type SearchFacet } from '../../vocabulary'
import { searchPool } from './connection'

type Value = { facet: SearchFacet; value: string }

/** What the numbers of the index mean, both ways. Numbers are never used again, so what is known stays true. */
class Dictionary {
  #byId = new Map<number, Value>()
  #byName = new Map<string, number>()

  async meaningOf(ids: number[]): Promise<(id: number) => Value | undefined> {
    if (ids.some((id) => !this.#byId.has(id))) await this.#read()
    return (id) => this.#byId.get(id)
  }

  async idsOf(names: Value[]): Promise<number[]> {
    const key = ({ facet, value }: Value) => `${facet} ${value}`
    if (names.some((name) => !this.#byName.has(key(name)))) await this.#read()
    return names.flatMap((name) => this.#byName.get(key(name)) ?? [])
  }

  idsWithin(within: (value: Value) => boolean): number[] {
    return [...this.#byId].flatMap(([id, value]) => (within(value) ? [id] : []))
  }

  async #read(): Promise<void> {
    const { rows } = await searchPool().query<Value & { id: number }>({
      name: 'search-facets',
      text: 'SELECT id, facet, value FROM search_facet',
    })
    for (const { id, facet, value } of rows) {
      this.#byId.set(id, { facet, value })
      this.#byName.set(`${facet} ${value}`, id)
    }
  }
}

const dictionary = new Dictionary()

/** One group of ticks: a document has one of `ids`; `within` are all values that are counted as if it were not ticked. */
export type Group = { ids: number[]; within: number[] }

/** Values of one facet widen; headings of two sections and what something must have narrow one another. */
export async function groupsOf(filter: SearchFilter): Promise<Group[]> {
  const groups: Group[] = []
  for (const facet of SEARCH_FACETS) {
    const values = filter[facet] ?? []
    if (values.length === 0) continue
    if (facet === 'has') for (const value of values) groups.push(await groupOf(facet, [value], () => false))
    else if (facet === 'category') groups.push(...(await groupsOfHeadings(values)))
    else groups.push(await groupOf(facet, values, () => true))
  }
  return groups
}

async function groupsOfHeadings(codes: string[]): Promise<Group[]> {
  const tree = await headingTree()
  const sections = [...new Set(codes.map((code) => sectionIn(tree, code)))]
  return Promise.all(
    sections.map((section) => {
      const isWithin = (code: string) => sectionIn(tree, code) === section
      return groupOf('category', codes.filter(isWithin), isWithin)
    }),
  )
}

async function groupOf(
  facet: SearchFacet,
  values: string[],
  counted: (value: string) => boolean,
): Promise<Group> {
  const ids = await dictionary.idsOf(values.map((value) => ({ facet, value })))
  const within = dictionary.idsWithin((known) => known.facet === facet && counted(known.value))
  return { ids, within }
}

/** By facet and value; the first number of a value is the one that counts. */
export async function countsOf(rows: { value: number; n: number }[]): Promise<Counts> {
  const meaning = await dictionary.meaningOf(rows.map(({ value }) => value))
  const counts: Counts = {}
  for (const { value: id, n } of rows) {
    const known = meaning(id)
    if (!known) continue
    const ofFacet = counts[known.facet] ?? {}
    ofFacet[known.value] ??= n
    counts[known.facet] = ofFacet
  }
  return counts
}
