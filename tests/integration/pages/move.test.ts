import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { addFavourite, favouriteIds, listFavourites, removeFavourite } from '@/lib/favourites/favourites'
import { mergePages } from '@/lib/pages/merge'
import { findPageState, listWithdrawn } from '@/lib/pages/queries'
import { returnPage } from '@/lib/pages/return'
import { unmergePage } from '@/lib/pages/unmerge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { findHead } from '@/lib/revisions/queries'
import { listRecentChanges } from '@/lib/revisions/recent'
import { findVisibleStory, knownLinks, listStories } from '@/lib/stories/queries'
import { editStory } from '@/lib/stories/save'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aStoryContent,
  aStranger,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'

const reason = 'It names people who asked not to be named'
let moderator: SignedIn

beforeAll(theContentsTree)
beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
  moderator = await aPerson('moderator')
})

/** Every row that readers are shown from, as it stands. */
async function everythingShown() {
  await drainOutbox()
  const tables = [
    `SELECT * FROM case_study ORDER BY page_id`,
    `SELECT * FROM case_study_category ORDER BY page_id, code`,
    `SELECT * FROM resource ORDER BY page_id, number`,
    `SELECT * FROM result ORDER BY page_id, position`,
    `SELECT * FROM legal_status ORDER BY page_id`,
    `SELECT * FROM story ORDER BY page_id`,
    `SELECT * FROM stage_case_study ORDER BY story_id, position, case_study_id`,
    `SELECT id, title, texts, words::text, facets, acl, favourites FROM search_document ORDER BY id`,
    `SELECT * FROM private_contact ORDER BY page_id`,
    `SELECT * FROM favourite ORDER BY person_id, page_id`,
    `SELECT page_id, number, hash FROM revision ORDER BY page_id, number`,
    `SELECT id, slug, state, merged_into, head_number FROM page ORDER BY id`,
  ]
  return Promise.all(tables.map((sql) => db.$queryRawUnsafe(sql)))
}

/** The pages whose versions stand among the newest changes. */
async function revisedPages() {
  const every = {
    page: 1,
    kind: null,
    withoutMinor: false,
    newOnly: false,
    category: null,
    organisation: null,
  }
  const { changes } = await listRecentChanges(every)
  return changes.filter((change) => change.event === undefined).map((change) => change.page.id)
}

describe('withdraw and return', () => {
  test('a withdrawn case study is in no list, story, count or index, and is back exactly as it was', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Warmer homes' })))
    const { story } = await aPublishedStory([caseStudy.id])
    await addFavourite(author, caseStudy.id)
    const before = await everythingShown()

    value(await withdrawPage(moderator, { id: caseStudy.id, reason }))
    expect(await findVisibleCaseStudy(caseStudy.id)).toBeNull()
    expect((await listCaseStudies(readFilter({}))).total).toBe(0)
    expect((await findVisibleStory(story.id))?.caseStudies).toEqual({})
    expect(await db.searchDocument.count({ where: { kind: 'case_study' } })).toBe(0)
    expect(await revisedPages()).toEqual([story.id])
    expect(await listFavourites(author)).toEqual([])
    expect(await findHead('case_study', caseStudy.id)).toBeNull()
    expect(await findPageState(caseStudy.id)).toMatchObject({
      state: 'withdrawn',
      title: 'Warmer homes',
      reason,
      mergedInto: null,
    })

    value(await returnPage(moderator, { id: caseStudy.id, reason: '' }))
    expect(await everythingShown()).toEqual(before)
  })

  test('a withdrawn story is in no list and beside no case study, and is back exactly as it was', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const { story } = await aPublishedStory([caseStudy.id])
    const before = await everythingShown()
    value(await withdrawPage(moderator, { id: story.id, reason }))
    expect(await findVisibleStory(story.id)).toBeNull()
    expect(await listStories()).toEqual([])
    expect((await findVisibleCaseStudy(caseStudy.id))?.stories).toEqual([])
    value(await returnPage(moderator, { id: story.id, reason: '' }))
    expect(await everythingShown()).toEqual(before)
  })

  test('a job that runs late does not bring a withdrawn page back into the index', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    value(await withdrawPage(moderator, { id: caseStudy.id, reason }))
    await drainOutbox()
    expect(await db.searchDocument.count({ where: { pageId: { not: null } } })).toBe(0)
  })

  test('nothing can be saved on a withdrawn page', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const { author: teller, story } = await aPublishedStory([])
    value(await withdrawPage(moderator, { id: caseStudy.id, reason }))
    value(await withdrawPage(moderator, { id: story.id, reason }))
    expect(await editCaseStudy(author, anEditOf(caseStudy, { title: 'New' }))).toMatchObject({ ok: false })
    const edit = { id: story.id, base: 1, content: aStoryContent([], { title: 'New' }), note: 'A change' }
    expect(await editStory(teller, edit)).toMatchObject({ ok: false })
    expect(await db.revision.count()).toBe(2)
    expect(await db.caseStudy.count()).toBe(0)
  })

  test('moderators see what was withdrawn, others an empty list', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await withdrawPage(moderator, { id: caseStudy.id, reason }))
    expect(await listWithdrawn(author)).toEqual([])
    expect(await listWithdrawn(moderator)).toMatchObject([{ id: caseStudy.id, reason, by: moderator.name }])
  })

  test('refusals', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const { id } = caseStudy
    for (const viewer of [author, aStranger('admin'), aStranger('pending')])
      expect(await withdrawPage(viewer, { id, reason })).toEqual(refused('not-allowed'))
    expect(await withdrawPage(moderator, { id: 999, reason })).toEqual(refused('not-found'))
    expect(await returnPage(moderator, { id, reason: '' })).toEqual(refused('not-withdrawn'))
    value(await withdrawPage(moderator, { id, reason }))
    expect(await withdrawPage(moderator, { id, reason })).toEqual(refused('not-live'))
    expect(await returnPage(author, { id, reason: '' })).toEqual(refused('not-allowed'))
    expect(await returnPage(moderator, { id: 999, reason: '' })).toEqual(refused('not-found'))
    expect(await addFavourite(author, id)).toEqual(refused('not-found'))
  })
})

