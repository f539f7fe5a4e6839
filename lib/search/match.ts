import 'server-only'
import { db, type PageKind } from '@/lib/platform/db'

/** Which of these searches find a page, as the index has it now. */
export async function searchesFinding(
  page: { kind: PageKind; id: number },
  searches: string[],
): Promise<string[]> {
  if (searches.length === 0) return []
  const rows = await db.$queryRaw<{ words: string }[]>`
    SELECT s.words FROM unnest(${searches}::text[]) AS s (words)
    JOIN search_document d ON d.page_id = ${page.id} AND d.kind = ${page.kind}
    WHERE d.words @@ websearch_to_tsquery('simple', s.words)`
  return rows.map(({ words }) => words)
}
