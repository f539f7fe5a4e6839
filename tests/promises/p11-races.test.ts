import { beforeAll, expect, test } from 'vitest'
import { addFavourite } from '@/lib/favourites/favourites'
import { addWatch } from '@/lib/following/watches'
import { mergePages } from '@/lib/pages/merge'
import { returnPage } from '@/lib/pages/return'
import { unmergePage } from '@/lib/pages/unmerge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { acceptSubmission } from '@/lib/review/decide'
import { submitCaseStudy } from '@/lib/review/submit'
import { verifyChains } from '@/lib/revisions/verify'
import { editStory } from '@/lib/stories/save'
import type { SignedIn } from '@/lib/users/access'
import {
  aContent,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aStoryContent,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { size } from '@/tests/support/size'

// P11: every check before a write is one transaction or a constraint. Each race is run many times, three at once.
const times = size({ suite: 20, full: 1000 })
const reason = 'A reason of some length'

let moderators: SignedIn[]

beforeAll(async () => {
  await theContentsTree()
  moderators = [await aPerson('moderator'), await aPerson('moderator'), await aPerson('moderator')]
})

/** How many of three who do the same thing at once are told that they did it. */
async function winners(race: (person: SignedIn, index: number) => Promise<{ ok: boolean }>): Promise<number> {
  const outcomes = await Promise.all(moderators.map(race))
  return outcomes.filter(({ ok }) => ok).length
}

async function run(name: string, race: (round: number) => Promise<void>) {
  for (let round = 1; round <= times; round++) await race(round)
  console.log(`P11 ${name}: ${times} races, 0 broken`)
}

test('the same favourite three times is one favourite', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const person = await aPerson()
  await run('same favourite', async () => {
    expect(await winners(() => addFavourite(person, caseStudy.id))).toBe(3)
    expect(await db.favourite.deleteMany({ where: { personId: person.id } })).toEqual({ count: 1 })
  })
})

test('the same watch three times is one watch', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const person = await aPerson()
  await run('same watch', async () => {
    expect(await winners(() => addWatch(person, { kind: 'page', ref: String(caseStudy.id) }))).toBe(3)
    expect(await db.watch.deleteMany({ where: { personId: person.id } })).toEqual({ count: 1 })
  })
})

test('a contribution that three moderators accept is published once', async () => {
  const newcomer = await aPerson('pending')
  await run('double accept', async (round) => {
    const content = aContent({ title: `Contribution ${round}` })
    const { id } = value(await submitCaseStudy(newcomer, { content, note: 'First version', page: null }))
    expect(await winners((moderator) => acceptSubmission(moderator, { id, reason: '' }))).toBe(1)
    expect(await db.caseStudy.count({ where: { title: content.title } })).toBe(1)
  })
  expect(await db.page.count({ where: { headNumber: 0 } })).toBe(0)
})

test('a page that three moderators withdraw and bring back is withdrawn once and back once', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const { id } = caseStudy
  await run('double withdraw and return', async (round) => {
    expect(await winners((moderator) => withdrawPage(moderator, { id, reason }))).toBe(1)
    expect(await db.caseStudy.count({ where: { pageId: id } })).toBe(0)
    expect(await winners((moderator) => returnPage(moderator, { id, reason }))).toBe(1)
    expect(await db.caseStudy.count({ where: { pageId: id } })).toBe(1)
    expect(await db.pageEvent.count({ where: { pageId: id } })).toBe(2 * round)
  })
})

test('of three merges in a circle two are done, and nothing leads in a circle', async () => {
  const pages = await Promise.all([1, 2, 3].map(async () => (await aPublishedCaseStudy()).caseStudy.id))
  const { story } = await aPublishedStory(pages)
  await run('merges in a circle', async () => {
    const merge = (moderator: SignedIn, index: number) =>
      mergePages(moderator, { id: pages[index] as number, into: pages[(index + 1) % 3] as number, reason })
    const done = await winners(merge)
    expect([1, 2]).toContain(done)
    const live = await db.page.findMany({ where: { id: { in: pages }, state: 'live' } })
    expect(live).toHaveLength(3 - done)
    const links = await db.stageCaseStudy.findMany({ where: { storyId: story.id } })
    expect(links.map(({ caseStudyId }) => caseStudyId).sort()).toEqual(live.map(({ id }) => id).sort())
    for (const id of pages) await unmergePage(moderators[0] as SignedIn, { id, reason })
    expect(await db.stageCaseStudy.count({ where: { storyId: story.id } })).toBe(3)
  })
})

test('a story saved while its case study is withdrawn and brought back shows what is there', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const { author, story } = await aPublishedStory([caseStudy.id])
  const [moderator] = moderators as [SignedIn]
  await run('story against withdrawal', async (round) => {
    const content = aStoryContent([caseStudy.id], { title: `Story ${round}` })
    const save = editStory(author, { id: story.id, base: round, content, note: 'A note' })
    const outcomes = await Promise.all([save, withdrawPage(moderator, { id: caseStudy.id, reason })])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(await db.stageCaseStudy.count({ where: { storyId: story.id } })).toBe(0)
    value(await returnPage(moderator, { id: caseStudy.id, reason }))
    expect(await db.stageCaseStudy.count({ where: { storyId: story.id } })).toBe(1)
  })
  expect((await verifyChains()).faults).toEqual([])
})
