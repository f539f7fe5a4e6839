import 'server-only'
import { relabel } from '@/lib/case-studies/relabel'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { codesMoved, treeOf } from '@/lib/taxonomy/effective'
import { lockHierarchy } from '@/lib/taxonomy/hierarchy'
import type { SignedIn } from '@/lib/users/access'
import { canDecideChanges } from './access'
import { type Before, withoutChange } from './change'
import { readRows, tagsOfHierarchy, versionOf, writeHeadings } from './hierarchy'
import type { NewUndoing } from './schema'

export type UndoRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-applied'
  /** Pages were labelled with a heading that undoing would remove. */
  | 'in-use'
/** A later change stands on this one: that one is undone first. */
export type BuiltUpon = { ok: false; reason: 'built-upon'; change: { id: number; decisionNumber: number } }
type Undone = { taxonomyVersion: number; tags: string[] }

/** Takes an applied change back: headings and labels are exactly as they were before it. */
export async function undoChange(
  viewer: SignedIn,
  { changeId, reason }: NewUndoing,
): Promise<Outcome<{ taxonomyVersion: number }, UndoRefusal> | BuiltUpon> {
  if (!canDecideChanges(viewer)) return refused('not-allowed')
  const outcome = await db.$transaction(async (tx): Promise<Outcome<Undone, UndoRefusal> | BuiltUpon> => {
    const [change] = await tx.$queryRaw<{ state: string; before: Before }[]>`
      SELECT state, before FROM category_change WHERE id = ${changeId} FOR UPDATE`
    if (!change) return refused('not-found')
    if (change.state !== 'applied') return refused('not-applied')
    await lockHierarchy(tx)
    const later = await findBuiltUpon(tx, changeId, change.before)
    if (later) return { ok: false, reason: 'built-upon', change: later }
    if (await areInUse(tx, change.before.created)) return refused('in-use')
    const undoing = { undoneBy: viewer.actorId, undoneAt: now(), undoReason: reason }
    return takeBack(tx, { id: changeId, before: change.before, undoing })
  })
  if (!outcome.ok) return outcome
  await published(outcome.value.tags)
  return done({ taxonomyVersion: outcome.value.taxonomyVersion })
}

type Undoing = { undoneBy: string; undoneAt: Date; undoReason: string }

async function takeBack(
  tx: Tx,
  { id, before: { rows, created }, undoing }: { id: number; before: Before; undoing: Undoing },
): Promise<Outcome<Undone, never>> {
  const standing = await readRows(tx)
  const present = treeOf(standing)
  const restored = treeOf(withoutChange(standing, { rows, created }))
  const undoVersion = (await versionOf(tx)) + 1
  // First: choices of a change that was undone count no more.
  await tx.categoryChange.update({ where: { id }, data: { ...undoing, state: 'undone', undoVersion } })
  await writeHeadings(tx, rows)
  const codes = codesMoved(present, restored)
  await relabel(tx, codes, restored)
  await tx.category.deleteMany({ where: { code: { in: created } } })
  await emit(tx, 'hierarchy.changed', { changeId: id })
  const touched = [...codes, ...created, ...rows.map(({ code }) => code)]
  const shown = tagsOfHierarchy(touched, [present, restored])
  await publishing(tx, shown)
  return done({ taxonomyVersion: undoVersion, tags: shown })
}

async function findBuiltUpon(
  tx: Tx,
  id: number,
  { rows, created }: Before,
): Promise<{ id: number; decisionNumber: number } | null> {
  // A later heading may have the address that one of these would take back.
  const inTheWay = await tx.category.findMany({
    where: {
      slug: { in: rows.map(({ slug }) => slug) },
      NOT: { code: { in: rows.map(({ code }) => code) } },
    },
  })
  const written = [...rows.map(({ code }) => code), ...created, ...inTheWay.map(({ code }) => code)]
  const later = await tx.$queryRaw<{ id: number; decisionNumber: number }[]>`
    SELECT id, decision_number AS "decisionNumber" FROM category_change
    WHERE state = 'applied' AND codes && ${written}::text[]
      AND taxonomy_version > (SELECT taxonomy_version FROM category_change WHERE id = ${id})
    ORDER BY taxonomy_version DESC LIMIT 1`
  return later[0] ?? null
}

async function areInUse(tx: Tx, created: string[]): Promise<boolean> {
  if (created.length === 0) return false
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
      WHERE r.content -> 'categories' ?| ${created}::text[]) AS used`
  return row?.used ?? false
}
