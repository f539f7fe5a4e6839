import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { commentsMax } from '@/lib/discussions/limits'
import { openThread } from '@/lib/discussions/open-thread'
import { commentPath, discussionPath } from '@/lib/discussions/paths'
import { countOpenThreads, findThread, listThreads } from '@/lib/discussions/queries'
import { reopenThread } from '@/lib/discussions/reopen-thread'
import { reply } from '@/lib/discussions/reply'
import { resolveThread } from '@/lib/discussions/resolve-thread'
import { newReply, newThread } from '@/lib/discussions/schema'
import { findShownPage } from '@/lib/discussions/shown-page'
import { TALK_FIELDS } from '@/lib/discussions/vocabulary'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import {
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aStoryContent,
  theContentsTree,
  value,
} from '@/tests/support/builders'

let ann: SignedIn
let bob: SignedIn
let newcomer: SignedIn

beforeAll(async () => {
  await theContentsTree()
  ann = await aPerson()
  bob = await aPerson()
  newcomer = await aPerson('pending')
})

const QUESTION = { field: 'impact', title: 'How warm?', body: 'How *warm* did they get?' }

async function aThread(by: SignedIn = ann, facts: Partial<typeof QUESTION> = {}) {
  const { caseStudy, author } = await aPublishedCaseStudy()
  const written = value(await openThread(by, { page: caseStudy.id, ...QUESTION, ...facts }))
  return { author, caseStudy, ...written }
}

async function shown(id: number) {
  const page = await findShownPage(id)
  if (!page) throw new Error('the page is not shown')
  return page
}

async function talkOf(id: number, field?: string) {
  return listThreads(null, await shown(id), { field, page: 1 })
}

async function jobsFor(comment: number) {
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'comment.written' AND (j.payload->>'commentId')::int = ${comment}`
  return Number(rows[0]?.count)
}

describe('opening a thread', () => {
  test('everybody reads it, with its part, its version, its author and its Markdown as safe HTML', async () => {
    const { caseStudy, thread, comment } = await aThread(ann, {
      body: 'How *warm*? <script>alert(1)</script>',
    })
    const talk = await talkOf(caseStudy.id)
    expect(talk.open).toMatchObject([
      { id: thread, field: 'impact', title: 'How warm?', number: 1, outdated: false, resolved: null },
    ])
    const [first] = talk.open[0]?.comments ?? []
    expect(first).toMatchObject({ id: comment, author: { name: ann.name, handle: null }, removed: null })
    expect(first?.html).toContain('<em>warm</em>')
    expect(first?.html).not.toContain('script')
    expect(await jobsFor(comment)).toBe(1)
  })

  test('a thread about the page as a whole, and one about a change story', async () => {
    const { caseStudy } = await aThread(newcomer, { field: '' })
    expect((await talkOf(caseStudy.id)).open).toMatchObject([{ field: '', outdated: false }])
    const { story } = await aPublishedStory([caseStudy.id])
    const about = { page: story.id, field: 'stages', title: 'When?', body: 'When was it split?' }
    const { page, thread, comment } = value(await openThread(ann, about))
    expect(commentPath(page, { thread, comment })).toBe(
      `/stories/${story.id}-${story.slug}/discussion/${thread}#comment-${comment}`,
    )
  })

  test('a page that is not there or is withdrawn, and a part that it has not, are refused', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    expect(await openThread(ann, { page: 999_999, ...QUESTION })).toEqual(refused('not-found'))
    const stage = { ...QUESTION, page: caseStudy.id, field: 'stages' }
    expect(await openThread(ann, stage)).toEqual(refused('unknown-field'))
    await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
    expect(await openThread(ann, { page: caseStudy.id, ...QUESTION })).toEqual(refused('not-found'))
    expect(await db.thread.count({ where: { pageId: caseStudy.id } })).toBe(0)
  })

  test.each([
    [{ body: ' ' }, 'Write your comment'],
    [{ body: 'x'.repeat(4001) }, 'Your comment must be 4,000 characters or fewer. It has 4,001'],
    [{ body: 'a\u0000b' }, 'Your comment contains a character that cannot be kept'],
    [{ title: '' }, 'Say in a few words what it is about'],
    [{ title: 'x'.repeat(121) }, 'What it is about must be 120 characters or fewer. It has 121'],
  ])('%j is sent back', (change, message) => {
    const read = newThread.safeParse({ page: '1', ...QUESTION, ...change })
    expect(read.error?.issues[0]?.message).toContain(message)
    expect(newThread.safeParse({ page: '1', ...QUESTION }).success).toBe(true)
  })

  test('every part that can be discussed is a part of the content', () => {
    for (const name of TALK_FIELDS.case_study) expect(Object.keys(caseStudyContent.shape)).toContain(name)
    for (const name of TALK_FIELDS.story) expect(Object.keys(aStoryContent([]))).toContain(name)
  })
})

