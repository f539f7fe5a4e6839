import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/outcome'
import { tags } from '@/lib/platform/tags'
import { writeRows } from '@/lib/platform/write-rows'
import { parentsIn, type Tree } from '@/lib/taxonomy/effective'
import { type Changed, changeBy } from './change'
import type { ChangeFault, HeadingRow } from './desk'
import type { Proposal } from './schema'

/** What a change would make of the hierarchy as it stands, or what stands in its way. */
export async function tryOut(
  tx: Tx,
  proposal: Proposal,
  agreed = true,
): Promise<Outcome<Changed, ChangeFault>> {
  const [rows, given] = await Promise.all([
    readRows(tx),
    tx.$queryRaw<{ code: string }[]>`SELECT DISTINCT unnest(codes) AS code FROM category_change`,
  ])
  const taken = new Set(given.map(({ code }) => code))
  return changeBy(proposal, { rows, taken, at: now().toISOString(), agreed })
}

export async function readRows(tx: Tx): Promise<HeadingRow[]> {
  const rows = await tx.category.findMany()
  return rows.map((row) => ({ ...row, retiredAt: row.retiredAt?.toISOString() ?? null }))
}

/** Writes headings as given: those that are there already and new ones, each above before those below it. */
export async function writeHeadings(tx: Tx, rows: HeadingRow[]): Promise<void> {
  await writeRows(tx, [{ table: 'category', mode: 'upsert', key: ['code'], rows }])
}

/** The number of the hierarchy as it stands: the first is 1, and applying or undoing a change makes the next. */
export async function versionOf(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    SELECT coalesce(max(greatest(taxonomy_version, undo_version)), 1) AS version FROM category_change`
  return row?.version ?? 1
}

/** Every cached page that shows the hierarchy, a label, or what stands under one of these codes. */
export function tagsOfHierarchy(codes: readonly string[], trees: Tree[]): string[] {
  const near = trees.flatMap((tree) => codes.flatMap((code) => [code, ...parentsIn(tree, code)]))
  return [tags.taxonomy, tags.nomenclature, tags.everything, tags.stories, ...near.map(tags.category)]
}
