import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { emit } from '@/lib/outbox/emit'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { followMerges, idsLeadingTo } from '@/lib/revisions/merges'
import type { SignedIn } from '@/lib/users/access'

/** Puts a case study among a person's favourites. Doing so twice changes nothing. */
export async function addFavourite(viewer: SignedIn, pageId: number): Promise<Outcome<null, 'not-found'>> {
  if (!(await db.caseStudy.findUnique({ where: { pageId }, select: { pageId: true } })))
    return refused('not-found')
  const key = { personId: viewer.id, pageId }
  await db.$transaction(async (tx) => {
    const { count } = await tx.favourite.createMany({ data: [key], skipDuplicates: true })
    if (count > 0) await emit(tx, 'favourite.changed', { pageId })
  })
  return done(null)
}

/** Takes it out again, and with it what was merged into it and kept under its own number. */
export async function removeFavourite(viewer: SignedIn, pageId: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.favourite.deleteMany({ where: await chosenAs(viewer, pageId) })
    if (count > 0) await emit(tx, 'favourite.changed', { pageId })
  })
}

/** Keeps a person's own note beside a favourite. */
export async function noteFavourite(
  viewer: SignedIn,
  { pageId, note }: { pageId: number; note: string },
): Promise<void> {
  await db.favourite.updateMany({ where: await chosenAs(viewer, pageId), data: { note } })
}

/** The ids of a person's favourites as readers meet them: a merged page counts as what it was merged into. */
export async function favouriteIds(viewer: SignedIn): Promise<number[]> {
  const rows = await db.favourite.findMany({ where: { personId: viewer.id }, select: { pageId: true } })
  const ends = await followMerges(
    db,
    rows.map((row) => row.pageId),
  )
  return [...new Set(ends.values())]
}

/** A person's favourites, the newest first, as rows with their own notes. A withdrawn one is back when its page is. */
export async function listFavourites(viewer: SignedIn): Promise<{ row: CaseStudyRow; note: string }[]> {
  const kept = await db.favourite.findMany({ where: { personId: viewer.id }, orderBy: { createdAt: 'desc' } })
  const ends = await followMerges(
    db,
    kept.map(({ pageId }) => pageId),
  )
  const notes = new Map<number, string>()
  for (const { pageId, note } of kept) {
    const end = ends.get(pageId) ?? pageId
    notes.set(end, notes.get(end) || note)
  }
  const rows = await rowsByIds([...notes.keys()])
  return rows.map((row) => ({ row, note: notes.get(row.id) ?? '' }))
}

async function chosenAs(viewer: SignedIn, pageId: number) {
  return { personId: viewer.id, pageId: { in: await idsLeadingTo(db, pageId) } }
}
