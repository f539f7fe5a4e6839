import 'server-only'
import canonicalize from 'canonicalize'
import { type MatchedRow, matchRows, mergeOrder } from './merge-rows'
import { mergeText } from './merge-text'
import type { Json, JsonObject, RowsShape, Shape } from './shape'

/**
 * One decision: what it was, what is published now, and what this save says. `path` is the field, such as "title" or
 * "results.2.after"; `id` tells two pieces of one text apart.
 */
export type ConflictPiece = {
  id: string
  path: string
  label: string
  /** words: a passage of a text. value: a whole field. choice: one of two, such as a row that one side removed. */
  kind: 'words' | 'value' | 'choice' | 'order'
  base: string
  theirs: string
  mine: string
}
/** How a piece was decided: one of the sides, both after each other (words), or other words (words and values). */
export type Decision = { choice: 'theirs' | 'mine' | 'both' } | { choice: 'own'; text: string }
export type Decide = (piece: ConflictPiece) => Decision | undefined
export type Merged = { content: JsonObject; conflicts: ConflictPiece[] }

type Three<Value> = { base: Value; theirs: Value; mine: Value }
type At = { path: string; label: string }

/**
 * Merges two changes of the same content. Pieces for which `decide` says nothing are listed as conflicts and hold my
 * version meanwhile. The same three versions always give the same pieces.
 */
export function mergeContent(
  fields: Record<string, Shape>,
  three: Three<JsonObject>,
  decide: Decide = () => undefined,
): Merged {
  const merger = new Merger(decide)
  return { content: merger.group(fields, three, { path: '', label: '' }), conflicts: merger.conflicts }
}

class Merger {
  readonly conflicts: ConflictPiece[] = []
  constructor(private readonly decide: Decide) {}

  group(fields: Record<string, Shape>, { base, theirs, mine }: Three<JsonObject>, at: At): JsonObject {
    const merged: JsonObject = { ...mine }
    for (const [name, shape] of Object.entries(fields)) {
      const label = at.label ? `${at.label}: ${shape.label}` : shape.label
      const place = { path: at.path ? `${at.path}.${name}` : name, label }
      const values = { base: base[name] ?? null, theirs: theirs[name] ?? null, mine: mine[name] ?? null }
      const value = this.field(shape, values, place)
      // What one side left out and the other did not change is left out, not kept as nothing.
      if (value === null && theirs[name] !== null && mine[name] !== null) delete merged[name]
      else merged[name] = value
    }
    return merged
  }

  field(shape: Shape, { base, theirs, mine }: Three<Json>, at: At): Json {
    if (same(theirs, mine) || same(mine, base)) return theirs
    if (same(theirs, base)) return mine
    if (shape.kind === 'prose')
      return this.prose({ base: text(base), theirs: text(theirs), mine: text(mine) }, at)
    if (shape.kind === 'list') return this.list({ base: list(base), theirs: list(theirs), mine: list(mine) })
    if (shape.kind === 'rows')
      return this.rows(shape, { base: rowsOf(base), theirs: rowsOf(theirs), mine: rowsOf(mine) }, at)
    if (shape.kind === 'group' && isObject(theirs) && isObject(mine))
      return this.group(shape.fields, { base: isObject(base) ? base : {}, theirs, mine }, at)
    if (shape.kind === 'open') return this.open(shape.fields ?? {}, { base, theirs, mine }, at)
    return this.value(shape, { base, theirs, mine }, at)
  }

  private open(known: Record<string, Shape>, { base, theirs, mine }: Three<Json>, at: At): Json {
    const [was, they, me] = [base, theirs, mine].map((side) => (isObject(side) ? side : {})) as [
      JsonObject,
      JsonObject,
      JsonObject,
    ]
    const names = [...new Set([was, they, me].flatMap(Object.keys))].sort()
    const fields = names.map((name) => {
      const shape = Object.hasOwn(known, name) ? known[name] : undefined
      return [name, shape ?? shapeOf(name, [was[name], they[name], me[name]])] as const
    })
    const place = { path: at.path, label: '' }
    const merged = this.group(Object.fromEntries(fields), { base: was, theirs: they, mine: me }, place)
    return Object.keys(merged).length > 0 ? merged : null
  }

  private prose(texts: Three<string>, at: At): string {
    let count = 0
    return mergeText(texts)
      .map((part) => {
        if (part.kind === 'agreed') return part.text
        count += 1
        const { base, theirs, mine } = part
        const piece = { id: `${at.path}.${count}`, ...at, kind: 'words', base, theirs, mine } as const
        return this.settle(piece)
      })
      .join('')
  }

  private list({ base, theirs, mine }: Three<string[]>): string[] {
    const asRows = (entries: string[]) => entries.map((entry) => ({ entry }))
    const { rows, order } = matchRows(
      { base: asRows(base), theirs: asRows(theirs), mine: asRows(mine) },
      ({ entry }) => String(entry),
    )
    const left = new Set([...rows.values()].filter(stays).map(({ id }) => id))
    return mergeOrder(order, left, 'theirs').ids.map((id) => String(anyOf(rows.get(id)).entry))
  }

