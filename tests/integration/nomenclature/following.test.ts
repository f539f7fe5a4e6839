import { beforeAll, describe, expect, test } from 'vitest'
import { readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import { listNotifications } from '@/lib/following/notifications'
import { addWatch, listWatches, removeWatch, watchedRefs } from '@/lib/following/watches'
import { effectOf } from '@/lib/nomenclature/effect'
import { undoChange } from '@/lib/nomenclature/undo'
import { listPeople } from '@/lib/people/directory'
import { readPeopleFilter } from '@/lib/people/filter'
import { db } from '@/lib/platform/db'
import { listRecentChanges } from '@/lib/revisions/recent'
import { editStory } from '@/lib/stories/save'
import { findHeading, listStanding } from '@/lib/taxonomy/queries'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { pagesIn, searchFor } from '@/tests/support/search-for'
import {
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aStoryContent,
  theContentsTree,
  value,
} from '../../support/builders'
import { anAppliedChange, aProposal, standingOf } from '../../support/changes-of-headings'

beforeAll(theContentsTree)

const labelled = async (...categories: string[]) => (await aPublishedCaseStudy({ categories })).caseStudy
const headingsFor = async (words: string) => (await searchFor(words)).headings.map(({ code }) => code)
const found = async (words: string) => pagesIn((await searchFor(words)).hits).map(({ id }) => id)
const toldTo = async (viewer: SignedIn) => (await listNotifications(viewer, 1)).rows
const listed = async (category: string) =>
  (await listCaseStudies(readFilter({ category }))).rows.map(({ id }) => id)

describe('after a merge', () => {
  test('old addresses, filters, searches and names arrive at what it became', async () => {
    const caseStudy = await labelled('D15')
    await drainOutbox()
    expect(await found('charging points')).toEqual([caseStudy.id])
    await anAppliedChange({ kind: 'merge', from: ['D15'], into: 'D14' })
    await drainOutbox()

    const old = await findHeading('d15')
    expect(old?.heading.retiredAt).toBeTruthy()
    expect(old?.leadsTo.map(({ code }) => code)).toEqual(['D14'])
    expect(await listed('D15')).toEqual([caseStudy.id])
    expect(await listed('D14')).toEqual([caseStudy.id])
    expect(await headingsFor('Fleet and vehicles')).toEqual(['D14'])
    expect(await headingsFor('vans')).toEqual(['D14'])
    expect(await headingsFor('50100000')).toEqual(['D14'])
    expect(await found('fleet and vehicles')).toEqual([caseStudy.id])
    const recent = await listRecentChanges({
      ...{ page: 1, kind: null, withoutMinor: false, newOnly: false, organisation: null },
      category: 'D15',
    })
    expect(recent.changes).toHaveLength(1)
  })

  test('who watched the old heading is told of the change once and of new pages, and can stop', async () => {
    const [watcher, other] = [await aPerson(), await aPerson()]
    for (const ref of ['D23', 'D24']) value(await addWatch(watcher, { kind: 'category', ref }))
    value(await addWatch(other, { kind: 'category', ref: 'D22' }))
    const changeId = await anAppliedChange({ kind: 'merge', from: ['D23'], into: 'D24' })
    await drainOutbox()
    await labelled('D24')
    await drainOutbox()

    const told = await toldTo(watcher)
    expect(told.map(({ what, title }) => [what, title])).toEqual([
      ['New case study', 'Warm homes in small lots'],
      [
        'Headings changed',
        'Merge Education, skills and employment support into Arts, libraries, leisure and sport',
      ],
    ])
    expect(await toldTo(other)).toEqual([])
    expect((await listWatches(watcher)).map(({ name }) => name)).toContain(
      'Education, skills and employment support (now Arts, libraries, leisure and sport)',
    )

    await undoChange(await aPerson('admin'), { changeId, reason: 'Too wide' })
    await drainOutbox()
    expect((await toldTo(watcher))[0]).toMatchObject({
      what: 'Change of headings undone',
      note: 'Too wide',
    })
    expect(await watchedRefs(watcher)).toEqual(['category:D23', 'category:D24'])
  })

  test('a watch of the old heading alone follows, and stops with the new one', async () => {
    const watcher = await aPerson()
    value(await addWatch(watcher, { kind: 'category', ref: 'A4' }))
    await anAppliedChange({ kind: 'merge', from: ['A4'], into: 'A2' })
    expect(await watchedRefs(watcher)).toEqual(['category:A4', 'category:A2'])
    const page = await labelled('A2')
    await drainOutbox()
    expect((await toldTo(watcher)).map(({ pageId }) => pageId)).toContain(page.id)
    await removeWatch(watcher, { kind: 'category', ref: 'A2' })
    expect(await watchedRefs(watcher)).toEqual([])
  })

  test('people who offered help with it, and stories labelled with it, are found under what it became', async () => {
    await aPerson('contributor', { listed: true, handle: 'helper', helpCategories: ['C4'] } as never)
    const { author, content, story } = await aPublishedStory([(await labelled('C1')).id])
    const edit = { id: story.id, base: 1, note: 'Label', content: { ...content, categories: ['C4'] } }
    value((await editStory(author, edit)) as never)
    await anAppliedChange({ kind: 'merge', from: ['C4'], into: 'C3' })
    await drainOutbox()

    const people = await listPeople(readPeopleFilter({ category: 'C3' }))
    expect(
      people.map(({ handle, helpCategories }) => [handle, helpCategories.map(({ code }) => code)]),
    ).toEqual([['helper', ['C3']]])
    expect((await listStanding(['C4'])).map(({ code }) => code)).toEqual(['C3'])
    expect(await found('charity co-design')).toContain(story.id)
  })
})

test('a renamed heading is found by both names, and a watch of it goes on', async () => {
  const caseStudy = await labelled('E2')
  const watcher = await aPerson()
  value(await addWatch(watcher, { kind: 'category', ref: 'E2' }))
  await anAppliedChange({ kind: 'rename', code: 'E2', name: 'Lifetime cost' })
  await drainOutbox()
  expect(await headingsFor('Lifetime cost')).toEqual(['E2'])
  expect(await headingsFor('whole life cost and value')).toEqual(['E2'])
  expect(await found('lifetime cost')).toEqual([caseStudy.id])
  expect((await listWatches(watcher)).map(({ name, path }) => [name, path])).toEqual([
    ['Lifetime cost', '/categories/e2-lifetime-cost'],
  ])
})

test('a split sends each page to the default or where it was chosen to go, and an address to all of them', async () => {
  const [usual, chosen, both] = [await labelled('F12'), await labelled('F12'), await labelled('F12')]
  const into = [{ name: 'Handbooks' }, { name: 'Templates to copy' }]
  const changeId = await anAppliedChange({ kind: 'split', code: 'F12', into }, [
    { pageId: chosen.id, targets: [1] },
    { pageId: both.id, targets: [0, 1] },
  ])
  await drainOutbox()
  expect(await standingOf(usual.id)).toEqual(['F', 'F13*'])
  expect(await standingOf(chosen.id)).toEqual(['F', 'F14*'])
  expect(await standingOf(both.id)).toEqual(['F', 'F13*', 'F14*'])
  expect((await listed('F12')).sort()).toEqual([usual.id, chosen.id, both.id].sort())
  expect((await findHeading('F12'))?.leadsTo.map(({ code }) => code)).toEqual(['F13', 'F14'])
  expect((await found('templates copy')).sort()).toEqual([chosen.id, both.id].sort())

  // Merged once more: the choice is followed on.
  await anAppliedChange({ kind: 'merge', from: ['F14'], into: 'F4' })
  expect(await standingOf(chosen.id)).toEqual(['F', 'F4*'])
  expect(await undoChange(await aPerson('admin'), { changeId, reason: 'Back' })).toMatchObject({
    reason: 'built-upon',
  })
})

test('the effect of a proposal is counted before it is made, and nothing is written', async () => {
  const first = await labelled('D27', 'E6')
  await labelled('D27')
  const watcher = await aPerson()
  value(await addWatch(watcher, { kind: 'category', ref: 'D27' }))
  value(await addWatch(watcher, { kind: 'search', ref: 'supply teachers in leeds' }))
  await aPerson('contributor', { helpCategories: ['D27'] } as never)
  const { author, story } = await aPublishedStory([])
  const content = aStoryContent([], { categories: ['D27'] })
  value((await editStory(author, { id: story.id, base: 1, note: 'Label', content })) as never)
  const before = await db.category.findMany({ orderBy: { code: 'asc' } })

  const effect = await effectOf(aProposal({ kind: 'merge', from: ['D27'], into: 'D25' }))
  expect(effect).toMatchObject({ caseStudies: 2, stories: 1, savedSearches: 1, watches: 1, people: 1 })
  expect(effect.examples.find(({ id }) => id === first.id)).toMatchObject({
    before: ['Agency staff and HR', 'Monitoring and KPIs'],
    after: ['Professional services and research', 'Monitoring and KPIs'],
  })
  expect(await effectOf(aProposal({ kind: 'add', parent: 'D', name: 'Ferries' }))).toMatchObject({
    caseStudies: 0,
  })
  expect(await db.category.findMany({ orderBy: { code: 'asc' } })).toEqual(before)
})
