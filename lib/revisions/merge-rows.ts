import 'server-only'
import canonicalize from 'canonicalize'
import type { Json, JsonObject } from './shape'

/** One row as it stands in the base and on each side; absent where it is not there. */
export type MatchedRow = { id: string; base?: JsonObject; theirs?: JsonObject; mine?: JsonObject }
export type RowOrder = { base: string[]; theirs: string[]; mine: string[] }

type Key = (row: JsonObject) => string
type Sides = { base: JsonObject[]; theirs: JsonObject[]; mine: JsonObject[] }

/**
 * Says which rows of three versions are the same row, and in which order each version has them. Rows that both sides
 * added alike are one row. `number` names a cell that does not count in telling two added rows apart.
 */
export function matchRows({ base, theirs, mine }: Sides, key: Key, number?: string) {
  const rows = new Map<string, MatchedRow>()
  const ids = base.map((row, index) => {
    const id = `b${index}`
    rows.set(id, { id, base: row })
    return id
  })
  const order: RowOrder = { base: ids, theirs: [], mine: [] }
  for (const side of ['theirs', 'mine'] as const) {
    const partner = pair(base, { theirs, mine }[side], key)
    order[side] = { theirs, mine }[side].map((row, index) => {
      const at = partner.get(index)
      const id = at === undefined ? addedId(rows, side, row, number) : `b${at}`
      const known = rows.get(id) ?? { id }
      rows.set(id, { ...known, [side]: row })
      return id
    })
  }
  return { rows, order }
}

/** An added row is named by its content, so that it has one name whoever added it. */
function addedId(rows: Map<string, MatchedRow>, side: 'theirs' | 'mine', row: JsonObject, number?: string) {
  const content = canonicalize(number ? { ...row, [number]: 0 } : row) ?? ''
  let id = `a${content}`
  for (let count = 2; rows.get(id)?.[side]; count += 1) id = `a${content} ${count}`
  return id
}

/** For each row of the newer version its place in the older: by key, else by having most cells in common. */
function pair(older: JsonObject[], newer: JsonObject[], key: Key): Map<number, number> {
  const partner = new Map<number, number>()
  const free = new Set(older.keys())
  const matchBy = (fits: (old: JsonObject, row: JsonObject) => boolean) => {
    newer.forEach((row, index) => {
      if (partner.has(index)) return
      const at = [...free].find((place) => fits(older[place] as JsonObject, row))
      if (at === undefined) return
      partner.set(index, at)
      free.delete(at)
    })
  }
  matchBy((old, row) => canonicalize(old) === canonicalize(row))
  matchBy((old, row) => key(old) === key(row))
  matchBy(mostlyAlike)
  return partner
}

function mostlyAlike(old: JsonObject, row: JsonObject): boolean {
  const names = Object.keys(old).filter((name) => isFilled(old[name]) || isFilled(row[name]))
  const same = names.filter(
    (name) => isFilled(old[name]) && canonicalize(old[name]) === canonicalize(row[name]),
  )
  return same.length * 2 > names.length
}

function isFilled(value: Json | undefined): boolean {
  return value !== undefined && value !== '' && value !== false && value !== null && value !== 0
}

/**
 * The order of the rows that are left. Where only one side moved rows its order counts; `contested` when both did and
 * differ: then `prefer` says whose. Added rows follow the row that they were written after.
 */
export function mergeOrder(order: RowOrder, left: Set<string>, prefer: 'theirs' | 'mine') {
  const common = (ids: string[]) =>
    ids.filter(
      (id) => left.has(id) && [order.base, order.theirs, order.mine].every((list) => list.includes(id)),
    )
  const [base, theirs, mine] = [common(order.base), common(order.theirs), common(order.mine)]
  const same = (one: string[], other: string[]) => one.join('\n') === other.join('\n')
  const contested = !same(theirs, base) && !same(mine, base) && !same(theirs, mine)
  const settled = contested ? (prefer === 'theirs' ? theirs : mine) : same(theirs, base) ? mine : theirs

  const shared = new Set(settled)
  const additions = [order.theirs, order.mine].map((list) => afterEach(list, shared, left))
  const result: string[] = []
  for (const anchor of [null, ...settled]) {
    if (anchor !== null) result.push(anchor)
    // Both sides' rows in an order that does not depend on who saved first.
    const groups = additions.map((side) => side.get(anchor) ?? []).filter((group) => group.length > 0)
    for (const group of groups.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1)))
      result.push(...group.filter((id) => !result.includes(id)))
  }
  return { ids: result, contested }
}

function afterEach(ids: string[], shared: Set<string>, left: Set<string>): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const id of ids) {
    if (shared.has(id)) anchor = id
    else if (left.has(id)) groups.set(anchor, [...(groups.get(anchor) ?? []), id])
  }
  return groups
}