  private rows(shape: RowsShape, versions: Three<JsonObject[]>, at: At): JsonObject[] {
    const { rows, order } = matchRows(versions, shape.key, shape.number)
    const merged = new Map<string, JsonObject>()
    for (const row of rows.values()) {
      const kept = this.row(shape, row, at)
      if (kept) merged.set(row.id, kept)
    }
    const left = new Set(merged.keys())
    const { contested } = mergeOrder(order, left, 'mine')
    const titles = (ids: string[]) =>
      ids
        .filter((id) => left.has(id))
        .map((id) => shape.title(merged.get(id) as JsonObject))
        .join('\n')
    const chosen = contested
      ? this.choose({
          id: `${at.path}.order`,
          path: at.path,
          label: `${at.label}: order`,
          kind: 'order',
          base: titles(order.base),
          theirs: titles(order.theirs),
          mine: titles(order.mine),
        })
      : 'mine'
    return mergeOrder(order, left, chosen).ids.map((id) => merged.get(id) as JsonObject)
  }

  private row(shape: RowsShape, row: MatchedRow, at: At): JsonObject | null {
    const { id, base, theirs, mine } = row
    if (!base) return theirs ?? mine ?? null
    if (theirs && mine) {
      const label = `${at.label}, “${shape.title(base)}”`
      return this.group(shape.cells, { base, theirs, mine }, { path: `${at.path}.${id.slice(1)}`, label })
    }
    const changed = theirs ?? mine
    if (!changed || same(changed, base)) return null
    const shown = (version?: JsonObject) => (version ? describe(shape, version) : '')
    const chosen = this.choose({
      id: `${at.path}.${id}`,
      path: `${at.path}.${id.slice(1)}`,
      label: `${at.label}, “${shape.title(base)}”`,
      kind: 'choice',
      base: shown(base),
      theirs: shown(theirs),
      mine: shown(mine),
    })
    return (chosen === 'theirs' ? theirs : mine) ?? null
  }

  private value(shape: Shape, { base, theirs, mine }: Three<Json>, at: At): Json {
    const shown = (value: Json) => (shape.words ?? String)(text(value))
    const decision = this.ask({
      id: at.path,
      ...at,
      kind: typeof mine === 'string' && !shape.words ? 'value' : 'choice',
      base: shown(base),
      theirs: shown(theirs),
      mine: shown(mine),
    })
    if (decision?.choice === 'own') return decision.text
    return decision?.choice === 'theirs' ? theirs : mine
  }

  private settle(piece: ConflictPiece): string {
    const decision = this.ask(piece)
    if (decision?.choice === 'theirs') return piece.theirs
    if (decision?.choice === 'own') return decision.text
    return decision?.choice === 'both' ? both(piece) : piece.mine
  }

  private choose(piece: ConflictPiece): 'theirs' | 'mine' {
    return this.ask(piece)?.choice === 'theirs' ? 'theirs' : 'mine'
  }

  private ask(piece: ConflictPiece): Decision | undefined {
    const decision = this.decide(piece)
    if (!decision) this.conflicts.push(piece)
    return decision
  }
}

/** Entries are a list; a text of several lines or sentences is prose; anything short is one value. */
function shapeOf(label: string, values: (Json | undefined)[]): Shape {
  if (values.some(Array.isArray)) return { kind: 'list', label }
  const isLong = values.some((value) => typeof value === 'string' && /\n|^.{200}/.test(value))
  return { kind: isLong ? 'prose' : 'value', label }
}

/** Removed by nobody; or added. */
function stays({ base, theirs, mine }: MatchedRow): boolean {
  return base ? Boolean(theirs && mine) : true
}

function anyOf(row: MatchedRow | undefined): JsonObject {
  return row?.theirs ?? row?.mine ?? row?.base ?? {}
}

function both({ theirs, mine }: ConflictPiece): string {
  const whole = /\n/.test(theirs + mine) || theirs.length + mine.length > 200
  return `${theirs.trimEnd()}${whole ? '\n\n' : ' '}${mine}`
}

/** The filled cells of a row, one a line. */
export function describe(shape: RowsShape, row: JsonObject): string {
  return Object.entries(shape.cells)
    .map(([name, cell]) => [cell.label, (cell.words ?? String)(text(row[name] ?? ''))] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')
}

function same(one: Json, other: Json): boolean {
  return one === other || canonicalize(one) === canonicalize(other)
}

function text(value: Json): string {
  if (value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(text).join(', ')
  if (isObject(value)) return Object.values(value).map(text).filter(Boolean).join(', ')
  return value === true ? 'Yes' : String(value)
}

function list(value: Json): string[] {
  return Array.isArray(value) ? value.map(text) : []
}

function rowsOf(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
