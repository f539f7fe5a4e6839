import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { renderProse } from '@/lib/revisions/render'
import type { SignedIn } from '@/lib/users/access'
import { hashOfField, type ShownPage } from './shown-page'

/** Where a comment stands: what its address is made of. */
export type Written = { page: ShownPage; thread: number; comment: number }

/** Begins a thread on the version of the page that readers see, with its first comment. */
export async function startThread(
  tx: Tx,
  viewer: SignedIn,
  { page, field, title, body }: { page: ShownPage; field: string; title: string; body: string },
): Promise<Written> {
  const createdAt = now()
  const thread = await tx.thread.create({
    data: {
      pageId: page.id,
      field,
      title,
      number: page.number,
      fieldHash: hashOfField(page.content, field),
      actorId: viewer.actorId,
      createdAt,
      changedAt: createdAt,
    },
  })
  const comment = await writeComment(tx, viewer, { thread: thread.id, body })
  return { page, thread: thread.id, comment }
}

/** Adds a comment to a thread and tells whoever follows it. Answers the comment's id. */
export async function writeComment(
  tx: Tx,
  viewer: SignedIn,
  { thread, body }: { thread: number; body: string },
): Promise<number> {
  const createdAt = now()
  const html = renderProse(body)
  const comment = await tx.comment.create({
    data: { threadId: thread, actorId: viewer.actorId, body, html, createdAt },
  })
  await tx.thread.update({ where: { id: thread }, data: { changedAt: createdAt } })
  await emit(tx, 'comment.written', { commentId: comment.id })
  return comment.id
}
