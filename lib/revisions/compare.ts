import 'server-only'
import {
  type Cell,
  type ComparableRow,
  compareFacts,
  compareRows,
  type Fact,
  type RowChange,
} from './compare-rows'
import { compareText, type Paragraph } from './compare-text'
import { type Late, never, type Segment } from './compare-words'

export type { Cell, ComparableRow, Fact, Paragraph, RowChange, Segment }

type Named = { name: string; label: string }
/** One field of two versions, where they differ. */
export type ComparedField = Named &
  (
    | { kind: 'text'; older: string; newer: string }
    | { kind: 'facts'; older: Fact[]; newer: Fact[] }
    | { kind: 'list'; older: string[]; newer: string[] }
    | { kind: 'rows'; older: ComparableRow[]; newer: ComparableRow[] }
  )
export type FieldChange = Named & { /** How many there are in this field. */ changes: number } & (
    | {
        kind: 'text'
        paragraphs: Paragraph[] /** Nothing but blank space differs. */
        spacing: boolean
        change?: number
      }
    | { kind: 'facts'; cells: Cell[] }
    | { kind: 'list'; added: string[]; removed: string[]; change?: number }
    | { kind: 'rows'; rows: RowChange[]; unchanged: number }
  )
export type Comparison = { fields: FieldChange[]; changes: number; wordsAdded: number; wordsRemoved: number }

/** How one field of a page's content is read for comparing. */
export type FieldSpec<Content> = Named &
  (
    | { kind: 'text'; read: (content: Content) => string }
    | { kind: 'facts'; read: (content: Content) => Fact[] }
    | { kind: 'list'; read: (content: Content) => string[] }
    | { kind: 'rows'; read: (content: Content) => ComparableRow[] }
  )

/** What two versions hold, field by field in reading order. Equal fields are left out. */
export function fieldsOf<Content>(
  specs: FieldSpec<Content>[],
  older: Content,
  newer: Content,
): ComparedField[] {
  return specs.flatMap(({ read, ...named }) => {
    const [before, after] = [read(older), read(newer)]
    const same = JSON.stringify(before) === JSON.stringify(after)
    return same ? [] : [{ ...named, older: before, newer: after } as ComparedField]
  })
}

/**
 * What changed, field by field in reading order; every change has its number. Once `late` says so, what is left is
 * compared coarsely: whole paragraphs in place of words.
 */
export function compareFields(compared: ComparedField[], late: Late = never): Comparison {
  const fields = compared.map((field) => compareField(field, late))
  moveBetweenFields(fields)
  const changes = numberChanges(fields)
  return { fields: fields.filter(differs), changes, ...countWords(fields) }
}

/** Compares two versions here and now: for what people write in forms, not for texts of any length. */
export function compareVersions<Content>(
  specs: FieldSpec<Content>[],
  older: Content,
  newer: Content,
): Comparison {
  return compareFields(fieldsOf(specs, older, newer))
}

function compareField(field: ComparedField, late: Late): FieldChange {
  const named = { name: field.name, label: field.label, changes: 0 }
  if (field.kind === 'text') {
    const paragraphs = compareText(field.older, field.newer, late)
    return { ...named, kind: 'text', paragraphs, spacing: false }
  }
  if (field.kind === 'facts')
    return { ...named, kind: 'facts', cells: compareFacts(field.older, field.newer, late) }
  if (field.kind === 'rows') return { ...named, kind: 'rows', ...compareRows(field.older, field.newer, late) }
  return { ...named, kind: 'list', ...compareList(field.older, field.newer) }
}

/** Lists without an order, such as labels. */
function compareList(older: string[], newer: string[]) {
  return { added: without(newer, older), removed: without(older, newer) }
}

