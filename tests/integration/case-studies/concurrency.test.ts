import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { verifyChains } from '@/lib/revisions/verify'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  titleOf,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)

test('two hundred saves of different case studies at once: each is in its history exactly once', {
  timeout: 60_000,
}, async () => {
  const author = await aPerson()
  const create = async (note: string) =>
    value(await createCaseStudy(author, { content: aContent({ title: `The title of ${note}` }), note }))
  const known = await Promise.all(Array.from({ length: 60 }, () => create('before')))
  const notes = Array.from({ length: 200 }, (_, index) => `save ${index}`)
  const saved = await Promise.all(
    notes.map(async (note, index) => {
      const page = known[index]
      if (!page) return create(note)
      return value(
        await editCaseStudy(author, { ...anEditOf(page, { title: `The title of ${note}` }), note }),
      )
    }),
  )
  expect(new Set(saved.map(({ id }) => id)).size).toBe(200)

  const revisions = await db.revision.findMany({
    where: { actorId: author.actorId, note: { not: 'before' } },
  })
  expect(revisions.map(({ note }) => note).sort()).toEqual([...notes].sort())
  for (const { pageId, number, note, content } of revisions) {
    expect((content as { title: string }).title).toBe(`The title of ${note}`)
    expect(saved[notes.indexOf(note)]).toMatchObject({ id: pageId, number })
  }
  expect(await verifyChains()).toEqual({ pages: 200, revisions: 260, faults: [], withheld: 0 })
})

test('fifty saves of the same words at once: one wins, the others are asked', {
  timeout: 60_000,
}, async () => {
  const { caseStudy } = await aPublishedCaseStudy()
  const authors = await Promise.all(Array.from({ length: 50 }, () => aPerson()))
  const outcomes = await Promise.all(
    authors.map((author, index) =>
      editCaseStudy(author, anEditOf(caseStudy, { title: `By saver ${index}` })),
    ),
  )
  const winner = outcomes.findIndex(({ ok }) => ok)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'conflict')).toHaveLength(49)
  expect(await titleOf(caseStudy)).toBe(`By saver ${winner}`)
  const revisions = await db.revision.findMany({
    where: { pageId: caseStudy.id },
    orderBy: { number: 'asc' },
  })
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
      const edit = {
        ...anEditOf(caseStudy, { title: `By ${index}` }),
        base: headNumber,
        note: `Save ${index}`,
      }
      if ((await editCaseStudy(author, edit)).ok) return
    }
  }
  await Promise.all(Array.from({ length: 12 }, (_, index) => saveUntilDone(index)))
  const revisions = await db.revision.findMany({
    where: { pageId: caseStudy.id },
    orderBy: { number: 'asc' },
  })
  expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1))
  expect(new Set(revisions.map(({ note }) => note)).size).toBe(13)
  revisions.slice(1).forEach(({ previousHash }, index) => {
    expect(previousHash).toBe(revisions[index]?.hash)
  })
})
