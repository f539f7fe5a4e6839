import 'server-only'
import { db } from '@/lib/platform/db'
import { tell } from './tell'
import { watchersOfPage } from './watchers'

/** Tells those who watch the page, and those who wrote in the thread, of a comment. */
export async function notifyOfComment({ commentId }: { commentId: number }): Promise<void> {
  const comment = await db.comment.findUnique({ where: { id: commentId }, include: { thread: true } })
  if (!comment || comment.removedAt) return
  const { thread, actorId } = comment
  const reasons = await watchersOfPage(thread.pageId)
  for (const personId of await writersIn(thread.id))
    if (!reasons.has(personId)) reasons.set(personId, 'thread')
  const happening = {
    happening: `comment:${commentId}`,
    kind: 'comment',
    pageId: thread.pageId,
    commentId,
  } as const
  await tell(happening, reasons, actorId)
}

/** Tells the people who were asked to look at a page. */
export async function notifyOfRequest({ requestId }: { requestId: number }): Promise<void> {
  const request = await db.reviewRequest.findUnique({ where: { id: requestId }, include: { people: true } })
  if (!request || request.closedAt) return
  const reasons = new Map(request.people.map(({ personId }) => [personId, 'asked']))
  const happening = { happening: `review:${requestId}`, kind: 'review', pageId: request.pageId } as const
  await tell(happening, reasons, null)
}

/** Tells those who watch a page what happened to it as a whole: withdrawn, returned, merged. */
export async function notifyOfFate({ pageId }: { pageId: number }): Promise<void> {
  const event = await db.pageEvent.findFirst({ where: { pageId }, orderBy: { id: 'desc' } })
  if (!event) return
  const kind = event.kind === 'unmerged' ? 'returned' : (event.kind as 'withdrawn' | 'returned' | 'merged')
  await tell({ happening: `fate:${event.id}`, kind, pageId }, await watchersOfPage(pageId), event.actorId)
}

async function writersIn(threadId: number): Promise<string[]> {
  const comments = await db.comment.findMany({
    where: { threadId },
    distinct: ['actorId'],
    select: { actorId: true },
  })
  const people = await db.person.findMany({
    where: { actorId: { in: comments.map(({ actorId }) => actorId) } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
