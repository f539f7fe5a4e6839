import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import { aContent, anEditOf, aPerson, aPublishedCaseStudy, theContentsTree, titleOf, value } from '@/tests/support/builders'

beforeAll(theContentsTree)

test('two hundred saves of different case studies at once: each is in its history exactly once', { timeout: 60_000 }, async () => {
  const author = await aPerson()
  const numbers = Array.from({ length: 200 }, (_, index) => index)
  const made = await Promise.all(
    numbers.map(async (index) => value(await createCaseStudy(author, { content: aContent({ title: `Case ${index}` }), note: 'New' }))),
  )
  const saved = await Promise.all(
    made.map(async (page, index) => value(await editCaseStudy(author, { ...anEditOf(page, { title: `Edited ${index}` }), note: `Save ${index}` }))),
  )
  expect(new Set(saved.map(({ id }) => id)).size).toBe(200)
  expect(saved.every(({ number }) => number === 2)).toBe(true)

  const revisions = await db.revision.findMany({ where: { actorId: author.actorId, number: 2 } })
  expect(revisions.map(({ note }) => note).sort()).toEqual(numbers.map((index) => `Save ${index}`).sort())
  for (const { pageId, note, content } of revisions) {
    const index = saved.findIndex(({ id }) => id === pageId)
    expect([note, (content as { title: string }).title]).toEqual([`Save ${index}`, `Edited ${index}`])
  }
  expect(await verifyChains()).toEqual({ pages: 200, revisions: 400, faults: [] })
})

test('fifty saves of one base at once: one wins, the others are told', { timeout: 60_000 }, async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const authors = await Promise.all(Array.from({ length: 50 }, () => aPerson()))
  const outcomes = await Promise.all(
    authors.map((author, index) => editCaseStudy(author, anEditOf(caseStudy, { title: `By saver ${index}` }))),
  )
  const winner = outcomes.findIndex(({ ok }) => ok)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'stale')).toHaveLength(49)
  expect(await titleOf(caseStudy)).toBe(`By saver ${winner}`)
  const revisions = await db.revision.findMany({ where: { pageId: caseStudy.id }, orderBy: { number: 'asc' } })
  expect(revisions.map(({ number, parent, actorId }) => [number, parent, actorId])).toEqual([
    [1, null, revisions[0]?.actorId],
    [2, 1, authors[winner]?.actorId],
  ])
  expect((await verifyChains()).faults).toEqual([])
})

test('savers who read again until they win all stand in one straight line', { timeout: 60_000 }, async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const saveUntilDone = async (index: number) => {
    const author = await aPerson()
    for (;;) {
      const { headNumber } = await db.page.findUniqueOrThrow({ where: { id: caseStudy.id } })
      const edit = { ...anEditOf(caseStudy, { title: `By ${index}` }), base: headNumber, note: `Save ${index}` }
      if ((await editCaseStudy(author, edit)).ok) return
    }
  }
  await Promise.all(Array.from({ length: 12 }, (_, index) => saveUntilDone(index)))
  const revisions = await db.revision.findMany({ where: { pageId: caseStudy.id }, orderBy: { number: 'asc' } })
  expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1))
  expect(new Set(revisions.map(({ note }) => note)).size).toBe(13)
  revisions.slice(1).forEach(({ previousHash }, index) => {
    expect(previousHash).toBe(revisions[index]?.hash)
  })
})
