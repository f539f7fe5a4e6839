import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { refused } from '@/lib/platform/outcome'
import { verifyChains } from '@/lib/revisions/verify'
import { findVisibleStory, listStories } from '@/lib/stories/queries'
import { createStory, editStory, restoreStory } from '@/lib/stories/save'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aStoryContent,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { searchFor } from '@/tests/support/search-for'

beforeAll(theContentsTree)

describe('a story and its case studies', () => {
  test('a stage leads to its case study, and the case study says which story it is part of', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const { story } = await aPublishedStory([caseStudy.id])
    expect((await findVisibleStory(story.id))?.caseStudies[caseStudy.id]).toMatchObject({
      id: caseStudy.id,
      title: 'Warm homes in small lots',
    })
    expect((await findVisibleCaseStudy(caseStudy.id))?.stories).toEqual([
      {
        id: story.id,
        slug: story.slug,
        organisation: '',
        title: 'How the council warmed its homes',
        stage: 'Splitting the contract',
        position: 1,
      },
    ])
    expect(await listStories()).toContainEqual(expect.objectContaining({ id: story.id, stageCount: 2 }))
  })

  test('a new name of the case study breaks nothing', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const { story } = await aPublishedStory([caseStudy.id])
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Cosy homes' })))
    expect((await findVisibleStory(story.id))?.caseStudies[caseStudy.id]).toMatchObject({
      title: 'Cosy homes',
      slug: 'cosy-homes',
    })
    expect((await findVisibleCaseStudy(caseStudy.id))?.stories).toMatchObject([{ id: story.id }])
  })

  test('a stage that no longer rests on a case study takes its mark away', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const { author, story } = await aPublishedStory([caseStudy.id])
    value(await editStory(author, { id: story.id, base: 1, content: aStoryContent([]), note: 'No longer' }))
    expect((await findVisibleCaseStudy(caseStudy.id))?.stories).toEqual([])
  })

  test('links to what is not a case study are left out', async () => {
    const { story: other } = await aPublishedStory([])
    const { story } = await aPublishedStory([999_999, other.id])
    expect((await findVisibleStory(story.id))?.caseStudies).toEqual({})
    expect(await findVisibleCaseStudy(other.id)).toBeNull()
    expect(await findVisibleStory(999_999)).toBeNull()
  })
})

describe('saving a story', () => {
  test('new members, old bases, no change and missing pages are refused', async () => {
    const { author, story, content } = await aPublishedStory([])
    const edit = { id: story.id, base: 1, content: { ...content, title: 'Second' }, note: 'x' }
    expect(await createStory(await aPerson('pending'), { content, note: 'x' })).toEqual(
      refused('not-allowed'),
    )
    expect(await editStory(await aPerson('pending'), edit)).toEqual(refused('not-allowed'))
    expect(await editStory(author, { ...edit, content })).toEqual(refused('unchanged'))
    expect(await editStory(author, { ...edit, id: 999_999 })).toEqual(refused('not-found'))
    value(await editStory(author, edit))
    expect(await editStory(author, { ...edit, content: { ...content, title: 'Third' } })).toMatchObject({
      ok: false,
      reason: 'conflict',
    })
    expect((await findVisibleStory(story.id))?.content.title).toBe('Second')
  })

  test('a case study cannot be saved as a story', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edit = { id: caseStudy.id, base: 1, content: aStoryContent([]), note: 'x' }
    expect(await editStory(author, edit)).toEqual(refused('not-found'))
  })

  test('an old version can be restored, and search finds the story', async () => {
    const { author, story, content } = await aPublishedStory([])
    value(
      await editStory(author, {
        id: story.id,
        base: 1,
        content: { ...content, title: 'Platypus' },
        note: 'x',
      }),
    )
    await drainOutbox()
    expect((await searchFor('platypus')).hits).toMatchObject([{ kind: 'story', row: { id: story.id } }])
    expect(value(await restoreStory(author, { id: story.id, number: 1, base: 2 }))).toMatchObject({
      number: 3,
    })
    expect(await restoreStory(author, { id: story.id, number: 7, base: 3 })).toEqual(refused('not-found'))
    await drainOutbox()
    expect((await searchFor('platypus')).total).toBe(0)
    expect((await verifyChains()).faults).toEqual([])
  })
})
