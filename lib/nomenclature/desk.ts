import 'server-only'
import { slugOf } from '@/lib/platform/slug'
import { parentsIn, type Tree, treeOf } from '@/lib/taxonomy/effective'

/** A heading as the database keeps it. */
export type HeadingRow = {
  code: string
  parentCode: string | null
  section: string
  slug: string
  name: string
  note: string
  alsoCalled: string[]
  cpv: string[]
  position: number
  status: string
  successors: string[]
  retiredAt: string | null
}

export type ChangeFault =
  /** A heading that it names does not exist. */
  | 'unknown-heading'
  /** One of the six sections: they keep their names, places and order. */
  | 'section'
  /** A heading that is out of use already. */
  | 'retired'
  | 'unchanged'
  /** It would stand under itself. */
  | 'cycle'
  /** Headings stand at most two levels below a section. */
  | 'too-deep'
  /** It has sub-headings, which have to go somewhere first. */
  | 'has-children'
  | 'name-taken'

/** The hierarchy laid out for one change: what is put on it is not kept before all of it is found to be good. */
export type Desk = {
  rows: Map<string, HeadingRow>
  /** Codes that were given before, even to headings that are there no more. */
  taken: ReadonlySet<string>
  at: string
  /** Whether a public body supports the change: what it names counts as agreed then. */
  agreed: boolean
  changed: Set<string>
  created: Set<string>
  /** Headings that the change rests on without changing them. */
  leanedOn: Set<string>
}

const levelsMax = 2

export function isSection(row: HeadingRow): boolean {
  return row.parentCode === null
}

/** A heading in use that is no section, or what is wrong with it. */
export function labelOn(desk: Desk, code: string): HeadingRow | ChangeFault {
  const row = placeOn(desk, code)
  return typeof row !== 'string' && isSection(row) ? 'section' : row
}

/** A heading in use, or what is wrong with it. */
export function placeOn(desk: Desk, code: string): HeadingRow | ChangeFault {
  const row = desk.rows.get(code)
  if (!row) return 'unknown-heading'
  return row.retiredAt === null ? row : 'retired'
}

export function put(desk: Desk, row: HeadingRow): void {
  desk.rows.set(row.code, row)
  if (!desk.created.has(row.code)) desk.changed.add(row.code)
}

export function childrenOf(desk: Desk, code: string): HeadingRow[] {
  return [...desk.rows.values()].filter((row) => row.parentCode === code && row.retiredAt === null)
}

/** Headings below one, those out of use too, however deep. */
export function below(desk: Desk, code: string): HeadingRow[] {
  const tree = treeOn(desk)
  return [...desk.rows.values()].filter((row) => parentsIn(tree, row.code).includes(code))
}

/** Puts a heading under another with all that is below it. The name of a section comes with its place. */
export function placeUnder(desk: Desk, row: HeadingRow, parent: HeadingRow): ChangeFault | null {
  const tree = treeOn(desk)
  const subtree = below(desk, row.code)
  if (parent.code === row.code || parentsIn(tree, parent.code).includes(row.code)) return 'cycle'
  const depths = subtree
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ code }) => parentsIn(tree, code).indexOf(row.code) + 1)
  if (parentsIn(tree, parent.code).length + 1 + Math.max(0, ...depths) > levelsMax) return 'too-deep'
  const position = nextPosition(desk, parent.code)
  put(desk, { ...row, parentCode: parent.code, section: parent.section, position })
  for (const lower of subtree)
    if (lower.section !== parent.section) put(desk, { ...lower, section: parent.section })
  if (!isSection(parent)) desk.leanedOn.add(parent.code)
  return null
}

type NewHeading = Pick<HeadingRow, 'name' | 'note' | 'alsoCalled' | 'cpv'>

/** Adds a heading at the end of those under a parent, with the next code that nobody ever had. */
export function addUnder(desk: Desk, parent: HeadingRow, fields: NewHeading): HeadingRow | ChangeFault {
  if (parentsIn(treeOn(desk), parent.code).length >= levelsMax) return 'too-deep'
  const code = nextCode(desk, parent.code)
  const row: HeadingRow = {
    ...fields,
    code,
    parentCode: parent.code,
    section: parent.section,
    slug: slugFor(desk, { code, name: fields.name }),
    position: nextPosition(desk, parent.code),
    status: desk.agreed ? 'agreed' : 'proposed',
    successors: [],
    retiredAt: null,
  }
  desk.created.add(code)
  if (!isSection(parent)) desk.leanedOn.add(parent.code)
  put(desk, row)
  return row
}

/** Whether another heading in use has this name. */
export function isTaken(desk: Desk, name: string, except: readonly string[] = []): boolean {
  return [...desk.rows.values()].some(
    (row) => row.retiredAt === null && !except.includes(row.code) && same(row.name, name),
  )
}

/** Slugs follow names; where two would be the same, the later one says its code too. */
export function slugFor(desk: Desk, { code, name }: { code: string; name: string }): string {
  const slug = slugOf(name)
  const taken = [...desk.rows.values()].some((row) => row.code !== code && row.slug === slug)
  return taken ? `${slug}-${code.toLowerCase().replace('.', '-')}` : slug
}

/** A heading with more names by which it is found. */
export function alsoCalled(row: HeadingRow, names: readonly string[]): HeadingRow {
  const all: string[] = []
  for (const name of [...row.alsoCalled, ...names])
    if (!same(name, row.name) && !all.some((known) => same(known, name))) all.push(name)
  return { ...row, alsoCalled: all }
}

export function withCpv(row: HeadingRow, cpv: readonly string[]): HeadingRow {
  return { ...row, cpv: [...new Set([...row.cpv, ...cpv])] }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function treeOn(desk: Desk): Tree {
  return treeOf([...desk.rows.values()])
}

function nextPosition(desk: Desk, parentCode: string): number {
  const beside = [...desk.rows.values()].filter((row) => row.parentCode === parentCode)
  return 1 + Math.max(-1, ...beside.map(({ position }) => position))
}

/** "D32" under "D", "E1.4" under "E1". What stands under a "E1.1" that was moved up is numbered by its section. */
function nextCode(desk: Desk, parent: string): string {
  const section = parentsIn(treeOn(desk), parent).at(-1) ?? parent
  const start = parent.includes('.') ? section : parent
  const stem = start.length === 1 ? start : `${start}.`
  const numbers = [...desk.rows.keys(), ...desk.taken].flatMap((code) => {
    const rest = code.startsWith(stem) ? code.slice(stem.length) : ''
    return /^\d+$/.test(rest) ? [rest] : []
  })
  const next = String(1 + Math.max(0, ...numbers.map(Number)))
  const width = numbers.length > 0 ? Math.min(...numbers.map(({ length }) => length)) : 1
  return stem + next.padStart(width, '0')
}
