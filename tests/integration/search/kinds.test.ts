import { beforeEach, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { addFavourite, removeFavourite } from '@/lib/favourites/favourites'
import { emit } from '@/lib/outbox/emit'
import { mergePages } from '@/lib/pages/merge'
import { returnPage } from '@/lib/pages/return'
import { unmergePage } from '@/lib/pages/unmerge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { saveProfile } from '@/lib/people/profile'
import { db } from '@/lib/platform/db'
import { rebuildIndex } from '@/lib/search/rebuild'
import { verifyIndex } from '@/lib/search/verify'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  aResource,
  aResult,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'
import { indexed } from '@/tests/support/index-words'

beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
})

test('a case study is found by every field that it shows', async () => {
  const { caseStudy } = await aPublishedCaseStudy({
    title: 'Zinc roofs',
    summary: 'Tinplate was dear.',
    organisation: 'Quarry Council',
    partners: 'Marlpit Trust',
    regions: ['Wales'],
    context: 'It had **leaky** gutters, see [the survey](https://example.org/hiddenaddress).',
    happenedNext: 'Gargoyles came.',
    gaps: ['The wombat count'],
    barriers: ['silos'],
    contractStages: ['award'],
    results: [aResult({ measure: 'Drizzle kept out' })],
    resources: [aResource({ title: 'Soffit manual', publisher: 'Eaves Press' })],
    legalStatus: {
      ...aContent().legalStatus,
      procedure: 'restricted',
      approvals: [
        { ...aContent().legalStatus.approvals[0], kind: 'LEG-OWN', scope: 'The fascia clause' } as never,
      ],
      noticeReferences: '2019/S 001-000001',
    },
  })
  await drainOutbox()
  const id = `case-${caseStudy.id}`
  const words = `zinc tinplate quarry marlpit wales leaky survey gargoyles wombat silos award drizzle soffit eaves
    restricted fascia department 000001`
  for (const word of words.split(/\s+/))
    expect([word, await indexed(word)]).toEqual([word, expect.arrayContaining([id])])
  expect(await indexed('hiddenaddress')).toEqual([])
  expect(await verifyIndex()).toEqual(await withoutWholeKinds())
})

/** Headings and our own pages are written by a rebuild, not by saves. */
async function withoutWholeKinds() {
  const missing = await verifyIndex()
  return missing.filter(({ id, what }) => what === 'is missing' && !/^(?:case|story|file)-/.test(id))
}

test('a save is found with its new words and no longer with those that went', async () => {
  const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Before' })
  await drainOutbox()
  const [row] = await db.searchDocument.findMany()
  value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Afterwards' })))
  await drainOutbox()
  expect(await indexed('before')).toEqual([])
  expect(await indexed('afterwards')).toEqual([`case-${caseStudy.id}`])
  const after = await db.searchDocument.findUniqueOrThrow({ where: { id: `case-${caseStudy.id}` } })
  expect(after.tie).toBe(row?.tie)
  expect(after.version > (row?.version ?? 0n)).toBe(true)
})

test('what is written again unchanged gets no new version', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  await drainOutbox()
  const before = await db.searchDocument.findMany({ where: { kind: 'case_study' } })
  const state = await db.searchState.findMany()
  await db.$transaction((tx) => emit(tx, 'case-study.saved', { pageId: caseStudy.id, number: 1 }))
  await drainOutbox()
  expect(await db.searchDocument.findMany({ where: { kind: 'case_study' } })).toEqual(before)
  expect(await db.searchState.findMany()).toEqual(state)
})

test('a withdrawn page is gone at once with its jobs still to come, and back when it returns', async () => {
  const moderator = await aPerson('moderator')
  const { caseStudy } = await aPublishedCaseStudy({ title: 'Zinc roofs' })
  await drainOutbox()
  value(await withdrawPage(moderator, { id: caseStudy.id, reason: 'It is wrong' }))
  expect(await indexed('zinc')).toEqual([])
  await drainOutbox()
  expect(await indexed('zinc')).toEqual([])
  value(await returnPage(moderator, { id: caseStudy.id, reason: '' }))
  await drainOutbox()
  expect(await indexed('zinc')).toEqual([`case-${caseStudy.id}`])
})

