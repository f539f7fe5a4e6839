import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { undoDays } from './limits'

/** Puts a draft away; within `undoDays` it can be taken back. Refuses 'not-found', also for drafts of others. */
export async function discardDraft(viewer: SignedIn, id: number): Promise<Outcome<null, 'not-found'>> {
  const mine = { personId: viewer.id }
  const { count } = await db.draft.updateMany({
    where: { ...mine, id, discardedAt: null },
    data: { discardedAt: now() },
  })
  await db.draft.deleteMany({ where: { ...mine, discardedAt: { lt: undoableSince() } } })
  return count ? done(null) : refused('not-found')
}

/** Takes a discarded draft back. Refuses 'not-found' and 'another-draft' (of the same page, begun since). */
export async function undoDiscard(
  viewer: SignedIn,
  id: number,
): Promise<Outcome<null, 'not-found' | 'another-draft'>> {
  // A new writer: the window that was writing it may have begun another draft since.
  const taken = await db.$executeRaw`
    UPDATE draft SET discarded_at = NULL, writer = gen_random_uuid(), version = version + 1
    WHERE id = ${id} AND person_id = ${viewer.id}::uuid AND discarded_at >= ${undoableSince()}
      AND NOT EXISTS (SELECT FROM draft other WHERE other.person_id = draft.person_id
        AND other.page_id = draft.page_id AND other.discarded_at IS NULL)`
  if (taken) return done(null)
  const found = await db.draft.findFirst({
    where: { id, personId: viewer.id, discardedAt: { gte: undoableSince() } },
    select: { id: true },
  })
  return refused(found ? 'another-draft' : 'not-found')
}

/** Discarded before this moment, a draft is gone. */
export function undoableSince(): Date {
  return new Date(now().getTime() - undoDays * 86_400_000)
}
