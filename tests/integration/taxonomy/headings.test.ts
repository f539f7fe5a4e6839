import { beforeAll, expect, test } from 'vitest'
import { readFilter } from '@/lib/case-studies/filter'
import { listCaseStudies } from '@/lib/case-studies/list'
import {
  findHeading,
  labelNames,
  listAllHeadings,
  listCountedHeadings,
  listHeadings,
  resolveCodes,
} from '@/lib/taxonomy/queries'
import { aPublishedCaseStudy, theContentsTree } from '../../support/builders'
import { anAppliedChange } from '../../support/changes-of-headings'

beforeAll(theContentsTree)

const codes = async () => (await listHeadings()).map(({ code }) => code)

test('a new heading stands last beside its own, and one that was moved last where it came to', async () => {
  await anAppliedChange({ kind: 'add', parent: 'D', name: 'Ferries' })
  await anAppliedChange({ kind: 'add', parent: 'E1', name: 'Input-output tables' })
  await anAppliedChange({ kind: 'move', code: 'E3', parent: 'A' })
  const order = (await codes()).join(' ')
  expect(order).toContain('D31 D32 E E1 E1.1 E1.2 E1.3 E1.4 E2 E4')
  expect(order).toContain('A7 E3 E3.1 E3.2 E3.3 E3.4 B B1')
  expect((await findHeading('E3.2'))?.above.map(({ code }) => code)).toEqual(['A', 'E3'])
})

test('a moved heading is counted, and ticked in lists, with the section that it stands under now', async () => {
  const moved = (await aPublishedCaseStudy({ categories: ['E3.1'] })).caseStudy
  const beside = (await aPublishedCaseStudy({ categories: ['A2'] })).caseStudy
  const counts = new Map((await listCountedHeadings()).map(({ code, count }) => [code, count]))
  expect(['A', 'E3', 'E3.1', 'E'].map((code) => counts.get(code))).toEqual([2, 1, 1, 0])
  const list = await listCaseStudies(readFilter({ category: ['A2', 'E3'] }))
  expect(list.rows.map(({ id }) => id).sort()).toEqual([moved.id, beside.id].sort())
  expect(list.counts.category).toMatchObject({ A: 2, A2: 1, E3: 1, 'E3.1': 1 })
})

test('a heading out of use is offered nowhere, keeps its name in old versions, and its address leads on', async () => {
  await anAppliedChange({ kind: 'retire', code: 'F9', into: 'F1' })
  await anAppliedChange({ kind: 'retire', code: 'F10' })
  expect(await codes()).not.toContain('F9')
  expect((await listAllHeadings()).map(({ code }) => code)).toContain('F9')
  expect((await labelNames()).get('F9')).toBe('Committee reports')
  expect(await resolveCodes(['F9', 'F10', 'F99'])).toEqual(['F1', 'F', 'F99'])
  expect(await findHeading('F99')).toBeNull()
})
