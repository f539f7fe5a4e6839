import { beforeAll, expect, test } from 'vitest'
import { closeReport, listOpenReports } from '@/lib/contact/reports'
import { commentOnForm } from '@/lib/discussions/comment-on-form'
import { openThread } from '@/lib/discussions/open-thread'
import { findThread } from '@/lib/discussions/queries'
import { removeComment } from '@/lib/discussions/remove-comment'
import { reportComment } from '@/lib/discussions/report-comment'
import { commentRemoval, commentReport, formComment } from '@/lib/discussions/schema'
import { findShownPage, type ShownPage } from '@/lib/discussions/shown-page'
import { refused } from '@/lib/platform/outcome'
import type { SignedIn, Viewer } from '@/lib/users/access'
import { aPerson, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'

const OTHERS = ['pending', 'contributor', 'representative', 'admin'] as const
let ann: SignedIn
let moderator: SignedIn

beforeAll(async () => {
  await theContentsTree()
  ann = await aPerson()
  moderator = await aPerson('moderator')
})

async function aComment(body = 'Buy my blankets') {
  const { caseStudy } = await aPublishedCaseStudy()
  return value(await openThread(ann, { page: caseStudy.id, field: '', title: 'Blankets', body }))
}

async function commentAsSeenBy(viewer: Viewer, { page, thread }: { page: ShownPage; thread: number }) {
  return (await findThread(viewer, page, thread))?.comments[0]
}

async function reportsOn(comment: number, viewer: Viewer = moderator) {
  return (await listOpenReports(viewer)).filter((report) => report.comment?.id === comment)
}

test('a reported comment reaches the moderators with its place, and nobody else', async () => {
  const written = await aComment()
  const newcomer = await aPerson('pending')
  value(await reportComment(newcomer, { comment: written.comment, body: 'This is an advertisement.' }))
  expect(await reportsOn(written.comment)).toMatchObject([
    {
      kind: 'comment',
      body: 'This is an advertisement.',
      reporter: newcomer.name,
      page: { id: written.page.id, kind: 'case_study', title: 'Warm homes in small lots' },
      comment: { threadId: written.thread, body: 'Buy my blankets' },
    },
  ])
  for (const role of OTHERS) expect(await listOpenReports(await aPerson(role))).toEqual([])
  expect(await listOpenReports(null)).toEqual([])
})

test('closing is for moderators', async () => {
  const { comment } = await aComment()
  value(await reportComment(ann, { comment, body: 'Wrong' }))
  const [report] = await reportsOn(comment)
  for (const role of OTHERS) await closeReport(await aPerson(role), report?.id ?? 0)
  expect(await reportsOn(comment)).toHaveLength(1)
  await closeReport(moderator, report?.id ?? 0)
  expect(await reportsOn(comment)).toEqual([])
})

test('a removed comment leaves its place and the reason; only moderators still read it', async () => {
  const written = await aComment()
  value(await reportComment(ann, { comment: written.comment, body: 'Advertisement' }))
  expect(await commentAsSeenBy(null, written)).toMatchObject({
    html: '<p>Buy my blankets</p>',
    removed: null,
  })

  value(await removeComment(moderator, { comment: written.comment, reason: 'An advertisement' }))
  for (const viewer of [null, ann, await aPerson('admin')])
    expect(await commentAsSeenBy(viewer, written)).toMatchObject({ html: '', removed: 'An advertisement' })
  expect(await commentAsSeenBy(moderator, written)).toMatchObject({ html: '<p>Buy my blankets</p>' })
  expect(await reportsOn(written.comment)).toEqual([])

  value(await removeComment(moderator, { comment: written.comment, reason: 'Another reason' }))
  expect((await commentAsSeenBy(null, written))?.removed).toBe('An advertisement')
  expect(await reportComment(ann, { comment: written.comment, body: 'Again' })).toEqual(refused('removed'))
})

test('nobody but a moderator removes a comment, not even its author', async () => {
  const written = await aComment()
  const removal = { comment: written.comment, reason: 'No reason' }
  for (const viewer of [ann, ...(await Promise.all(OTHERS.map((role) => aPerson(role))))])
    expect(await removeComment(viewer, removal)).toEqual(refused('not-allowed'))
  expect((await commentAsSeenBy(null, written))?.html).toBe('<p>Buy my blankets</p>')
})

test('a comment that is not there is neither removed nor reported', async () => {
  expect(await removeComment(moderator, { comment: 999_999, reason: 'Gone' })).toEqual(refused('not-found'))
  expect(await reportComment(ann, { comment: 999_999, body: 'Gone' })).toEqual(refused('not-found'))
})

test('what does not work about the form reaches the moderators with its part', async () => {
  const { field, body } = formComment.parse({ field: 'results', body: 'No room for a range.' })
  await commentOnForm(ann, { field, body })
  const found = (await listOpenReports(moderator)).filter(({ kind }) => kind === 'form')
  expect(found).toMatchObject([{ field: 'results', body: 'No room for a range.', page: null, comment: null }])
})

test('words without a reason, a text or a known part are sent back', () => {
  expect(commentRemoval.safeParse({ comment: 1, reason: ' ' }).error?.issues[0]?.message).toContain('Say why')
  expect(commentReport.safeParse({ comment: 1, body: '' }).error?.issues[0]?.message).toContain(
    'what is wrong',
  )
  expect(formComment.safeParse({ field: 'nonsense', body: 'x' }).error?.issues[0]?.message).toBe(
    'Choose a part from the list',
  )
  expect(formComment.safeParse({ field: '', body: '' }).error?.issues[0]?.message).toContain('does not work')
})

test('the page of a thread can be read by its id', async () => {
  const { page } = await aComment()
  expect(await findShownPage(page.id)).toMatchObject({ kind: 'case_study', slug: page.slug, number: 1 })
  expect(await findShownPage(999_999)).toBeNull()
})
