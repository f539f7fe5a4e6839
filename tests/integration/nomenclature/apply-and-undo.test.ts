import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { undoChange } from '@/lib/nomenclature/undo'
import { db } from '@/lib/platform/db'
import { findHeading } from '@/lib/taxonomy/queries'
import { anEditOf, aPerson, aPublishedCaseStudy, theContentsTree, value } from '../../support/builders'
import { anAppliedChange, hierarchyAsText, standingOf } from '../../support/changes-of-headings'

beforeAll(theContentsTree)

const labelled = async (categories: string[]) => (await aPublishedCaseStudy({ categories })).caseStudy
const undo = async (changeId: number) =>
  undoChange(await aPerson('moderator'), { changeId, reason: 'It did not help' })

describe('each kind of change', () => {
  test.each([
    [
      'rename',
      { kind: 'rename', code: 'D05', name: 'Building and refurbishment' },
      ['D', 'D05*', 'E', 'E3', 'E3.2*'],
    ],
    ['merge', { kind: 'merge', from: ['D05'], into: 'D07' }, ['D', 'D07*', 'E', 'E3', 'E3.2*']],
    [
      'split',
      { kind: 'split', code: 'D05', into: [{ name: 'New build' }, { name: 'Retrofit' }], default: 1 },
      ['D', 'D33*', 'E', 'E3', 'E3.2*'],
    ],
    ['move', { kind: 'move', code: 'E3', parent: 'A' }, ['A', 'D', 'D05*', 'E3', 'E3.2*']],
    ['retire', { kind: 'retire', code: 'E3.2' }, ['D', 'D05*', 'E', 'E3*']],
    ['add', { kind: 'add', parent: 'E1', name: 'Input-output tables' }, ['D', 'D05*', 'E', 'E3', 'E3.2*']],
  ])('%s moves the labels, and undoing it leaves no trace in them', async (_kind, typed, standing) => {
    const caseStudy = await labelled(['D05', 'E3.2'])
    const [before, revisions] = [await hierarchyAsText(), await db.revision.count()]

    const change = await anAppliedChange(typed)
    expect(await standingOf(caseStudy.id)).toEqual(standing)
    expect(await hierarchyAsText()).not.toBe(before)

    value((await undo(change)) as never)
    expect(await hierarchyAsText()).toBe(before)
    expect(await db.revision.count()).toBe(revisions)
  })

  test('agree changes the status alone', async () => {
    expect((await findHeading('D10'))?.heading.status).toBe('proposed')
  })
})

test('a save after a merge stands where the old label leads, and after the undoing where it stood', async () => {
  const caseStudy = await labelled(['D08'])
  const change = await anAppliedChange({ kind: 'merge', from: ['D08'], into: 'D07' })
  const edited = value(
    (await editCaseStudy(await aPerson(), anEditOf(caseStudy, { categories: ['D08', 'E2'] }))) as never,
  )
  expect(edited).toBeTruthy()
  expect(await standingOf(caseStudy.id)).toEqual(['D', 'D07*', 'E', 'E2*'])
  await undo(change)
  expect(await standingOf(caseStudy.id)).toEqual(['D', 'D08*', 'E', 'E2*'])
})
