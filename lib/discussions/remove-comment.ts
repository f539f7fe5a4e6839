import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canRemoveComments } from './access'
import { findShownPage } from './shown-page'
import type { Written } from './write-comment'

/**
 * Takes a comment's text from everybody but moderators; its place stays, with the reason. Closes the reports on it.
 * Doing it twice keeps the first reason.
 */
export async function removeComment(
  viewer: SignedIn,
  { comment: id, reason }: { comment: number; reason: string },
): Promise<Outcome<Written, 'not-found' | 'not-allowed'>> {
  if (!canRemoveComments(viewer)) return refused('not-allowed')
  const comment = await db.comment.findUnique({ where: { id }, include: { thread: true } })
  const page = comment && (await findShownPage(comment.thread.pageId))
  if (!page) return refused('not-found')

  const at = now()
  await db.$transaction(async (tx) => {
    await tx.comment.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: at, removedReason: reason },
    })
    await tx.report.updateMany({ where: { commentId: id, closedAt: null }, data: { closedAt: at } })
    await publishing(tx, [tags.page(page.id)])
  })
  await published([tags.page(page.id)])
  return done({ page, thread: comment.threadId, comment: id })
}
