import 'server-only'
import { db } from '@/lib/platform/db'
import { listCodesLeadingTo } from '@/lib/taxonomy/queries'
import { reindexAll } from './rebuild'
import { reindexPages } from './reindex'
import { CATEGORIES, PEOPLE, SITE } from './sources'

/**
 * Writes anew what a change of the hierarchy concerns: the headings, the pages that they label, the tools and the people
 * whose areas they are.
 */
export async function reindexHierarchy({ changeId }: { changeId: number }): Promise<void> {
  const change = await db.categoryChange.findUnique({ where: { id: changeId }, select: { codes: true } })
  if (!change) return
  const codes = [...change.codes, ...(await listCodesLeadingTo(change.codes))]
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    WHERE p.state = 'live' AND (p.id IN (SELECT page_id FROM case_study WHERE labels && ${codes}::text[])
      OR p.kind = 'story' AND r.content -> 'categories' ?| ${codes}::text[]) ORDER BY p.id`
  for (const source of [CATEGORIES, SITE, PEOPLE]) await reindexAll(source)
  await reindexPages(pages.map(({ id }) => id))
}
