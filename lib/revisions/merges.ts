import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Where each of these pages lives now: itself, or the page at the end of its merges. Unknown ids are left out. */
export async function followMerges(tx: Tx, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ start: number; id: number }[]>`
    WITH RECURSIVE way AS (
      SELECT id AS start, id, merged_into FROM page WHERE id = ANY(${ids})
      UNION ALL SELECT way.start, page.id, page.merged_into FROM way JOIN page ON page.id = way.merged_into
    ) SELECT start, id FROM way WHERE merged_into IS NULL`
  return new Map(rows.map(({ start, id }) => [start, id]))
}

/**
 * The page itself and every page that was merged into it, by whatever way. Favourites and watches stay with the page
 * that somebody chose, so that a merge can be undone exactly: whoever reads them asks for all of these.
 */
export async function idsLeadingTo(tx: Tx, id: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE way AS (
      SELECT ${id}::int AS id
      UNION SELECT page.id FROM way JOIN page ON page.merged_into = way.id
    ) SELECT id FROM way ORDER BY id`
  return rows.map((row) => row.id)
}
