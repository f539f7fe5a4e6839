import 'server-only'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { ChangeFault, Desk, HeadingRow } from './desk'
import { add, agree, move, rename, split } from './one-heading'
import { merge, retire } from './out-of-use'
import type { Proposal } from './schema'

/** The hierarchy before and after a change, and which headings it wrote, made and leaned on. */
export type Changed = {
  /** Every heading as it stands. */
  all: readonly HeadingRow[]
  before: HeadingRow[]
  after: HeadingRow[]
  created: string[]
  touched: string[]
  rows: ReadonlyMap<string, HeadingRow>
}
/** What is kept of a change so that it can be taken back. */
export type Before = { rows: HeadingRow[]; created: string[] }
type Base = { rows: readonly HeadingRow[]; taken: ReadonlySet<string>; at: string; agreed: boolean }

/** Works out what a change would make of the hierarchy, or what stands in its way. Nothing is kept. */
export function changeBy(
  proposal: Proposal,
  { rows, taken, at, agreed }: Base,
): Outcome<Changed, ChangeFault> {
  const known = new Map(rows.map((row) => [row.code, row]))
  const empty = { changed: new Set<string>(), created: new Set<string>(), leanedOn: new Set<string>() }
  const desk: Desk = { rows: new Map(known), taken, at, agreed, ...empty }
  const fault = carryOut(desk, proposal)
  if (fault) return refused(fault)

  const { changed, created, leanedOn } = desk
  const pick = (from: ReadonlyMap<string, HeadingRow>, codes: Iterable<string>) =>
    [...codes].sort().flatMap((code) => from.get(code) ?? [])
  return done({
    all: rows,
    before: pick(known, changed),
    after: pick(desk.rows, [...changed, ...created]),
    created: [...created].sort(),
    touched: [...new Set([...changed, ...created, ...leanedOn])].sort(),
    rows: desk.rows,
  })
}

/** The hierarchy with a change taken back: what it wrote as it was, and what it made gone. */
export function withoutChange(rows: readonly HeadingRow[], { rows: before, created }: Before): HeadingRow[] {
  const known = new Map(before.map((row) => [row.code, row]))
  return rows.filter(({ code }) => !created.includes(code)).map((row) => known.get(row.code) ?? row)
}

function carryOut(desk: Desk, proposal: Proposal): ChangeFault | null {
  switch (proposal.kind) {
    case 'rename':
      return rename(desk, proposal)
    case 'merge':
      return merge(desk, proposal)
    case 'split':
      return split(desk, proposal)
    case 'move':
      return move(desk, proposal)
    case 'retire':
      return retire(desk, proposal)
    case 'add':
      return add(desk, proposal)
    case 'agree':
      return agree(desk, proposal)
  }
}

/** The headings that a proposal names, sections left out: the ones under review while it is open. */
export function codesIn(proposal: Proposal): string[] {
  switch (proposal.kind) {
    case 'merge':
      return [...proposal.from, proposal.into].sort()
    case 'split':
      return [proposal.code, ...proposal.into.flatMap(({ code }) => code ?? [])].sort()
    case 'retire':
      return [proposal.code, ...(proposal.into ? [proposal.into] : [])].sort()
    case 'add':
      return []
    default:
      return [proposal.code]
  }
}
