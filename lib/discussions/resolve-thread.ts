import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canSettle } from './access'
import { type LockedThread, lockThread } from './lock-thread'

/** Marks a thread as settled. Doing it twice changes nothing; new members settle only what they began. */
export async function resolveThread(
  viewer: SignedIn,
  id: number,
): Promise<Outcome<LockedThread, 'not-found' | 'not-allowed'>> {
  const outcome = await db.$transaction(async (tx) => {
    const thread = await lockThread(tx, id)
    if (!thread) return refused('not-found')
    if (!canSettle(viewer, thread)) return refused('not-allowed')
    const settled = { resolvedAt: now(), resolvedBy: viewer.actorId }
    if (!thread.resolved) await tx.thread.update({ where: { id }, data: settled })
    await publishing(tx, [tags.page(thread.page.id)])
    return done(thread)
  })
  if (outcome.ok) await published([tags.page(outcome.value.page.id)])
  return outcome
}
