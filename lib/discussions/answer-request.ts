import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import type { ReviewAnswer } from './schema'
import { findShownPage, type ShownPage } from './shown-page'
import { startThread } from './write-comment'

type Answered = { page: ShownPage; thread: number | null }

const TITLES = { right: 'Review: it looks right', comments: 'Review: comments' }

/**
 * Answers a request for review; what is written becomes a thread on the page. The last answer closes the request.
 * Refuses people who were not asked, a second answer, and a request that has been closed.
 */
export async function answerRequest(
  viewer: SignedIn,
  { request: id, answer, body }: ReviewAnswer,
): Promise<Outcome<Answered, 'not-found' | 'closed' | 'answered'>> {
  const outcome = await db.$transaction(async (tx) => {
    const asked = await lockAsked(tx, viewer, id)
    if (!asked) return refused('not-found')
    if (asked.answeredAt) return refused('answered')
    if (asked.closedAt) return refused('closed')

    const { page } = asked
    await tx.reviewRequestPerson.update({
      where: { requestId_personId: { requestId: id, personId: viewer.id } },
      data: { answer, answeredAt: now() },
    })
    const waiting = await tx.reviewRequestPerson.count({ where: { requestId: id, answeredAt: null } })
    if (waiting === 0) await tx.reviewRequest.update({ where: { id }, data: { closedAt: now() } })
    await publishing(tx, [tags.page(page.id)])
    if (body.trim() === '') return done({ page, thread: null })
    const { thread } = await startThread(tx, viewer, { page, field: '', title: TITLES[answer], body })
    return done({ page, thread })
  })
  if (outcome.ok) await published([tags.page(outcome.value.page.id)])
  return outcome
}

/** The request with this person's answer, locked so that two last answers see each other; null when not asked. */
async function lockAsked(tx: Tx, viewer: SignedIn, id: number) {
  await tx.$queryRaw`SELECT id FROM review_request WHERE id = ${id} FOR UPDATE`
  const request = await tx.reviewRequest.findUnique({
    where: { id },
    include: { people: { where: { personId: viewer.id } } },
  })
  const own = request?.people[0]
  const page = own && (await findShownPage(request.pageId, tx))
  return page ? { page, answeredAt: own.answeredAt, closedAt: request.closedAt } : null
}
