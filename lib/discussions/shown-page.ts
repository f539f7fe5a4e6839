import 'server-only'
import { db, type PageKind, type Tx } from '@/lib/platform/db'
import { hashOfContent } from '@/lib/revisions/chain'
import type { Discussed } from './paths'

/** A live page with its current version. */
export type ShownPage = Discussed & { number: number; content: Record<string, unknown>; title: string }

/** The page that readers see at this id: itself, or the one that it was merged into. Null when none is live. */
export async function findShownPage(id: number, tx: Tx = db): Promise<ShownPage | null> {
  const [page] = await tx.$queryRaw<{ id: number; kind: PageKind; slug: string; headNumber: number }[]>`
    WITH RECURSIVE way(id, into_id, state) AS (
      SELECT id, merged_into, state FROM page WHERE id = ${id}
      UNION SELECT p.id, p.merged_into, p.state FROM page p JOIN way ON p.id = way.into_id)
    SELECT p.id, p.kind, p.slug, p.head_number AS "headNumber"
    FROM way JOIN page p USING (id) WHERE way.state = 'live' LIMIT 1`
  if (!page) return null
  const { headNumber: number, ...rest } = page
  const key = { pageId: page.id, number }
  const revision = await tx.revision.findUnique({
    where: { pageId_number: key },
    select: { content: true },
  })
  if (!revision) return null
  const content = revision.content as Record<string, unknown>
  return { ...rest, number, content, title: String(content.title ?? '') }
}

/** The ids of the pages whose talk is shown on this one: its own, and those of pages merged into it. */
export async function idsTalkedAbout(id: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE part(id) AS (
      SELECT ${id}::int UNION SELECT p.id FROM page p JOIN part ON p.merged_into = part.id)
    SELECT id FROM part`
  return rows.map((row) => row.id)
}

/** SHA-256 of what a field says, or of the whole page when no field is named. */
export function hashOfField(content: Record<string, unknown>, field: string): string {
  return hashOfContent(field ? (content[field] ?? null) : content)
}