function without(list: string[], other: string[]): string[] {
  const left = [...other]
  return list.filter((entry) => {
    const place = left.indexOf(entry)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

// Shorter ones may stand in two fields by chance.
const shortestMoveBetween = 40

/** A paragraph taken out of one field and put into another was moved. */
function moveBetweenFields(fields: FieldChange[]) {
  const texts = fields.filter((field) => field.kind === 'text')
  const gone = texts.flatMap((field) =>
    wholes(field.paragraphs, 'removed').map((paragraph) => ({ field, paragraph })),
  )
  let moves = 0
  for (const field of texts)
    for (const paragraph of wholes(field.paragraphs, 'added')) {
      const text = paragraph.segments[0]?.text
      const found = gone.findIndex(
        (other) => other.field !== field && other.paragraph.segments[0]?.text === text,
      )
      const from = gone[found]
      if (!from || !text) continue
      gone.splice(found, 1)
      moves += 1
      const move = {
        key: String(moves),
        direction: direction(texts, from.field, field),
      }
      Object.assign(from.paragraph, { kind: 'left', move: { ...move, field: field.label } })
      const segments: Segment[] = [{ kind: 'same', text }]
      Object.assign(paragraph, { kind: 'moved', segments, move: { ...move, field: from.field.label } })
    }
}

function wholes(paragraphs: Paragraph[], kind: Segment['kind']): Paragraph[] {
  return paragraphs.filter(
    ({ kind: change, segments: [first, ...more] }) =>
      change === 'changed' &&
      more.length === 0 &&
      first?.kind === kind &&
      first.text.length >= shortestMoveBetween,
  )
}

function direction(order: FieldChange[], from: FieldChange, to: FieldChange): 'up' | 'down' {
  return order.indexOf(to) < order.indexOf(from) ? 'up' : 'down'
}

/** Numbers the changes in reading order and returns how many there are. A move counts once, at its new place. */
function numberChanges(fields: FieldChange[]): number {
  let last = 0
  const moves = new Map<string, number>()
  const moveKey = (field: FieldChange, { move }: Paragraph) =>
    move?.field ? move.key : `${field.name}\n${move?.key}`
  for (const field of fields) {
    const before = last
    for (const item of itemsOf(field)) {
      last += 1
      item.change = last
    }
    field.changes = last - before
    for (const paragraph of paragraphsOf(field))
      if (paragraph.kind === 'moved') moves.set(moveKey(field, paragraph), paragraph.change as number)
  }
  for (const field of fields)
    for (const paragraph of paragraphsOf(field))
      if (paragraph.kind === 'left') paragraph.change = moves.get(moveKey(field, paragraph))
  return last
}

/** A field that only lost a paragraph to another has no change of its own to count. */
function differs(field: FieldChange): boolean {
  return field.changes > 0 || paragraphsOf(field).some(({ kind }) => kind === 'left')
}

function paragraphsOf(field: FieldChange): Paragraph[] {
  return field.kind === 'text' ? field.paragraphs : []
}

function itemsOf(field: FieldChange): { change?: number }[] {
  if (field.kind === 'facts') return field.cells
  if (field.kind === 'rows') return field.rows
  if (field.kind === 'list') return field.added.length + field.removed.length > 0 ? [field] : []
  const items = field.paragraphs.filter(({ kind }) => kind !== 'same' && kind !== 'left')
  field.spacing = field.paragraphs.every(({ kind }) => kind === 'same')
  return field.spacing ? [field] : items
}

function countWords(fields: FieldChange[]) {
  const segments = fields.flatMap(segmentsOf)
  return { wordsAdded: wordsIn(segments, 'added'), wordsRemoved: wordsIn(segments, 'removed') }
}

function segmentsOf(field: FieldChange): Segment[] {
  if (field.kind === 'text') return segmentsOfText(field.paragraphs)
  if (field.kind === 'facts') return field.cells.flatMap(segmentsOfCell)
  if (field.kind === 'rows') return field.rows.flatMap(({ cells }) => cells.flatMap(segmentsOfCell))
  return segmentsOfPair(field.removed.join(' '), field.added.join(' '))
}

/** What left a place has come to another, so it is not a removal. */
function segmentsOfText(paragraphs: Paragraph[]): Segment[] {
  return paragraphs.filter(({ kind }) => kind !== 'left').flatMap(({ segments }) => segments)
}

function segmentsOfCell(cell: Cell): Segment[] {
  return cell.kind === 'text' ? segmentsOfText(cell.paragraphs) : segmentsOfPair(cell.older, cell.newer)
}

function segmentsOfPair(older: string, newer: string): Segment[] {
  return [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ]
}

function wordsIn(segments: Segment[], kind: Segment['kind']): number {
  return segments
    .filter((segment) => segment.kind === kind)
    .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)
}
