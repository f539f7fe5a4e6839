import 'server-only'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { commentsMax } from './limits'
import { lockThread } from './lock-thread'
import type { NewReply } from './schema'
import { type Written, writeComment } from './write-comment'

/** Adds a comment to an open thread. Refuses one that was resolved in the meantime or has grown too long. */
export async function reply(
  viewer: SignedIn,
  { thread: id, body }: NewReply,
): Promise<Outcome<Written, 'not-found' | 'resolved' | 'full'>> {
  const outcome = await db.$transaction(async (tx) => {
    const thread = await lockThread(tx, id)
    if (!thread) return refused('not-found')
    if (thread.resolved) return refused('resolved')
    if ((await tx.comment.count({ where: { threadId: id } })) >= commentsMax) return refused('full')
    const comment = await writeComment(tx, viewer, { thread: id, body })
    await publishing(tx, [tags.page(thread.page.id)])
    return done({ page: thread.page, thread: id, comment })
  })
  if (outcome.ok) await published([tags.page(outcome.value.page.id)])
  return outcome
}
