import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { canSeeSubmission } from '@/lib/review/access'
import { acceptSubmission, declineSubmission } from '@/lib/review/decide'
import { changesOf, describe as describeSubmission } from '@/lib/review/describe'
import { countSubmissions, findSubmission, listOwnSubmissions, listSubmissions } from '@/lib/review/queries'
import { submitCaseStudy, submitStory } from '@/lib/review/submit'
import { findVisibleStory } from '@/lib/stories/queries'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aStoryContent,
  theContentsTree,
  titleOf,
  value,
} from '@/tests/support/builders'
import { searchFor } from '@/tests/support/search-for'

const NO_NAMES = { labels: new Map<string, string>(), fields: [] }

const ROLES = ['pending', 'contributor', 'representative', 'moderator', 'admin'] as const
let moderator: SignedIn

beforeAll(async () => {
  await theContentsTree()
  moderator = await aPerson('moderator')
})

async function aWaitingContribution(title = 'Wombat corridors') {
  const newcomer = await aPerson('pending')
  const { id } = value(
    await submitCaseStudy(newcomer, { content: aContent({ title }), page: null, note: 'My first' }),
  )
  return { newcomer, id }
}

async function aWaitingChange() {
  const { author, caseStudy } = await aPublishedCaseStudy()
  const newcomer = await aPerson('pending')
  const content = aContent({ title: 'Warmer homes' })
  const { id } = value(
    await submitCaseStudy(newcomer, { content, page: { id: caseStudy.id, base: 1 }, note: 'Better' }),
  )
  return { author, caseStudy, newcomer, id }
}

describe('a contribution that waits', () => {
  test('is not published anywhere', async () => {
    const before = await db.page.count()
    await aWaitingContribution('Echidna bridges')
    await drainOutbox()
    expect(await db.page.count()).toBe(before)
    expect((await searchFor('echidna')).total).toBe(0)
  })

  test('is seen by its author, by moderators and by administrators, and by nobody else', async () => {
    const { newcomer, id } = await aWaitingContribution()
    const viewers = [null, newcomer, ...(await Promise.all(ROLES.map((role) => aPerson(role))))]
    for (const viewer of viewers) {
      const who = viewer === newcomer ? 'author' : (viewer?.role ?? 'visitor')
      const sees = ['author', 'moderator', 'admin'].includes(who)
      expect([who, (await findSubmission(viewer, id)) !== null]).toEqual([who, sees])
      // The list and the page must not disagree about who may see what.
      const listed =
        viewer === newcomer ? await listOwnSubmissions(newcomer) : await listSubmissions(viewer, 'waiting')
      expect([who, listed.some((row) => row.id === id)]).toEqual([
        who,
        canSeeSubmission(viewer, { contributorId: newcomer.id }),
      ])
      expect((await countSubmissions(viewer)).waiting > 0).toBe(['moderator', 'admin'].includes(who))
    }
  })

  test('with a label that nobody made is refused', async () => {
    const outcome = await submitCaseStudy(await aPerson('pending'), {
      content: aContent({ categories: ['D99'] }),
      page: null,
      note: 'x',
    })
    expect(outcome).toEqual(refused('unknown-label'))
  })

  test('shows a moderator what it says and what it would change', async () => {
    const { id } = await aWaitingChange()
    const submission = await findSubmission(moderator, id)
    if (!submission?.head) throw new Error('nothing to compare with')
    expect(changesOf(submission, submission.head, NO_NAMES).fields.map(({ label }) => label)).toEqual([
      'Title',
    ])
    expect(describeSubmission(submission, NO_NAMES)[0]).toMatchObject({
      label: 'Title',
      paragraphs: ['Warmer homes'],
    })
  })
})

