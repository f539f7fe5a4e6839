import 'server-only'
import { pagePath } from '@/lib/pages/paths'
import { db, type PageKind } from '@/lib/platform/db'

export type OfferedPage = { id: number; kind: PageKind; title: string; path: string; live: boolean }

/** Pages as their newest version calls them, whatever has become of them since. */
export async function offeredPages(ids: (number | null)[]): Promise<Map<number, OfferedPage>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.$queryRaw<
    { id: number; kind: PageKind; slug: string; title: string; live: boolean }[]
  >`
    SELECT p.id, p.kind::text AS kind, p.slug, r.content ->> 'title' AS title, p.state = 'live' AS live
    FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    WHERE p.id = ANY(${wanted}::int[])`
  return new Map(rows.map(({ slug, ...row }) => [row.id, { ...row, path: pagePath({ ...row, slug }) }]))
}
