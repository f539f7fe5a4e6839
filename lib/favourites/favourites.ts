import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'

/** Puts a case study among a person's favourites. Doing so twice changes nothing. */
export async function addFavourite(viewer: SignedIn, pageId: number): Promise<Outcome<null, 'not-found'>> {
  if (!(await db.caseStudy.findUnique({ where: { pageId }, select: { pageId: true } })))
    return refused('not-found')
  const key = { personId: viewer.id, pageId }
  await db.favourite.createMany({ data: [key], skipDuplicates: true })
  return done(null)
}

export async function removeFavourite(viewer: SignedIn, pageId: number): Promise<void> {
  await db.favourite.deleteMany({ where: { personId: viewer.id, pageId } })
}

/** Keeps a person's own note beside a favourite. */
export async function noteFavourite(
  viewer: SignedIn,
  { pageId, note }: { pageId: number; note: string },
): Promise<void> {
  await db.favourite.updateMany({ where: { personId: viewer.id, pageId }, data: { note } })
}

export async function favouriteIds(viewer: SignedIn): Promise<number[]> {
  const rows = await db.favourite.findMany({ where: { personId: viewer.id }, select: { pageId: true } })
  return rows.map((row) => row.pageId)
}

/** A person's favourites, the newest first, as rows with their own notes. */
export async function listFavourites(viewer: SignedIn): Promise<{ row: CaseStudyRow; note: string }[]> {
  const kept = await db.favourite.findMany({ where: { personId: viewer.id }, orderBy: { createdAt: 'desc' } })
  const notes = new Map(kept.map(({ pageId, note }) => [pageId, note]))
  const rows = await rowsByIds(kept.map(({ pageId }) => pageId))
  return rows.map((row) => ({ row, note: notes.get(row.id) ?? '' }))
}
