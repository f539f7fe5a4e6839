import 'server-only'
import { diffArrays, diffWordsWithSpace } from 'diff'

export type Segment = { kind: 'same' | 'added' | 'removed'; text: string }
export type Paragraph = { kind: 'same' | 'changed'; segments: Segment[] }
export type RowChange = {
  kind: 'added' | 'removed' | 'changed'
  cells: { label: string; segments: Segment[] }[]
}
export type FieldChange =
  | { kind: 'text'; name: string; label: string; paragraphs: Paragraph[]; changes: number }
  | { kind: 'list'; name: string; label: string; added: string[]; removed: string[]; changes: number }
  | { kind: 'rows'; name: string; label: string; rows: RowChange[]; unchanged: number; changes: number }
export type Comparison = { fields: FieldChange[]; changes: number; wordsAdded: number; wordsRemoved: number }

/** How one field of a page's content is read for comparing. */
export type FieldSpec<Content> = { name: string; label: string } & (
  | { kind: 'text'; read: (content: Content) => string }
  | { kind: 'list'; read: (content: Content) => string[] }
  | { kind: 'rows'; read: (content: Content) => ComparableRow[] }
)
/** `key` tells which row of the older version a row of the newer one is. */
export type ComparableRow = { key: string; cells: { label: string; text: string }[] }

// Beyond this many edits two texts share too little to be read piece by piece: one replaces the other. The work
// grows with the square of it, and anyone may ask for a comparison.
const mostEdits = 500

/** Compares two versions field by field, in reading order. Fields that are equal are left out. */
export function compareVersions<Content>(
  specs: FieldSpec<Content>[],
  older: Content,
  newer: Content,
): Comparison {
  const fields = specs.map((spec) => compareField(spec, older, newer)).filter((field) => field.changes > 0)
  const segments = fields.flatMap(segmentsOf)
  return {
    fields,
    changes: fields.reduce((sum, field) => sum + field.changes, 0),
    wordsAdded: countWords(segments, 'added'),
    wordsRemoved: countWords(segments, 'removed'),
  }
}

function compareField<Content>(spec: FieldSpec<Content>, older: Content, newer: Content): FieldChange {
  const { name, label } = spec
  if (spec.kind === 'text') {
    const paragraphs = compareText(spec.read(older), spec.read(newer))
    return {
      kind: 'text',
      name,
      label,
      paragraphs,
      changes: paragraphs.filter(({ kind }) => kind === 'changed').length,
    }
  }
  if (spec.kind === 'list') {
    const parts = partsOf(spec.read(older), spec.read(newer))
    const added = parts.flatMap((part) => (part.added ? part.value : []))
    const removed = parts.flatMap((part) => (part.removed ? part.value : []))
    return { kind: 'list', name, label, added, removed, changes: added.length + removed.length }
  }
  const { rows, unchanged } = compareRows(spec.read(older), spec.read(newer))
  return { kind: 'rows', name, label, rows, unchanged, changes: rows.length }
}

/** Paragraph by paragraph; a replaced paragraph is shown beside its successor word by word. */
export function compareText(older: string, newer: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let removed: string[] = []
  const flush = (added: string[]) => {
    const pairs = Math.max(removed.length, added.length)
    for (let index = 0; index < pairs; index += 1)
      paragraphs.push({ kind: 'changed', segments: compareWords(removed[index] ?? '', added[index] ?? '') })
    removed = []
  }
  for (const part of partsOf(split(older), split(newer))) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) flush(part.value)
    else {
      flush([])
      paragraphs.push(
        ...part.value.map((text): Paragraph => ({ kind: 'same', segments: [{ kind: 'same', text }] })),
      )
    }
  }
  flush([])
  return paragraphs
}

function partsOf(older: string[], newer: string[]) {
  return (
    diffArrays(older, newer, { maxEditLength: mostEdits }) ?? [
      { removed: true, added: false, value: older },
      { removed: false, added: true, value: newer },
    ]
  )
}

export function compareWords(older: string, newer: string): Segment[] {
  if (older === newer) return [{ kind: 'same', text: older }]
  const parts = diffWordsWithSpace(older, newer, { maxEditLength: mostEdits })
  if (!parts)
    return present([
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ])
  return present(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

function compareRows(olderRows: ComparableRow[], newerRows: ComparableRow[]) {
  const [older, newer] = [distinct(olderRows), distinct(newerRows)]
  const before = new Map(older.map((row) => [row.key, row]))
  const after = new Set(newer.map((row) => row.key))
  const moved = movedKeys(
    older.filter(({ key }) => after.has(key)),
    newer.filter(({ key }) => before.has(key)),
  )
  const rows: RowChange[] = []
  let unchanged = 0
  for (const row of newer) {
    const old = before.get(row.key)
    if (!old) rows.push(wholeRow('added', row))
    else if (moved.has(row.key))
      rows.push({ kind: 'changed', cells: [placeOf(old, row), ...changedCells(old, row)] })
    else if (JSON.stringify(old.cells) === JSON.stringify(row.cells)) unchanged += 1
    else rows.push({ kind: 'changed', cells: changedCells(old, row) })
  }
  rows.push(...older.filter((row) => !after.has(row.key)).map((row) => wholeRow('removed', row)))
  return { rows, unchanged }
}

type PlacedRow = ComparableRow & { place: number }

/** Two rows may have the same key, such as one measure in two years: the second is then another row. */
function distinct(rows: ComparableRow[]): PlacedRow[] {
  const seen = new Map<string, number>()
  return rows.map((row, index) => {
    const count = (seen.get(row.key) ?? 0) + 1
    seen.set(row.key, count)
    return { ...row, key: JSON.stringify([row.key, count]), place: index + 1 }
  })
}

/** The order says something: the first result is the headline. */
function movedKeys(older: PlacedRow[], newer: PlacedRow[]): Set<string> {
  const parts = partsOf(
    older.map(({ key }) => key),
    newer.map(({ key }) => key),
  )
  return new Set(parts.flatMap((part) => (part.added ? part.value : [])))
}

function placeOf(older: PlacedRow, newer: PlacedRow): RowChange['cells'][number] {
  const segments = compareWords(String(older.place), String(newer.place))
  return { label: 'Place in the list', segments }
}

function wholeRow(kind: 'added' | 'removed', row: ComparableRow): RowChange {
  return {
    kind,
    cells: row.cells
      .filter(({ text }) => text)
      .map(({ label, text }) => ({ label, segments: [{ kind, text }] })),
  }
}

function changedCells(older: ComparableRow, newer: ComparableRow) {
  return newer.cells
    .map(({ label, text }, index) => ({
      label,
      segments: compareWords(older.cells[index]?.text ?? '', text),
    }))
    .filter(({ segments }) => segments.some(({ text }) => text))
}

function split(text: string): string[] {
  return text.split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+[.)])\s)/).filter((part) => part.trim() !== '')
}

function present(segments: Segment[]): Segment[] {
  return segments.filter(({ text }) => text !== '')
}

function segmentsOf(field: FieldChange): Segment[] {
  if (field.kind === 'text') return field.paragraphs.flatMap(({ segments }) => segments)
  if (field.kind === 'rows')
    return field.rows.flatMap(({ cells }) => cells.flatMap(({ segments }) => segments))
  return [
    ...field.added.map((text): Segment => ({ kind: 'added', text })),
    ...field.removed.map((text): Segment => ({ kind: 'removed', text })),
  ]
}

function countWords(segments: Segment[], kind: Segment['kind']): number {
  return segments
    .filter((segment) => segment.kind === kind)
    .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)
}
