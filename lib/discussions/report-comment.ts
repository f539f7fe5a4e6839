import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { findShownPage } from './shown-page'
import type { Written } from './write-comment'

/** Tells moderators about a comment. One that was removed already cannot be reported. */
export async function reportComment(
  viewer: SignedIn,
  { comment: id, body }: { comment: number; body: string },
): Promise<Outcome<Written, 'not-found' | 'removed'>> {
  const comment = await db.comment.findUnique({ where: { id }, include: { thread: true } })
  const page = comment && (await findShownPage(comment.thread.pageId))
  if (!page) return refused('not-found')
  if (comment.removedAt) return refused('removed')

  const pageId = comment.thread.pageId
  await db.report.create({ data: { pageId, kind: 'comment', commentId: id, body, reporterId: viewer.id } })
  return done({ page, thread: comment.threadId, comment: id })
}
