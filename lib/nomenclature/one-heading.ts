import 'server-only'
import {
  addUnder,
  alsoCalled,
  type ChangeFault,
  childrenOf,
  type Desk,
  type HeadingRow,
  isTaken,
  labelOn,
  placeOn,
  placeUnder,
  put,
  slugFor,
} from './desk'
import type { Proposal } from './schema'

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>

/** The old name stays as another name, so that whoever looks for it still arrives. */
export function rename(desk: Desk, { code, name, note }: Of<'rename'>): ChangeFault | null {
  const row = labelOn(desk, code)
  if (typeof row === 'string') return row
  if (name === row.name && (note ?? row.note) === row.note) return 'unchanged'
  if (isTaken(desk, name, [code])) return 'name-taken'
  const slug = name === row.name ? row.slug : slugFor(desk, { code, name })
  const renamed = { ...row, name, note: note ?? row.note, slug, status: statusOf(desk, row) }
  put(desk, alsoCalled(renamed, [row.name]))
  return null
}

export function move(desk: Desk, { code, parent: parentCode }: Of<'move'>): ChangeFault | null {
  const row = labelOn(desk, code)
  if (typeof row === 'string') return row
  const parent = placeOn(desk, parentCode)
  if (typeof parent === 'string') return parent
  return parentCode === row.parentCode ? 'unchanged' : placeUnder(desk, row, parent)
}

export function add(desk: Desk, { parent: parentCode, name, note, ...found }: Of<'add'>): ChangeFault | null {
  const parent = placeOn(desk, parentCode)
  if (typeof parent === 'string') return parent
  if (isTaken(desk, name)) return 'name-taken'
  const added = addUnder(desk, parent, { name, note, alsoCalled: [], cpv: found.cpv })
  if (typeof added === 'string') return added
  put(desk, alsoCalled(added, found.alsoCalled))
  return null
}

export function agree(desk: Desk, { code }: Of<'agree'>): ChangeFault | null {
  const row = placeOn(desk, code)
  if (typeof row === 'string') return row
  if (row.status === 'agreed') return 'unchanged'
  put(desk, { ...row, status: statusOf(desk, row) })
  return null
}

/** A heading with others below it is not split: nobody has said to which of the new ones those belong. */
export function split(desk: Desk, { code, into, default: first }: Of<'split'>): ChangeFault | null {
  const row = labelOn(desk, code)
  if (typeof row === 'string') return row
  if (childrenOf(desk, code).length > 0) return 'has-children'
  const parent = desk.rows.get(row.parentCode ?? '') as HeadingRow
  const codes: string[] = []
  for (const [index, to] of into.entries()) {
    const next = to.code ? labelOn(desk, to.code) : partOf(desk, { row, parent, to })
    if (typeof next === 'string') return next
    if (next.code === code) return 'cycle'
    const names = index === first ? [row.name, ...row.alsoCalled] : [row.name]
    const cpv = [...new Set([...next.cpv, ...row.cpv])]
    put(desk, { ...alsoCalled(next, names), cpv })
    codes.push(next.code)
  }
  const successors = [...codes.slice(first, first + 1), ...codes.filter((_, index) => index !== first)]
  put(desk, { ...row, successors, retiredAt: desk.at })
  return null
}

type Part = { row: HeadingRow; parent: HeadingRow; to: { name?: string; note?: string } }

function partOf(desk: Desk, { row, parent, to: { name = '', note = '' } }: Part): HeadingRow | ChangeFault {
  if (isTaken(desk, name, [row.code])) return 'name-taken'
  return addUnder(desk, parent, { name, note, alsoCalled: [], cpv: [] })
}

function statusOf(desk: Desk, { status }: HeadingRow): string {
  return desk.agreed ? 'agreed' : status
}
