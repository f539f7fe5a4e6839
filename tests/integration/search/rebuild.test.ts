import { beforeEach, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { rebuildIndex, rebuildOutdated } from '@/lib/search/rebuild'
import { verifyIndex } from '@/lib/search/verify'
import { recountWords } from '@/lib/search/words-count'
import { drainOutbox } from '@/lib/worker/tasks'
import { anEditOf, aPublishedCaseStudy, theContentsTree, value } from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'
import { indexed } from '@/tests/support/index-words'

beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
})

test('an index that is as the tables is left alone, and none of its rows gets a new version', async () => {
  await aPublishedCaseStudy()
  await drainOutbox()
  await rebuildIndex()
  const before = await db.searchDocument.findMany({ orderBy: { id: 'asc' } })
  expect(await rebuildIndex()).toEqual({ documents: 0, words: 0 })
  expect(await db.searchDocument.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

test('each field that was changed behind its back is named, and a rebuild puts it right', async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  await drainOutbox()
  await rebuildIndex()
  expect(await verifyIndex()).toEqual([])

  const id = `case-${caseStudy.id}`
  await db.$executeRaw`UPDATE search_document SET quality = 99 WHERE id = ${id}`
  await db.$executeRaw`UPDATE search_document SET texts = jsonb_set(texts, '{summary}', '"Other"') WHERE id = 'category-D11'`
  await db.$executeRaw`UPDATE search_document SET words = '''zzz'':1A', acl = '{members}' WHERE id = 'category-D12'`
  await db.$executeRaw`DELETE FROM search_document WHERE id = 'category-D13'`
  await db.$executeRaw`
    INSERT INTO search_document (id, kind, ref, title, texts, words, lead, facets, acl, quality, type_rank)
    SELECT 'category-D99', kind, 'D99', title, texts, words, lead, facets, acl, quality, type_rank
    FROM search_document WHERE id = 'category-D10'`
  await db.$executeRaw`UPDATE search_word SET docs = docs + 2 WHERE word = 'heating'`
  const named = (await verifyIndex()).map(({ id: which, what }) => `${which}: ${what}`)
  expect(named).toEqual(
    expect.arrayContaining([
      `${id}: quality`,
      'category-D11: texts.summary',
      'category-D12: words, acl',
      'category-D13: is missing',
      'category-D99: should not be there',
      'word "heating": counted 2 too many',
    ]),
  )
  const { documents, words } = await rebuildIndex()
  expect([documents, words]).toEqual([5, 1])
  expect(await verifyIndex()).toEqual([])
})

test('the vocabulary counts apart what not everybody may see', async () => {
  const { caseStudy } = await aPublishedCaseStudy({ title: 'Zinc roofs' })
  await drainOutbox()
  await db.$executeRaw`UPDATE search_document SET acl = '{members}' WHERE id = ${`case-${caseStudy.id}`}`
  const word = { where: { word: 'zinc' } }
  expect(await db.searchWord.findUnique(word)).toMatchObject({ docs: 0, hiddenDocs: 1 })
  expect(await indexed('zinc')).toEqual([])
  expect((await verifyIndex()).filter(({ id }) => id.startsWith('word'))).toEqual([])
})

test('whoever writes many rows may have their words counted afterwards', async () => {
  await aPublishedCaseStudy({ title: 'Zinc roofs' })
  await drainOutbox()
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL cupboard.counts_words_later = 'on'`
    await tx.$executeRaw`UPDATE search_document SET words = words || '''gargoyle'':9C' WHERE kind = 'case_study'`
  })
  const counted = () => db.searchWord.findUnique({ where: { word: 'gargoyle' } })
  expect(await counted()).toBeNull()
  expect(await recountWords()).toBe(1)
  expect(await counted()).toMatchObject({ docs: 1, hiddenDocs: 0, length: 8, stem: 'gargoyl' })
  expect(await recountWords()).toBe(0)
})

test('a rebuild while people save loses nothing, and no search finds less meanwhile', async () => {
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, at) => aPublishedCaseStudy({ title: `Roof of zinc ${at}` })),
  )
  await drainOutbox()
  let [rebuilding, least] = [true, made.length]
  const rebuilds = (async () => {
    for (let time = 0; time < 3; time++) await rebuildIndex()
    rebuilding = false
  })()
  const searches = (async () => {
    while (rebuilding) least = Math.min(least, (await indexed('zinc')).length)
  })()
  const saves = made.map(async ({ author, caseStudy }, at) => {
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: `Dome of zinc ${at}` })))
    await drainOutbox()
  })
  await Promise.all([rebuilds, searches, ...saves])
  await drainOutbox()
  expect(least).toBe(made.length)
  expect(await indexed('roof')).toEqual([])
  expect(await indexed('dome')).toHaveLength(made.length)
  expect(await verifyIndex()).toEqual([])
})

test('a worker that starts writes an index that is empty or of other settings, once', async () => {
  const { caseStudy } = await aPublishedCaseStudy({ title: 'Zinc roofs' })
  await drainOutbox()
  await db.$executeRaw`DELETE FROM search_document`
  await rebuildOutdated()
  expect(await indexed('zinc')).toEqual([`case-${caseStudy.id}`])
  expect(await verifyIndex()).toEqual([])

  await db.$executeRaw`DELETE FROM search_document WHERE kind = 'case_study'`
  await rebuildOutdated()
  expect(await indexed('zinc')).toEqual([])
  await db.searchEngine.update({ where: { engine: 'postgres' }, data: { state: { settings: 'others' } } })
  await rebuildOutdated()
  expect(await indexed('zinc')).toEqual([`case-${caseStudy.id}`])
})
