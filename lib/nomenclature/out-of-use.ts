import 'server-only'
import {
  alsoCalled,
  type ChangeFault,
  childrenOf,
  type Desk,
  type HeadingRow,
  labelOn,
  placeUnder,
  put,
  withCpv,
} from './desk'
import type { Proposal } from './schema'

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>

export function merge(desk: Desk, { from, into }: Of<'merge'>): ChangeFault | null {
  return leadInto(desk, from, into)
}

/** Without a successor its pages are left with the heading above it, and its sub-headings would be left with nothing. */
export function retire(desk: Desk, { code, into }: Of<'retire'>): ChangeFault | null {
  if (into) return leadInto(desk, [code], into)
  const row = labelOn(desk, code)
  if (typeof row === 'string') return row
  if (childrenOf(desk, code).length > 0) return 'has-children'
  put(desk, { ...row, retiredAt: desk.at })
  return null
}

/** Names, CPV divisions and sub-headings go along to the heading that stays. */
function leadInto(desk: Desk, from: readonly string[], into: string): ChangeFault | null {
  const target = labelOn(desk, into)
  if (typeof target === 'string') return target
  const rows: HeadingRow[] = []
  for (const code of from) {
    const row = labelOn(desk, code)
    if (typeof row === 'string') return row
    if (code === into) return 'cycle'
    rows.push(row)
  }
  const children = rows.flatMap(({ code }) => childrenOf(desk, code)).filter((it) => !from.includes(it.code))
  if (children.some(({ code }) => code === into)) return 'cycle'
  for (const row of rows) put(desk, { ...row, successors: [into], retiredAt: desk.at })
  for (const child of children) {
    const fault = placeUnder(desk, child, target)
    if (fault) return fault
  }
  const names = rows.flatMap((row) => [row.name, ...row.alsoCalled])
  put(
    desk,
    withCpv(
      alsoCalled(target, names),
      rows.flatMap(({ cpv }) => cpv),
    ),
  )
  return null
}
