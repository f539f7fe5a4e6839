import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { undoChange } from '@/lib/nomenclature/undo'
import { returnPage } from '@/lib/pages/return'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { effectiveLabels } from '@/lib/taxonomy/effective'
import { choicesOf, heldTree, readTree } from '@/lib/taxonomy/hierarchy'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '../../support/builders'
import { anAppliedChange, standingOf } from '../../support/changes-of-headings'

beforeAll(theContentsTree)

/** The pages that do not stand where their labels lead. */
async function misplaced(): Promise<number[]> {
  const tree = await readTree(db)
  const pages = await db.caseStudy.findMany({ select: { pageId: true, labels: true } })
  const choices = await choicesOf(
    db,
    pages.map(({ pageId }) => pageId),
  )
  const wrong: number[] = []
  for (const { pageId, labels } of pages) {
    const standing = effectiveLabels(labels, tree, choices.get(pageId))
      .map(({ code, ticked }) => (ticked ? `${code}*` : code))
      .sort()
    if ((await standingOf(pageId)).sort().join() !== standing.join()) wrong.push(pageId)
  }
  return wrong
}

test('saves and changes of the hierarchy at the same time leave no page where it no longer belongs', async () => {
  const writer = await aPerson()
  const admin = await aPerson('admin')
  const moderator = await aPerson('moderator')
  const pages = await Promise.all([1, 2, 3, 4].map(() => aPublishedCaseStudy({ categories: ['D08'] })))
  const saving = (async () => {
    for (let round = 0; round < 8; round++)
      await Promise.all([
        ...pages.map(({ caseStudy }) => {
          const changes = { categories: ['D08', round % 2 ? 'D09' : 'E2'], summary: `Round ${round}` }
          return editCaseStudy(writer, { ...anEditOf(caseStudy, changes), base: caseStudy.number + round })
        }),
        createCaseStudy(writer, { content: aContent({ categories: ['D08'] }), note: 'New' }),
      ])
  })()
  const { caseStudy: restless } = await aPublishedCaseStudy({ categories: ['D08'] })
  const moving = (async () => {
    for (let round = 0; round < 6; round++) {
      value(await withdrawPage(moderator, { id: restless.id, reason: 'For a while' }))
      value(await returnPage(moderator, { id: restless.id, reason: 'Back again' }))
    }
  })()
  for (let round = 0; round < 5; round++) {
    const changeId = await anAppliedChange(
      round % 2
        ? { kind: 'merge', from: ['D08'], into: 'D07' }
        : { kind: 'split', code: 'D08', into: [{ name: `Indoors ${round}` }, { name: `Outdoors ${round}` }] },
    )
    if (round < 4) value((await undoChange(admin, { changeId, reason: 'Back' })) as never)
  }
  await Promise.all([saving, moving])
  expect(await db.caseStudy.count()).toBe(pages.length + 8 + 1)
  expect(await misplaced()).toEqual([])
})

test('a change waits for a save that has read the hierarchy already', async () => {
  const { caseStudy } = await aPublishedCaseStudy({ categories: ['F1'] })
  let applied = false
  let applying: Promise<void> | undefined
  await db.$transaction(async (tx) => {
    await heldTree(tx)
    applying = anAppliedChange({ kind: 'merge', from: ['F1'], into: 'F2' }).then(() => {
      applied = true
    })
    await untilSomebodyWaits()
    expect(applied).toBe(false)
  })
  await applying
  expect(await standingOf(caseStudy.id)).toEqual(['F', 'F2*'])
})

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    if (row?.waiting) return
  }
}
