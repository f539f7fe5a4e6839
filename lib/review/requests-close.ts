import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canCloseRequest } from './access'

/** Ends a request for review before everybody has answered: for whoever asked, and for moderators. */
export async function closeRequest(
  viewer: SignedIn,
  id: number,
): Promise<Outcome<{ pageId: number }, 'not-found' | 'not-allowed'>> {
  const request = await db.reviewRequest.findUnique({ where: { id } })
  if (!request) return refused('not-found')
  if (!canCloseRequest(viewer, { askedBy: request.askedBy })) return refused('not-allowed')

  await db.$transaction(async (tx) => {
    await tx.reviewRequest.updateMany({ where: { id, closedAt: null }, data: { closedAt: now() } })
    await publishing(tx, [tags.page(request.pageId)])
  })
  await published([tags.page(request.pageId)])
  return done({ pageId: request.pageId })
}
