import { beforeAll, describe, expect, test } from 'vitest'
import { answerRequest } from '@/lib/discussions/answer-request'
import { listThreads } from '@/lib/discussions/queries'
import { reviewAnswer } from '@/lib/discussions/schema'
import { findShownPage, type ShownPage } from '@/lib/discussions/shown-page'
import { dateOfDay, dayOfDate, today, yearAfter } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { listAskable, listAskedOf, listOpenReviews, listRequests } from '@/lib/review/requests'
import { askForReview } from '@/lib/review/requests-ask'
import { closeRequest } from '@/lib/review/requests-close'
import { reviewRequest } from '@/lib/review/requests-schema'
import type { SignedIn } from '@/lib/users/access'
import { aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'

let asker: SignedIn
let listed: SignedIn
let unlisted: SignedIn

beforeAll(async () => {
  await theContentsTree()
  asker = await aPerson()
  listed = await aPerson('contributor', { name: 'Ann Smith', listed: true })
  unlisted = await aPerson('contributor', { name: 'Bob Jones' })
})

function daysFromNow(days: number): string {
  const date = dateOfDay(today())
  date.setUTCDate(date.getUTCDate() + days)
  return dayOfDate(date)
}

async function aRequest(people: string[] = ['Ann Smith', unlisted.handle]) {
  const { caseStudy } = await aPublishedCaseStudy()
  const asked = { page: caseStudy.id, people, dueOn: daysFromNow(7), note: 'Look at the figures.' }
  const { request } = value(await askForReview(asker, asked))
  return { page: caseStudy.id, request }
}

async function emailOf({ id }: SignedIn): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { id } })).email
}

async function threadsOf(page: number) {
  return (await listThreads(null, (await findShownPage(page)) as ShownPage, { page: 1 })).open
}

const RIGHT = { answer: 'right' as const, body: '' }

