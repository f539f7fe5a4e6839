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

// Beyond this many edits two paragraphs share too little to be read word by word: one replaces the other.
const mostEdits = 4000

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
    const [before, after] = [spec.read(older), spec.read(newer)]
    const added = after.filter((entry) => !before.includes(entry))
    const removed = before.filter((entry) => !after.includes(entry))
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
  for (const part of diffArrays(split(older), split(newer))) {
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

function compareRows(older: ComparableRow[], newer: ComparableRow[]) {
  const before = new Map(older.map((row) => [row.key, row]))
  const after = new Set(newer.map((row) => row.key))
  const rows: RowChange[] = []
  let unchanged = 0
  for (const row of newer) {
    const old = before.get(row.key)
    if (!old) rows.push(wholeRow('added', row))
    else if (JSON.stringify(old.cells) === JSON.stringify(row.cells)) unchanged += 1
    else rows.push({ kind: 'changed', cells: changedCells(old, row) })
  }
  rows.push(...older.filter((row) => !after.has(row.key)).map((row) => wholeRow('removed', row)))
  return { rows, unchanged }
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