describe('replying', () => {
  test('a new comment brings its thread to the top; the long middle is left to the thread’s own page', async () => {
    const { caseStudy, thread } = await aThread()
    const second = value(await openThread(bob, { page: caseStudy.id, ...QUESTION, field: 'context' }))
    expect((await talkOf(caseStudy.id)).open.map(({ id }) => id)).toEqual([second.thread, thread])

    for (const body of ['One', 'Two', 'Three', 'Four', 'Five']) value(await reply(newcomer, { thread, body }))
    const [top] = (await talkOf(caseStudy.id)).open
    expect(top).toMatchObject({ id: thread, commentCount: 6 })
    expect(top?.comments.map(({ html }) => html)).toEqual([
      '<p>How <em>warm</em> did they get?</p>',
      '<p>Three</p>',
      '<p>Four</p>',
      '<p>Five</p>',
    ])
    expect((await findThread(null, await shown(caseStudy.id), thread))?.comments).toHaveLength(6)
  })

  test('a thread that is not there, resolved or full takes no reply', async () => {
    const { thread } = await aThread()
    expect(await reply(bob, { thread: 999_999, body: 'Hello' })).toEqual(refused('not-found'))
    value(await resolveThread(bob, thread))
    expect(await reply(bob, { thread, body: 'Hello' })).toEqual(refused('resolved'))
    value(await reopenThread(bob, thread))
    value(await reply(bob, { thread, body: 'Hello' }))

    const filler = { threadId: thread, actorId: bob.actorId, body: 'x', html: '<p>x</p>', createdAt: now() }
    await db.comment.createMany({ data: Array.from({ length: commentsMax - 2 }, () => filler) })
    expect(await reply(bob, { thread, body: 'One too many' })).toEqual(refused('full'))
    expect(newReply.safeParse({ thread, body: '' }).error?.issues[0]?.message).toBe('Write your comment')
  })

  test('a reply and a resolution at once: the reply is kept or refused, never lost in between', async () => {
    const { caseStudy, thread } = await aThread()
    const outcomes = await Promise.all([
      resolveThread(bob, thread),
      ...Array.from({ length: 6 }, (_, index) => reply(ann, { thread, body: `Reply ${index}` })),
    ])
    const kept = outcomes.slice(1).filter(({ ok }) => ok).length
    const view = await findThread(null, await shown(caseStudy.id), thread)
    expect(view?.commentCount).toBe(1 + kept)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe('resolved')
  })
})