describe('asking', () => {
  test('the page says until when it is in review, and names only people who are listed', async () => {
    const { page, request } = await aRequest()
    expect(await listOpenReviews(page)).toEqual([
      { id: request, dueOn: daysFromNow(7), names: ['Ann Smith', null] },
    ])
    const jobs = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'review.asked' AND (j.payload->>'requestId')::int = ${request}`
    expect(jobs).toHaveLength(1)
  })

  test('people are found by what the list offers, by handle, by address and by listed name, once each', async () => {
    const address = (await emailOf(unlisted)).toUpperCase()
    const names = [`Ann Smith (${listed.handle})`, listed.handle, 'ann smith', unlisted.handle, address]
    const { page } = await aRequest(names)
    expect((await listOpenReviews(page))[0]?.names).toEqual(['Ann Smith', null])
    expect((await listAskable()).map(({ handle }) => handle)).toContain(listed.handle)
    expect((await listAskable()).map(({ handle }) => handle)).not.toContain(unlisted.handle)
  })

  test('the name of somebody unlisted, somebody unknown, somebody suspended and oneself are refused', async () => {
    const suspended = await aPerson('contributor', { suspendedAt: new Date() })
    const { caseStudy } = await aPublishedCaseStudy()
    const asked = { page: caseStudy.id, dueOn: daysFromNow(1), note: '' }
    for (const name of ['Bob Jones', 'nobody@example.gov.uk', suspended.handle])
      expect(await askForReview(asker, { ...asked, people: [listed.handle, name] })).toEqual({
        ...refused('unknown-person'),
        names: [name],
      })
    expect(await askForReview(asker, { ...asked, people: [asker.handle] })).toEqual(refused('yourself'))
    expect(await askForReview(asker, { ...asked, page: 999_999, people: [listed.handle] })).toEqual(
      refused('not-found'),
    )
    expect(await listOpenReviews(caseStudy.id)).toEqual([])
  })

  test('a new member asks listed people, and is told the same whether an address has an account or not', async () => {
    const newcomer = await aPerson('pending')
    const { caseStudy } = await aPublishedCaseStudy()
    const asked = { page: caseStudy.id, dueOn: daysFromNow(1), note: '' }
    const known = [await emailOf(unlisted), await emailOf(listed), unlisted.handle]
    for (const name of [...known, 'nobody@example.gov.uk'])
      expect(await askForReview(newcomer, { ...asked, people: [name] })).toEqual({
        ...refused('unknown-person'),
        names: [name],
      })
    value(await askForReview(newcomer, { ...asked, people: ['Ann Smith'] }))
  })

  test.each([
    [{ dueOn: '' }, 'Say by which day'],
    [{ dueOn: '2027-02-30' }, 'The day must be a real date, like 2027-01-22'],
    [{ dueOn: 'next week' }, 'The day must be a real date, like 2027-01-22'],
    [{ dueOn: today() }, 'The day must be in the future'],
    [{ dueOn: daysFromNow(367) }, 'The day must be within a year'],
    [{ people: ['', ' '] }, 'Name at least one person'],
    [{ people: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'Name at most 5 people'],
    [{ note: 'x'.repeat(1001) }, 'The note must be 1,000 characters or fewer'],
  ])('%j is sent back', (change, message) => {
    const good = { page: '1', people: ['ann', ''], dueOn: yearAfter(today()), note: '' }
    expect(reviewRequest.parse(good).people).toEqual(['ann'])
    expect(reviewRequest.safeParse({ ...good, ...change }).error?.issues[0]?.message).toContain(message)
  })

  test('a review whose day has passed is no longer announced, and shows as late to those asked', async () => {
    const { page, request } = await aRequest()
    await db.reviewRequest.update({
      where: { id: request },
      data: { dueOn: dateOfDay(daysFromNow(-1)) },
    })
    expect(await listOpenReviews(page)).toEqual([])
    const own = (await listAskedOf(listed)).find(({ id }) => id === request)
    expect(own).toMatchObject({ past: true, askedBy: asker.name, note: 'Look at the figures.' })
  })
})

describe('answering', () => {
  test('comments become a thread; the last answer closes the request', async () => {
    const { page, request } = await aRequest()
    const comments = { request, answer: 'comments' as const, body: 'The **saving** has no source.' }
    value(await answerRequest(listed, comments))
    expect(await threadsOf(page)).toMatchObject([
      { title: 'Review: comments', comments: [{ author: { name: 'Ann Smith' } }] },
    ])
    expect(await listOpenReviews(page)).toHaveLength(1)
    expect(value(await answerRequest(unlisted, { request, ...RIGHT })).thread).toBeNull()
    expect(await listOpenReviews(page)).toEqual([])
    expect(await listRequests(null, page)).toMatchObject([
      { state: 'closed', people: [{ answer: 'comments' }, { answer: 'right' }] },
    ])
    expect((await listAskedOf(listed)).map(({ id }) => id)).not.toContain(request)
  })

  test('words beside “it looks right” are not lost', async () => {
    const { page, request } = await aRequest()
    value(await answerRequest(listed, { request, answer: 'right', body: 'Well told.' }))
    expect(await threadsOf(page)).toMatchObject([{ title: 'Review: it looks right' }])
  })

  test('two last answers at once close the request', async () => {
    const { request } = await aRequest()
    const answers = [listed, unlisted].map((person) => answerRequest(person, { request, ...RIGHT }))
    for (const outcome of await Promise.all(answers)) expect(outcome.ok).toBe(true)
    expect((await db.reviewRequest.findUniqueOrThrow({ where: { id: request } })).closedAt).not.toBeNull()
  })

  test('who was not asked, has answered, or comes after the end is refused', async () => {
    const { page, request } = await aRequest()
    expect(await answerRequest(asker, { request, ...RIGHT })).toEqual(refused('not-found'))
    expect(await answerRequest(listed, { request: 999_999, ...RIGHT })).toEqual(refused('not-found'))
    value(await answerRequest(listed, { request, ...RIGHT }))
    expect(await answerRequest(listed, { request, ...RIGHT })).toEqual(refused('answered'))
    value(await closeRequest(asker, request))
    const late = { request, answer: 'comments' as const, body: 'Too late' }
    expect(await answerRequest(unlisted, late)).toEqual(refused('closed'))
    expect(await threadsOf(page)).toEqual([])
  })

  test('an answer without a choice, or “I have comments” without any, is sent back', () => {
    expect(reviewAnswer.safeParse({ request: 1 }).error?.issues[0]?.message).toContain('Choose “It looks')
    expect(reviewAnswer.safeParse({ request: 1, answer: 'comments' }).error?.issues[0]).toMatchObject({
      path: ['body'],
    })
    expect(reviewAnswer.safeParse({ request: 1, answer: 'right' }).success).toBe(true)
  })
})

describe('seeing and closing', () => {
  test('the note is for those concerned; whoever asked sees every name', async () => {
    const { page } = await aRequest()
    const moderator = await aPerson('moderator')
    for (const viewer of [asker, listed, unlisted, moderator])
      expect((await listRequests(viewer, page))[0]?.note, viewer.name).toBe('Look at the figures.')
    for (const viewer of [null, await aPerson()]) expect((await listRequests(viewer, page))[0]?.note).toBe('')
    const names = async (viewer: SignedIn | null) =>
      (await listRequests(viewer, page))[0]?.people.map(({ name }) => name)
    expect(await names(asker)).toEqual(['Ann Smith', 'Bob Jones'])
    expect(await names(unlisted)).toEqual(['Ann Smith', 'Bob Jones'])
    expect(await names(listed)).toEqual(['Ann Smith', null])
    expect(await names(null)).toEqual(['Ann Smith', null])
    expect((await listRequests(null, page))[0]).toMatchObject({ askedBy: null, mayClose: false })
  })

  test('only whoever asked, or a moderator, closes a request', async () => {
    const { page, request } = await aRequest()
    expect(await closeRequest(listed, request)).toEqual(refused('not-allowed'))
    expect(await closeRequest(await aPerson('admin'), request)).toEqual(refused('not-allowed'))
    expect(await closeRequest(asker, 999_999)).toEqual(refused('not-found'))
    expect(await listOpenReviews(page)).toHaveLength(1)
    value(await closeRequest(asker, request))
    expect(await listOpenReviews(page)).toEqual([])
    const other = await aRequest()
    value(await closeRequest(await aPerson('moderator'), other.request))
    expect(await listOpenReviews(other.page)).toEqual([])
  })
})