describe('merge and undo', () => {
  test('a merged page leads to the other, with its favourites and story links, and comes apart exactly', async () => {
    const { author, caseStudy: one } = await aPublishedCaseStudy({ title: 'One' })
    const { caseStudy: other } = await aPublishedCaseStudy({ title: 'Other' })
    const { story, content } = await aPublishedStory([one.id])
    await addFavourite(author, one.id)
    const before = await everythingShown()

    value(await mergePages(moderator, { id: one.id, into: other.id, reason: '' }))
    expect(await findVisibleCaseStudy(one.id)).toBeNull()
    expect(await findPageState(one.id)).toMatchObject({
      state: 'merged',
      title: 'One',
      mergedInto: { id: other.id, slug: 'other', title: 'Other' },
    })
    expect(await favouriteIds(author)).toEqual([other.id])
    expect((await listFavourites(author)).map(({ row }) => row.title)).toEqual(['Other'])
    expect((await findVisibleStory(story.id))?.caseStudies[one.id]?.title).toBe('Other')
    expect((await findVisibleCaseStudy(other.id))?.stories.map(({ id }) => id)).toEqual([story.id])
    expect(await knownLinks(content)).toBe(true)
    expect(await db.revision.count({ where: { pageId: one.id } })).toBe(1)

    value(await unmergePage(moderator, { id: one.id, reason: '' }))
    expect(await everythingShown()).toEqual(before)
  })

  test('merges that follow each other lead to the last, and each can be undone', async () => {
    const [a, b, c] = await Promise.all(
      ['A', 'B', 'C'].map(async (title) => (await aPublishedCaseStudy({ title })).caseStudy),
    )
    if (!a || !b || !c) throw new Error('three were made')
    const { story } = await aPublishedStory([a.id])
    const before = await everythingShown()
    value(await mergePages(moderator, { id: a.id, into: b.id, reason: '' }))
    value(await mergePages(moderator, { id: b.id, into: c.id, reason: '' }))
    expect((await findPageState(a.id))?.mergedInto?.title).toBe('C')
    expect((await findVisibleStory(story.id))?.caseStudies[a.id]?.title).toBe('C')
    expect(await mergePages(moderator, { id: c.id, into: a.id, reason: '' })).toEqual(
      refused('target-not-live'),
    )
    value(await unmergePage(moderator, { id: b.id, reason: '' }))
    expect((await findPageState(a.id))?.mergedInto?.title).toBe('B')
    expect((await findVisibleStory(story.id))?.caseStudies[a.id]?.title).toBe('B')
    value(await unmergePage(moderator, { id: a.id, reason: '' }))
    expect(await everythingShown()).toEqual(before)
  })

  test('taking the star off a page takes it off what was merged into it', async () => {
    const { author, caseStudy: one } = await aPublishedCaseStudy()
    const { caseStudy: other } = await aPublishedCaseStudy()
    await addFavourite(author, one.id)
    value(await mergePages(moderator, { id: one.id, into: other.id, reason: '' }))
    await removeFavourite(author, other.id)
    expect(await favouriteIds(author)).toEqual([])
  })

  test('refusals', async () => {
    const { author, caseStudy: one } = await aPublishedCaseStudy()
    const { caseStudy: gone } = await aPublishedCaseStudy()
    const { story } = await aPublishedStory([])
    value(await withdrawPage(moderator, { id: gone.id, reason }))
    const merge = (id: number, into: number, viewer = moderator) =>
      mergePages(viewer, { id, into, reason: '' })
    expect(await merge(one.id, gone.id, author)).toEqual(refused('not-allowed'))
    expect(await merge(one.id, one.id)).toEqual(refused('same'))
    expect(await merge(999, one.id)).toEqual(refused('not-found'))
    expect(await merge(one.id, 999)).toEqual(refused('no-target'))
    expect(await merge(one.id, gone.id)).toEqual(refused('target-not-live'))
    expect(await merge(gone.id, one.id)).toEqual(refused('not-live'))
    expect(await merge(one.id, story.id)).toEqual(refused('kinds'))
    expect(await unmergePage(moderator, { id: one.id, reason: '' })).toEqual(refused('not-merged'))
    expect(await unmergePage(author, { id: one.id, reason: '' })).toEqual(refused('not-allowed'))
    expect(await unmergePage(moderator, { id: 999, reason: '' })).toEqual(refused('not-found'))
  })

  test('what happened to a page is never changed or removed', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    value(await withdrawPage(moderator, { id: caseStudy.id, reason }))
    await expect(db.pageEvent.deleteMany()).rejects.toThrow('never changed or removed')
    await expect(db.pageEvent.updateMany({ data: { reason: 'x' } })).rejects.toThrow('never changed')
  })
})
