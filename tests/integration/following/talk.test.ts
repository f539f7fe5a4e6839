import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listNotifications } from '@/lib/following/notifications'
import { notifyOfComment, notifyOfFate, notifyOfRequest } from '@/lib/following/notify-of-talk'
import { addWatch } from '@/lib/following/watches'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'

beforeAll(theContentsTree)
beforeEach(async () => {
  await drainOutbox()
  await db.watch.deleteMany()
  await db.notification.deleteMany()
})

const told = async (viewer: SignedIn) =>
  (await listNotifications(viewer, 1)).rows.map(({ what, note, why }) => `${what}: ${note}. ${why}`)

async function aWatchedPage() {
  const { caseStudy } = await aPublishedCaseStudy()
  await drainOutbox()
  await db.watch.deleteMany()
  const [watcher, stranger] = [await aPerson(), await aPerson('admin')]
  value(await addWatch(watcher, { kind: 'page', ref: String(caseStudy.id) }))
  return { pageId: caseStudy.id, watcher, stranger }
}

async function aComment(pageId: number, author: SignedIn, threadId?: number) {
  const { actorId } = author
  const at = { createdAt: new Date() }
  const facts = {
    pageId,
    title: 'Is that all?',
    number: 1,
    fieldHash: 'x'.repeat(64),
    actorId,
    changedAt: new Date(),
  }
  const thread = threadId ?? (await db.thread.create({ data: { ...facts, ...at } })).id
  const body = `By ${author.name}`
  return db.comment.create({ data: { threadId: thread, actorId, body, html: '', ...at } })
}

describe('talk', () => {
  test('is told to watchers of the page and to those who wrote before, not to its author or strangers', async () => {
    const { pageId, watcher, stranger } = await aWatchedPage()
    const [first, second] = [await aPerson(), await aPerson()]
    const opened = await aComment(pageId, first)
    const reply = await aComment(pageId, second, opened.threadId)
    for (const { id } of [reply, reply]) await notifyOfComment({ commentId: id })
    expect(await told(watcher)).toEqual([`New comment: By ${second.name}. You watch this page.`])
    expect(await told(first)).toEqual([`New comment: By ${second.name}. You wrote in this discussion.`])
    expect(await told(second)).toEqual([])
    expect(await told(stranger)).toEqual([])
  })

  test('a removed comment is told to nobody, and goes from the lists where it was told', async () => {
    const { pageId, watcher } = await aWatchedPage()
    const comment = await aComment(pageId, await aPerson())
    await notifyOfComment({ commentId: comment.id })
    expect(await told(watcher)).toHaveLength(1)
    await db.comment.update({ where: { id: comment.id }, data: { removedAt: new Date() } })
    expect(await told(watcher)).toEqual([])
    const other = await aComment(pageId, await aPerson(), comment.threadId)
    await db.comment.update({ where: { id: other.id }, data: { removedAt: new Date() } })
    await notifyOfComment({ commentId: other.id })
    expect(await db.notification.count({ where: { commentId: other.id } })).toBe(0)
  })
})

test('who is asked to review is told by when, and nobody else is', async () => {
  const { pageId, watcher } = await aWatchedPage()
  const [asker, asked] = [await aPerson(), await aPerson()]
  const request = await db.reviewRequest.create({
    data: {
      pageId,
      askedBy: asker.actorId,
      dueOn: new Date('2026-12-03'),
      note: 'The legal part',
      createdAt: new Date(),
      people: { create: [{ personId: asked.id }] },
    },
  })
  await notifyOfRequest({ requestId: request.id })
  await notifyOfRequest({ requestId: request.id })
  expect(await told(asked)).toEqual([
    'You are asked to review this by 3 December 2026: The legal part. You were asked by name.',
  ])
  expect(await told(watcher)).toEqual([])
})

test('watchers are told with the reason when a page is withdrawn and when it is back', async () => {
  const { pageId, watcher, stranger } = await aWatchedPage()
  const moderator = await aPerson('moderator')
  for (const [kind, reason] of [
    ['withdrawn', 'The body asked for it'],
    ['returned', 'They agreed'],
  ] as const) {
    await db.pageEvent.create({
      data: { pageId, kind, actorId: moderator.actorId, reason, createdAt: new Date() },
    })
    await notifyOfFate({ pageId })
    await notifyOfFate({ pageId })
  }
  expect(await told(watcher)).toEqual([
    'Back after it was withdrawn: They agreed. You watch this page.',
    'Withdrawn: The body asked for it. You watch this page.',
  ])
  expect(await told(stranger)).toEqual([])
})
