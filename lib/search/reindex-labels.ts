import 'server-only'
import { db } from '@/lib/platform/db'
import { listCodesLeadingTo } from '@/lib/taxonomy/queries'
import { reindexPages } from './reindex'

/** Writes anew the pages that a change of the hierarchy concerns: their labels, and where they are counted. */
export async function reindexHierarchy({ changeId }: { changeId: number }): Promise<void> {
  const change = await db.categoryChange.findUnique({ where: { id: changeId }, select: { codes: true } })
  if (!change) return
  const codes = [...change.codes, ...(await listCodesLeadingTo(change.codes))]
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    WHERE p.state = 'live' AND (p.id IN (SELECT page_id FROM case_study WHERE labels && ${codes}::text[])
      OR p.kind = 'story' AND r.content -> 'categories' ?| ${codes}::text[]) ORDER BY p.id`
  await reindexPages(pages.map(({ id }) => id))
}
