import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { type Write, writeRows } from '@/lib/platform/write-rows'
import { keptStanding, type Rules } from './rules'
import type { Facts } from './standing'

type Kept = Facts & { pageId: number; label: string; law: string; why: string; registerVersion: number }

/** A label as it was, and as the register would have it. */
export type Move = { pageId: number; before: Kept; after: Pick<Kept, 'label' | 'law' | 'why'> }

/** The labels that these rules would move or explain otherwise. One query, whatever their number. */
export async function movesUnder(tx: Tx, rules: Rules): Promise<Move[]> {
  const rows: Kept[] = await tx.legalStatus.findMany({ select: FACTS, orderBy: { pageId: 'asc' } })
  return rows.flatMap((before) => {
    const { label, law, why } = keptStanding(rules, before)
    const same = label === before.label && law === before.law && why === before.why
    return same && before.registerVersion > 0
      ? []
      : [{ pageId: before.pageId, before, after: { label, law, why } }]
  })
}

/** Whether readers were told something else before: a first label, or other words for the same, are no move. */
export function isMove({ before, after }: Move): boolean {
  return before.registerVersion > 0 && (before.label !== after.label || before.law !== after.law)
}

/**
 * Works out every label anew and writes what moved, with a record of why, in one statement. Nothing of the pages
 * themselves is written. Gives the moves back. Pages must be held: see `holdCaseStudies`.
 */
export async function relabel(tx: Tx, rules: Rules): Promise<Move[]> {
  const all = await movesUnder(tx, rules)
  const moves = all.filter(isMove)
  const { version } = rules
  const writes: Write[] = [
    {
      table: 'legal_status',
      mode: 'update',
      key: ['pageId'],
      rows: all.map(({ pageId, after }) => ({ pageId, ...after, registerVersion: version })),
    },
    {
      table: 'relabelling',
      mode: 'insert',
      key: ['id'],
      rows: moves.map(({ pageId, before, after }) => ({
        registerVersion: version,
        pageId,
        labelBefore: before.label,
        labelAfter: after.label,
        lawBefore: before.law,
        lawAfter: after.law,
        why: after.why,
        createdAt: now(),
      })),
    },
  ]
  await writeRows(
    tx,
    writes.filter(({ rows }) => rows.length > 0),
  )
  return moves
}

/**
 * Holds the register and every case study until the transaction ends, so that no save in between keeps an old label:
 * savers of a page wait for it, and those who make one for the register. In the order of ids, as everybody does.
 */
export async function holdCaseStudies(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "law_register" IN EXCLUSIVE MODE`
  await tx.$executeRaw`SELECT FROM "page" WHERE "kind" = 'case_study' ORDER BY "id" FOR KEY SHARE`
}

const FACTS = {
  pageId: true,
  nation: true,
  regime: true,
  commencedOn: true,
  awardedOn: true,
  startedOn: true,
  leadRegion: true,
  bodyType: true,
  label: true,
  law: true,
  why: true,
  registerVersion: true,
} as const