describe('resolving and reopening', () => {
  test('a resolved thread leaves the open ones, keeps its address, and comes back', async () => {
    const { caseStudy, thread, comment } = await aThread()
    expect(await countOpenThreads(caseStudy.id)).toEqual({ total: 1, byField: { impact: 1 } })
    value(await resolveThread(bob, thread))
    expect(await countOpenThreads(caseStudy.id)).toEqual({ total: 0, byField: {} })
    const talk = await talkOf(caseStudy.id)
    expect(talk.open).toEqual([])
    expect(talk.resolved).toMatchObject([
      { id: thread, commentCount: 1, resolved: { by: { name: bob.name } } },
    ])
    const view = await findThread(null, await shown(caseStudy.id), thread)
    expect(view?.comments.map(({ id }) => id)).toEqual([comment])

    value(await reopenThread(ann, thread))
    expect((await talkOf(caseStudy.id)).open).toMatchObject([{ id: thread, resolved: null }])
  })

  test('a new member settles only what they began', async () => {
    const { thread } = await aThread(ann)
    expect(await resolveThread(newcomer, thread)).toEqual(refused('not-allowed'))
    value(await resolveThread(ann, thread))
    expect(await reopenThread(newcomer, thread)).toEqual(refused('not-allowed'))
    const own = await aThread(newcomer)
    value(await resolveThread(newcomer, own.thread))
    value(await reopenThread(newcomer, own.thread))
    expect(await resolveThread(ann, 999_999)).toEqual(refused('not-found'))
    expect(await reopenThread(ann, 999_999)).toEqual(refused('not-found'))
  })

  test('the second of two who resolve changes nothing', async () => {
    const { caseStudy, thread } = await aThread()
    value(await resolveThread(ann, thread))
    value(await resolveThread(bob, thread))
    expect((await talkOf(caseStudy.id)).resolved[0]?.resolved?.by.name).toBe(ann.name)
  })
})

describe('when the text moves on', () => {
  test('only the threads about the changed field are outdated, and no longer once it says the same again', async () => {
    const { author, caseStudy, thread } = await aThread()
    const other = value(await openThread(bob, { page: caseStudy.id, ...QUESTION, field: 'context' }))
    const outdated = async () =>
      (await talkOf(caseStudy.id)).open.filter((view) => view.outdated).map(({ id }) => id)

    value(await editCaseStudy(author, anEditOf(caseStudy, { impact: 'Homes are 21 °C.' })))
    expect(await outdated()).toEqual([thread])
    expect(other.thread).not.toBe(thread)
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Warm' }), base: 2 }))
    expect(await outdated()).toEqual([])
  })
})

describe('finding the talk', () => {
  test('one field alone; the fields that were discussed; another page’s thread is not here', async () => {
    const { caseStudy, thread } = await aThread()
    value(await openThread(bob, { page: caseStudy.id, ...QUESTION, field: 'context' }))
    const impact = await talkOf(caseStudy.id, 'impact')
    expect(impact.open.map(({ id }) => id)).toEqual([thread])
    expect(impact.fields.sort()).toEqual(['context', 'impact'])
    expect(discussionPath(await shown(caseStudy.id), 'impact')).toMatch(/\/discussion\?field=impact$/)

    const elsewhere = await aPublishedCaseStudy()
    expect(await findThread(null, await shown(elsewhere.caseStudy.id), thread)).toBeNull()
    expect(await findThread(null, await shown(caseStudy.id), thread)).not.toBeNull()
  })

  test('the talk of a merged page is found on the page that it became part of, and goes on there', async () => {
    const { caseStudy, thread } = await aThread()
    const target = await aPublishedCaseStudy()
    await db.page.update({
      where: { id: caseStudy.id },
      data: { state: 'merged', mergedInto: target.caseStudy.id },
    })
    expect((await shown(caseStudy.id)).id).toBe(target.caseStudy.id)
    expect((await talkOf(target.caseStudy.id)).open).toMatchObject([{ id: thread, number: null }])
    expect(value(await reply(bob, { thread, body: 'Still here' })).page.id).toBe(target.caseStudy.id)
  })

  test('somebody who has left stays as a former contributor, without their name', async () => {
    const leaver = await aPerson()
    const { caseStudy } = await aThread(leaver)
    const author = async () => (await talkOf(caseStudy.id)).open[0]?.comments[0]?.author.name
    expect(await author()).toBe(leaver.name)
    await db.person.delete({ where: { id: leaver.id } })
    expect(await author()).toBe('A former contributor')
  })
})