describe('deciding', () => {
  test.each(['pending', 'contributor', 'representative', 'admin'] as const)(
    'is not for the role %s',
    async (role) => {
      const { id } = await aWaitingContribution()
      const viewer = await aPerson(role)
      expect(await acceptSubmission(viewer, { id, reason: '' })).toEqual(refused('not-allowed'))
      expect(await declineSubmission(viewer, { id, reason: 'No' })).toEqual(refused('not-allowed'))
      expect(await db.submission.findUnique({ where: { id } })).toMatchObject({
        state: 'waiting',
        decidedById: null,
      })
    },
  )

  test('on one’s own contribution is not for moderators either', async () => {
    const own = value(await submitCaseStudy(moderator, { content: aContent(), page: null, note: 'x' }))
    expect(await acceptSubmission(moderator, { id: own.id, reason: '' })).toEqual(refused('not-allowed'))
    expect(await declineSubmission(moderator, { id: own.id, reason: 'x' })).toEqual(refused('not-allowed'))
  })

  test('accepting publishes it under the name of its author', async () => {
    const { newcomer, id } = await aWaitingContribution('Numbat nests')
    const published = value(await acceptSubmission(moderator, { id, reason: '' }))
    expect(await findVisibleCaseStudy(published.id)).toMatchObject({
      content: { title: 'Numbat nests' },
      authors: [{ name: newcomer.name }],
    })
    expect(await listOwnSubmissions(newcomer)).toMatchObject([
      { state: 'accepted', decidedBy: moderator.name },
    ])
    await drainOutbox()
    expect((await searchFor('numbat')).total).toBe(1)
  })

  test('accepting a change adds a revision by its author', async () => {
    const { author, caseStudy, newcomer, id } = await aWaitingChange()
    value(await acceptSubmission(moderator, { id, reason: '' }))
    expect(await titleOf(caseStudy)).toBe('Warmer homes')
    expect((await findVisibleCaseStudy(caseStudy.id))?.authors.map(({ name }) => name)).toEqual([
      author.name,
      newcomer.name,
    ])
  })

  test('a story and a private address go the same way', async () => {
    const newcomer = await aPerson('pending')
    const story = value(await submitStory(newcomer, { content: aStoryContent([]), page: null, note: 'x' }))
    expect(
      await findVisibleStory(value(await acceptSubmission(moderator, { id: story.id, reason: '' })).id),
    ).not.toBeNull()
    const contact = {
      name: 'Team',
      organisation: '',
      email: 'hidden@example.gov.uk',
      phone: '',
      byForm: true,
    }
    const kept = value(
      await submitCaseStudy(newcomer, { content: aContent({ contact }), page: null, note: 'x' }),
    )
    expect(JSON.stringify(await findSubmission(moderator, kept.id))).not.toContain('hidden@')
    const { id } = value(await acceptSubmission(moderator, { id: kept.id, reason: '' }))
    expect(await db.privateContact.findUnique({ where: { pageId: id } })).toMatchObject({
      email: 'hidden@example.gov.uk',
    })
  })

  test('declining keeps the reason for its author', async () => {
    const { newcomer, id } = await aWaitingContribution()
    value(await declineSubmission(moderator, { id, reason: 'Which council was it?' }))
    expect(await listOwnSubmissions(newcomer)).toMatchObject([
      { state: 'declined', reason: 'Which council was it?' },
    ])
    expect(await acceptSubmission(moderator, { id, reason: '' })).toEqual(refused('decided'))
    expect(await acceptSubmission(moderator, { id: 999_999, reason: '' })).toEqual(refused('not-found'))
  })

  test('of many moderators at once, one decides and it is published once', async () => {
    const { id } = await aWaitingContribution('Bilby burrows')
    const moderators = await Promise.all(Array.from({ length: 6 }, () => aPerson('moderator')))
    const outcomes = await Promise.all(
      moderators.map((viewer, index) =>
        index % 2
          ? declineSubmission(viewer, { id, reason: 'No' })
          : acceptSubmission(viewer, { id, reason: '' }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'decided')).toHaveLength(5)
    const { state } = await db.submission.findUniqueOrThrow({ where: { id } })
    expect(await db.caseStudy.count({ where: { title: 'Bilby burrows' } })).toBe(state === 'accepted' ? 1 : 0)
  })

  test('a page whose same words have changed refuses the change, which stays waiting', async () => {
    const { author, caseStudy, id } = await aWaitingChange()
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Meanwhile' })))
    expect(await acceptSubmission(moderator, { id, reason: '' })).toEqual(refused('conflict'))
    expect(await titleOf(caseStudy)).toBe('Meanwhile')
    expect(await findSubmission(moderator, id)).toMatchObject({
      state: 'waiting',
      decidedAt: null,
      decidedBy: null,
      reason: '',
    })
  })
})
