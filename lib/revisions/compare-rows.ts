import 'server-only'
import { longestRising } from './compare-lists'
import { compareText, type Paragraph } from './compare-text'
import { type Late, likeness, never, wordsOf } from './compare-words'

export type Fact = { label: string; text: string }
/** `key` tells which row of the older version a row of the newer one is likely to be; `title` is what people call it. */
export type ComparableRow = { key: string; title: string; cells: Fact[] }

/** A short value is shown whole, from the older to the newer; an empty one was not given. Prose is compared. */
export type Cell = { label: string; change?: number } & (
  | { kind: 'value'; older: string; newer: string }
  | { kind: 'text'; paragraphs: Paragraph[] }
)
export type RowChange = {
  kind: 'added' | 'removed' | 'changed'
  title: string
  /** What differs; all of a row that was added or removed. */
  cells: Cell[]
  /** Its places in the older and the newer list, when others have not merely come or gone before it. */
  moved?: { from: number; to: number }
  change?: number
}

const longestValue = 80
const likeRows = 0.5

/** What changed in a set of named facts, in the order of the newer ones. Equal facts are left out. */
export function compareFacts(older: Fact[], newer: Fact[], late: Late = never): Cell[] {
  const before = new Map(older.map(({ label, text }) => [label, text]))
  const gone = older.filter(({ label }) => !newer.some((fact) => fact.label === label))
  const all = [...newer, ...gone.map(({ label }) => ({ label, text: '' }))]
  return all
    .filter(({ label, text }) => (before.get(label) ?? '') !== text)
    .map(({ label, text }) => cellOf(label, [before.get(label) ?? '', text], late))
}

/** What changed in a list of rows. A row is found again by its key, else by its words. */
export function compareRows(older: ComparableRow[], newer: ComparableRow[], late: Late = never) {
  const mates = matesOf(older, newer)
  const pairs = newer.flatMap((_, place) => (mates.has(place) ? [[place, mates.get(place) as number]] : []))
  const order = pairs.map(([, from]) => from as number)
  const stayed = new Set(longestRising(order).map((index) => order[index] as number))
  const matched = new Set(order)
  const rows: RowChange[] = []
  let [unchanged, next] = [0, 0]
  const leaveUpTo = (end: number) => {
    for (; next < end; next += 1)
      if (!matched.has(next)) rows.push(whole('removed', older[next] as ComparableRow))
  }
  newer.forEach((row, place) => {
    const from = mates.get(place)
    if (from !== undefined && stayed.has(from)) leaveUpTo(from)
    if (from === undefined) rows.push(whole('added', row))
    else {
      const change = changeOf(older[from] as ComparableRow, row, late)
      if (!stayed.has(from)) change.moved = { from: from + 1, to: place + 1 }
      if (change.moved || change.cells.length > 0) rows.push(change)
      else unchanged += 1
    }
  })
  leaveUpTo(older.length)
  return { rows, unchanged }
}

/** The place of the older row for each newer one that had one: the likeliest pairs first. */
function matesOf(older: ComparableRow[], newer: ComparableRow[]): Map<number, number> {
  const [before, after] = [older.map(wordsOfRow), newer.map(wordsOfRow)]
  const pairs = newer.flatMap((row, to) =>
    older.flatMap((old, from) => {
      const like = likeness(before[from] ?? wordsOf(''), after[to] ?? wordsOf(''))
      const same = old.key === row.key
      return same || like >= likeRows
        ? [{ from, to, score: (same ? 1 : 0) + like, apart: Math.abs(from - to) }]
        : []
    }),
  )
  pairs.sort((one, other) => other.score - one.score || one.apart - other.apart)
  const [taken, mates] = [new Set<number>(), new Map<number, number>()]
  for (const { from, to } of pairs) {
    if (taken.has(from) || mates.has(to)) continue
    taken.add(from)
    mates.set(to, from)
  }
  return mates
}

function wordsOfRow({ cells }: ComparableRow) {
  return wordsOf(cells.map(({ text }) => text).join(' '))
}

function changeOf(older: ComparableRow, newer: ComparableRow, late: Late): RowChange {
  return { kind: 'changed', title: newer.title, cells: compareFacts(older.cells, newer.cells, late) }
}

function whole(kind: 'added' | 'removed', { title, cells }: ComparableRow): RowChange {
  const present = cells.filter(({ text }) => text !== '')
  return {
    kind,
    title,
    cells: present.map(({ label, text }) => cellOf(label, kind === 'added' ? ['', text] : [text, ''], never)),
  }
}

function cellOf(label: string, [older, newer]: [string, string], late: Late): Cell {
  const short = [older, newer].every((text) => text.length <= longestValue && !text.includes('\n'))
  return short
    ? { label, kind: 'value', older, newer }
    : { label, kind: 'text', paragraphs: compareText(older, newer, late) }
}
