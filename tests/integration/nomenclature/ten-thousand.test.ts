import { beforeAll, expect, test } from 'vitest'
import { undoChange } from '@/lib/nomenclature/undo'
import { db } from '@/lib/platform/db'
import { drainOutbox } from '@/lib/worker/tasks'
import { aPerson, aPublishedCaseStudy, theContentsTree, value } from '../../support/builders'
import { anAppliedChange, hierarchyAsText } from '../../support/changes-of-headings'
import { addCopies } from '../../support/generated-case-studies'

const cases = 10_000
const secondsMost = 10

beforeAll(async () => {
  await theContentsTree()
  const { caseStudy } = await aPublishedCaseStudy({ categories: ['E1.1'] })
  await drainOutbox()
  await addCopies(caseStudy.id, cases, 'E1.1')
})

test.each([
  { kind: 'rename', code: 'E1.1', name: 'Local multiplier' },
  { kind: 'merge', from: ['E1.1', 'D05'], into: 'D07' },
  { kind: 'split', code: 'E1.1', into: [{ name: 'Regional' }, { name: 'Local' }], default: 0 },
  { kind: 'move', code: 'E1', parent: 'A' },
  { kind: 'retire', code: 'E1.1' },
  { kind: 'add', parent: 'E1', name: 'Input-output tables' },
])('$kind of a heading of ten thousand case studies takes seconds, and back again', async (typed) => {
  const [before, revisions] = [await hierarchyAsText(), await db.revision.count()]
  const begun = performance.now()
  const changeId = await anAppliedChange(typed)
  const applied = performance.now()
  expect((await hierarchyAsText()) === before).toBe(false)

  const undoing = performance.now()
  value((await undoChange(await aPerson('admin'), { changeId, reason: 'To see it go back' })) as never)
  const undone = performance.now()
  const [there, back] = [applied - begun, undone - undoing].map((milliseconds) => milliseconds / 1000)
  console.log(`${typed.kind}: applied in ${there?.toFixed(2)} s, undone in ${back?.toFixed(2)} s`)

  // Compared as one answer: a difference of megabytes is no help to anybody.
  expect((await hierarchyAsText()) === before).toBe(true)
  expect(await db.revision.count()).toBe(revisions)
  expect(there).toBeLessThan(secondsMost)
  expect(back).toBeLessThan(secondsMost)
})
