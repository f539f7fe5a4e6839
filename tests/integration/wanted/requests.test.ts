import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listNotifications } from '@/lib/following/notifications'
import { daysAfter, today } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { use } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'
import { countByArea, findWantedUnder } from '@/lib/wanted/areas'
import { askFor } from '@/lib/wanted/ask'
import { becomeWanted } from '@/lib/wanted/become-wanted'
import { claimWanted, giveBack } from '@/lib/wanted/claim'
import { closeWanted, hideWanted } from '@/lib/wanted/close'
import { answerWithNewPage, offerPage } from '@/lib/wanted/offer-page'
import { findWanted, listWanted } from '@/lib/wanted/queries'
import { reopenWanted } from '@/lib/wanted/reopen'
import { newRequest } from '@/lib/wanted/schema'
import { withdrawWanted } from '@/lib/wanted/withdraw'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)
beforeEach(async () => {
  await db.$executeRaw`TRUNCATE wanted CASCADE`
})

const dueOn = daysAfter(today(), 30)
const aRequest = (changes: object = {}) =>
  newRequest.parse({
    title: 'A vending contract with healthy food',
    purpose: 'We let one next spring.',
    lookingFor: 'case',
    categories: ['D10'],
    nation: 'Wales',
    bodyGroup: 'councils',
    ...changes,
  })

async function asked(changes: object = {}) {
  const asker = await aPerson()
  const { id } = value(await askFor(asker, aRequest(changes)))
  return { asker, id }
}

async function aClaimant(name: string, role: SignedIn['role'] = 'contributor') {
  const organisation = await anOrganisation(name)
  return { organisation, person: await aPerson(role, { organisationId: organisation.id } as never) }
}

const stateOf = async (id: number) => (await findWanted(null, id))?.state
const told = async (viewer: SignedIn) => {
  await drainOutbox()
  return (await listNotifications(viewer, 1)).rows.map(({ what, note, why }) => `${what}: ${note} (${why})`)
}

describe('asking', () => {
  test('puts a request on the list with who asks, once however often it is sent', async () => {
    const { asker, id } = await asked()
    expect(value(await askFor(asker, aRequest())).id).toBe(id)
    const { rows, total } = await listWanted(null, {
      state: 'open',
      category: 'D10',
      sort: 'newest',
      page: 1,
    })
    expect([total, rows[0]?.by?.name, rows[0]?.areas.map(({ code }) => code)]).toEqual([
      1,
      asker.name,
      ['D10'],
    ])
  })

  test('is for those who may publish, and for labels that exist', async () => {
    expect(await askFor(await aPerson('pending'), aRequest())).toEqual(refused('not-allowed'))
    expect(await askFor(await aPerson(), aRequest({ categories: ['D99'] }))).toEqual(refused('unknown-label'))
    expect(await db.wanted.count()).toBe(0)
  })

  test('says what is missing', () => {
    const read = newRequest.safeParse({ title: ' ', purpose: '', nation: 'Atlantis', categories: ['x'] })
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([
      'title',
      'purpose',
      'categories',
      'nation',
    ])
  })
})

describe('unanswered requests', () => {
  test('are counted by area, under every heading above, and no more once they are answered', async () => {
    const { asker, id } = await asked()
    await asked({ categories: ['D10', 'E3.2'] })
    const counts = async () =>
      Object.fromEntries((await countByArea()).map(({ code, count }) => [code, count]))
    expect(await counts()).toMatchObject({ D10: 2, E3: 1, 'E3.2': 1 })
    expect((await findWantedUnder('D')).total).toBe(2)
    value(await withdrawWanted(asker, { id }))
    expect(await counts()).toMatchObject({ D10: 1 })
  })
})

