import 'server-only'
import { db } from '@/lib/platform/db'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'

export type RevisionFacts = { author: Author; note: string; mergedFrom: number | null }

/** Who saved a version, why, and on which older version; null when there is no such version. */
export async function findRevisionFacts(pageId: number, number: number): Promise<RevisionFacts | null> {
  const revision = await db.revision.findUnique({
    where: { pageId_number: { pageId, number } },
    select: { actorId: true, note: true, mergedFrom: true },
  })
  if (!revision) return null
  const authors = await authorsOf([revision.actorId])
  const { note, mergedFrom } = revision
  return { author: authors.get(revision.actorId) ?? FORMER, note, mergedFrom }
}
