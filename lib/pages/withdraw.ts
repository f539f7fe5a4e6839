import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import type { SignedIn } from '@/lib/users/access'
import { canMovePages } from './access'
import { type HeldPage, lockPages } from './lock'
import { removeProjection, tagsOf } from './projection'

export type WithdrawRefusal = 'not-allowed' | 'not-found' | 'not-live'

/**
 * Takes a page away from readers, who are told the reason. Nothing is deleted. Refuses 'not-live' when it has been
 * withdrawn or merged already.
 */
export async function withdrawPage(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<HeldPage, WithdrawRefusal>> {
  if (!canMovePages(viewer)) return refused('not-allowed')

  const outcome = await db.$transaction(
    async (tx): Promise<Outcome<{ page: HeldPage; tags: string[] }, WithdrawRefusal>> => {
      const page = (await lockPages(tx, [id])).get(id)
      if (!page) return refused('not-found')
      if (page.state !== 'live') return refused('not-live')

      const tags = await tagsOf(tx, page)
      await removeProjection(tx, page)
      await tx.page.update({ where: { id }, data: { state: 'withdrawn' } })
      const event = { pageId: id, kind: 'withdrawn', actorId: viewer.actorId, reason, createdAt: now() }
      await tx.pageEvent.create({ data: event })
      await publishing(tx, tags)
      await emit(tx, 'page.withdrawn', { pageId: id })
      return done({ page, tags })
    },
  )
  if (!outcome.ok) return outcome
  await published(outcome.value.tags)
  return done(outcome.value.page)
}