describe('claims', () => {
  test('are one a body: a second person of the same body is refused, another body is not', async () => {
    const { id } = await asked()
    const { organisation, person } = await aClaimant('First Council')
    const colleague = await aPerson('contributor', { organisationId: organisation.id } as never)
    const other = await aClaimant('Second Council')
    value(await claimWanted(person, { id, dueOn }))
    expect(await claimWanted(colleague, { id, dueOn })).toEqual(refused('claimed'))
    expect(await claimWanted(person, { id, dueOn })).toEqual(refused('claimed'))
    value(await claimWanted(other.person, { id, dueOn }))
    const names = (await findWanted(null, id))?.claims.map((claim) => claim.organisation.name)
    expect(names).toEqual(['First Council', 'Second Council'])
  })

  test('made by two people of one body at the same moment are one', async () => {
    const { id } = await asked()
    const { organisation, person } = await aClaimant('Third Council')
    const colleague = await aPerson('contributor', { organisationId: organisation.id } as never)
    const both = await Promise.all([person, colleague].map((it) => claimWanted(it, { id, dueOn })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('need a body and the right to publish', async () => {
    const { id } = await asked()
    expect(await claimWanted(await aPerson(), { id, dueOn })).toEqual(refused('no-organisation'))
    const pending = await aClaimant('Fourth Council', 'pending')
    expect(await claimWanted(pending.person, { id, dueOn })).toEqual(refused('not-allowed'))
    expect(await claimWanted(await aPerson(), { id: 999_999, dueOn })).toEqual(refused('no-organisation'))
  })

  test('are given back by whoever made them, a representative of the body or a moderator, not by others', async () => {
    const { id } = await asked()
    const { organisation, person } = await aClaimant('Fifth Council')
    const gift = { id, organisation: organisation.id }
    const colleague = await aPerson('contributor', { organisationId: organisation.id } as never)
    const representative = await aPerson('representative', { organisationId: organisation.id } as never)
    value(await claimWanted(person, { id, dueOn }))
    for (const other of [colleague, await aPerson(), await aPerson('representative')])
      expect(await giveBack(other, gift)).toEqual(refused('not-allowed'))
    value(await giveBack(representative, gift))
    expect(await giveBack(person, gift)).toEqual(refused('not-found'))
    value(await claimWanted(colleague, { id, dueOn }))
    value(await giveBack(colleague, gift))
    const kinds = (await findWanted(null, id))?.events.map(({ kind }) => kind)
    expect(kinds).toEqual(['asked', 'claimed', 'given-back', 'claimed', 'given-back'])
  })
})

describe('answers', () => {
  test('are offered by anybody who may publish and settled by whoever asked; both hear of it', async () => {
    const { asker, id } = await asked()
    const { caseStudy, author } = await aPublishedCaseStudy({ title: 'Healthy vending' })
    const { person } = await aClaimant('Sixth Council')
    value(await claimWanted(person, { id, dueOn }))
    const page = `/case-studies/${caseStudy.id}-healthy-vending`
    expect(value(await offerPage(author, { id, page, note: 'Ours', settles: true })).answered).toBe(false)
    expect(await stateOf(id)).toBe('open')
    expect(await offerPage(author, { id, page, note: '', settles: false })).toEqual(refused('offered'))
    value(await offerPage(asker, { id, page, note: '', settles: true }))
    expect((await findWanted(null, id))?.answer?.title).toBe('Healthy vending')
    expect(await offerPage(asker, { id, page, note: '', settles: true })).toEqual(refused('not-open'))
    expect(await told(asker)).toEqual([
      'A page was offered: Healthy vending. Ours (You asked for it.)',
      expect.stringMatching(/^Claimed: Sixth Council, by .* \(You asked for it\.\)$/),
    ])
    expect(await told(person)).toEqual([
      'Answered: Healthy vending (You said that your organisation would write it.)',
      'A page was offered: Healthy vending. Ours (You said that your organisation would write it.)',
    ])
    expect(await told(author)).toEqual([])
  })

  test('must be a page that is published', async () => {
    const { asker, id } = await asked()
    const { caseStudy } = await aPublishedCaseStudy()
    await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
    for (const page of [String(caseStudy.id), '999999', 'https://www.example.gov.uk/x'])
      expect(await offerPage(asker, { id, page, note: '', settles: true })).toEqual(refused('no-page'))
    const pending = await aPerson('pending')
    const given = { id, page: '1', note: '', settles: false }
    expect(await offerPage(pending, given)).toEqual(refused('not-allowed'))
    expect(await offerPage(asker, { ...given, id: 999_999 })).toEqual(refused('not-found'))
  })

  test('come of a case study written for it, whoever wrote it; and are taken back by whoever asked', async () => {
    const { asker, id } = await asked()
    const { caseStudy, author } = await aPublishedCaseStudy()
    value(await answerWithNewPage(author, { id, pageId: caseStudy.id }))
    expect(await stateOf(id)).toBe('answered')
    expect(await reopenWanted(author, { id })).toEqual(refused('not-allowed'))
    value(await reopenWanted(asker, { id }))
    expect(await reopenWanted(asker, { id })).toEqual(refused('open'))
    const found = await findWanted(null, id)
    expect([found?.state, found?.answer]).toEqual(['open', null])
  })
})

describe('leaving the list', () => {
  test('one withdraws one’s own request and nobody else’s', async () => {
    const { asker, id } = await asked()
    for (const other of [await aPerson(), await aPerson('moderator')])
      expect(await withdrawWanted(other, { id })).toEqual(refused('not-allowed'))
    value(await withdrawWanted(asker, { id }))
    expect(await withdrawWanted(asker, { id })).toEqual(refused('not-open'))
    value(await reopenWanted(asker, { id }))
    expect(await stateOf(id)).toBe('open')
  })

  test('moderators close with a reason; whoever asked hears of it and cannot open it again', async () => {
    const { asker, id } = await asked()
    expect(await closeWanted(asker, { id, reason: 'x' })).toEqual(refused('not-allowed'))
    value(await closeWanted(await aPerson('moderator'), { id, reason: 'It is no request.' }))
    expect(await reopenWanted(asker, { id })).toEqual(refused('not-allowed'))
    expect(await told(asker)).toEqual(['Closed by a moderator: It is no request. (You asked for it.)'])
  })

  test('what a moderator hides is there for moderators alone, and its words do not come back', async () => {
    await becomeWanted('rude words', 'searched')
    const { id } = await db.wanted.findFirstOrThrow()
    const moderator = await aPerson('moderator')
    expect(await hideWanted(await aPerson(), { id, reason: 'x' })).toEqual(refused('not-allowed'))
    value(await hideWanted(moderator, { id, reason: 'Rude' }))
    await becomeWanted('rude words', 'searched')
    const choice = { state: 'hidden', category: '', sort: 'newest', page: 1 } as const
    const member = await aPerson()
    expect([await findWanted(null, id), await findWanted(member, id)]).toEqual([null, null])
    expect((await listWanted(member, choice)).rows).toEqual([])
    expect((await listWanted(moderator, choice)).rows).toHaveLength(1)
    expect((await listWanted(null, { ...choice, state: 'open' })).rows).toEqual([])
    expect(await claimWanted((await aClaimant('Seventh Council')).person, { id, dueOn })).toEqual(
      refused('not-found'),
    )
    value(await reopenWanted(moderator, { id }))
    expect(await stateOf(id)).toBe('open')
  })
})

test('somebody who asks too often has to wait', async () => {
  const { id } = await aPerson()
  for (let time = 0; time < 20; time += 1) expect(await use('wanted', id)).toBe(0)
  expect(await use('wanted', id)).toBeGreaterThan(0)
  expect(await use('wanted', (await aPerson()).id)).toBe(0)
})

test('what happened to a request is never changed', async () => {
  await asked()
  await expect(db.wantedEvent.deleteMany()).rejects.toThrow('never changed')
  await expect(db.wantedEvent.updateMany({ data: { actorId: null } })).rejects.toThrow('never changed')
})