test('a merged page is gone, and its favourites count for the other', async () => {
  const moderator = await aPerson('moderator')
  const { author, caseStudy: one } = await aPublishedCaseStudy({ title: 'Zinc roofs' })
  const { caseStudy: other } = await aPublishedCaseStudy({ title: 'Tin roofs' })
  await addFavourite(author, one.id)
  await drainOutbox()
  expect(await favouritesOf(one.id)).toBe(1)
  value(await mergePages(moderator, { id: one.id, into: other.id, reason: '' }))
  await drainOutbox()
  expect(await indexed('zinc')).toEqual([])
  expect(await favouritesOf(other.id)).toBe(1)
  value(await unmergePage(moderator, { id: one.id, reason: '' }))
  await drainOutbox()
  expect([await favouritesOf(one.id), await favouritesOf(other.id)]).toEqual([1, 0])
  await removeFavourite(author, one.id)
  await drainOutbox()
  expect(await favouritesOf(one.id)).toBe(0)
})

async function favouritesOf(id: number) {
  return (await db.searchDocument.findUniqueOrThrow({ where: { id: `case-${id}` } })).favourites
}

test('a story is found by its stages and by the case studies that it links, under their new names too', async () => {
  const { author, caseStudy } = await aPublishedCaseStudy({ title: 'Zinc roofs' })
  const { story } = await aPublishedStory([caseStudy.id])
  await drainOutbox()
  expect(await indexed('counted')).toEqual([`story-${story.id}`])
  expect(await indexed('zinc')).toEqual([`case-${caseStudy.id}`, `story-${story.id}`])
  value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Copper roofs' })))
  await drainOutbox()
  expect(await indexed('copper')).toEqual([`case-${caseStudy.id}`, `story-${story.id}`])
  expect(await indexed('zinc')).toEqual([])
})

test('an organisation and a heading rise with their case studies', async () => {
  const organisation = await anOrganisation('Quarry Council')
  await rebuildIndex()
  const moderator = await aPerson('moderator')
  const quality = async () => {
    const ids = [`organisation-${organisation.id}`, 'category-D10']
    const rows = await db.searchDocument.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    return rows.map((row) => row.quality)
  }
  expect(await quality()).toEqual([0, 0])
  const { caseStudy } = await aPublishedCaseStudy({ organisation: 'Quarry Council', categories: ['D10'] })
  await drainOutbox()
  expect(await quality()).toEqual([10, 10])
  expect(await verifyIndex()).toEqual([])
  value(await withdrawPage(moderator, { id: caseStudy.id, reason: 'It is wrong' }))
  await drainOutbox()
  expect(await quality()).toEqual([0, 0])
  expect(await verifyIndex()).toEqual([])
})

test('somebody who is listed is found by their public profile, and nobody else', async () => {
  const listed = await aPerson('contributor', { name: 'Ffion Quill', email: 'secretmail@example.gov.uk' })
  const hidden = await aPerson('contributor', { name: 'Gwen Quill', canHelpWith: 'tinplate' })
  const profile = {
    name: 'Ffion Quill',
    jobTitle: 'Buyer of zinc',
    organisation: '',
    region: 'Wales' as const,
    about: 'Roofs.',
    canHelpWith: 'Gutters',
    helpCategories: ['D10'],
    listed: true,
  }
  value(await saveProfile(listed, profile))
  value(await saveProfile(hidden, { ...profile, name: 'Gwen Quill', listed: false }))
  await rebuildIndex()
  await drainOutbox()
  const id = `person-${listed.handle}`
  for (const word of ['quill', 'zinc', 'gutters', 'roofs']) expect(await indexed(word)).toEqual([id])
  for (const word of ['gwen', 'secretmail', 'tinplate']) expect(await indexed(word)).toEqual([])

  await db.person.update({ where: { id: listed.id }, data: { suspendedAt: new Date() } })
  expect(await indexed('quill')).toEqual([])
  await drainOutbox()
  await rebuildIndex()
  expect(await indexed('quill')).toEqual([])
  await db.person.update({ where: { id: listed.id }, data: { suspendedAt: null } })
  await rebuildIndex()
  expect(await indexed('quill')).toEqual([id])
  value(await saveProfile(listed, { ...profile, listed: false }))
  expect(await indexed('quill')).toEqual([])
  await drainOutbox()
  expect(await indexed('quill')).toEqual([])
})

test('headings by their other names and by those of what was merged into them; tools, laws and guides', async () => {
  await db.category.update({
    where: { code: 'D12' },
    data: { retiredAt: new Date(), successors: ['D11'], alsoCalled: ['zinc'] },
  })
  await rebuildIndex()
  expect(await indexed('rubbish')).toEqual(['category-D11'])
  expect(await indexed('zinc')).toEqual(['category-D11'])
  expect(await indexed('90000000')).toContain('category-D11')
  expect(await indexed('local', 'multiplier')).toContain('tool-lm3')
  expect(await indexed('underlined')).toEqual(['help-help'])
  expect(await indexed('chesterfield')).toEqual(['help-about'])
  expect(await verifyIndex()).toEqual([])
})
