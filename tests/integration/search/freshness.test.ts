import { beforeEach, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { publishRegister } from '@/lib/legal/publish-register'
import { emit } from '@/lib/outbox/emit'
import { returnPage } from '@/lib/pages/return'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { rebuildIndex } from '@/lib/search/rebuild'
import { reindexPages } from '@/lib/search/reindex'
import { verifyIndex } from '@/lib/search/verify'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { anAppliedChange } from '@/tests/support/changes-of-headings'
import { emptyDatabase } from '@/tests/support/empty-database'
import { indexed } from '@/tests/support/index-words'
import { starterLaws, theLawRegister, withLaws } from '@/tests/support/law'
import { aField, aTemplate, options } from '@/tests/support/template'

beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
})

test('a directory that is loaded again: new names, other types, and the pages of those bodies', async () => {
  const { id } = await anOrganisation('Quarry Council')
  const { caseStudy } = await aPublishedCaseStudy({ organisation: 'Quarry Council' })
  await drainOutbox()
  await rebuildIndex()
  await db.organisation.update({ where: { id }, data: { otherNames: ['Marlpit'], type: 'county' } })
  await db.$transaction((tx) => emit(tx, 'organisations.loaded', {}))
  await drainOutbox()
  expect(await indexed('marlpit')).toContain(`organisation-${id}`)
  expect(await facetsOf(`case-${caseStudy.id}`)).toContain('type county')
  expect(await verifyIndex()).toEqual([])
})

test('headings that are merged: the pages, the heading that stays, and no document of the one that went', async () => {
  const { caseStudy } = await aPublishedCaseStudy({ categories: ['D15'] })
  await drainOutbox()
  await rebuildIndex()
  await anAppliedChange({ kind: 'merge', from: ['D15'], into: 'D16' })
  await drainOutbox()
  expect(await facetsOf(`case-${caseStudy.id}`)).toContain('category D16')
  expect(await db.searchDocument.count({ where: { id: 'category-D15' } })).toBe(0)
  expect(await verifyIndex()).toEqual([])
})

test('labels that a version of the law register moves', async () => {
  await theLawRegister()
  const legalStatus = { ...aContent().legalStatus, regime: 'PA2023' as const, commencedOn: '2025-06-01' }
  const { caseStudy } = await aPublishedCaseStudy({ legalStatus })
  await drainOutbox()
  await rebuildIndex()
  expect(await facetsOf(`case-${caseStudy.id}`)).toContain('standing current')
  const content = withLaws(await starterLaws(), { PA2023: { to: '2026-01-01', note: 'Gargoyle' } })
  value((await publishRegister(await aPerson('admin'), { content, note: 'It ended', base: 1 })) as never)
  await drainOutbox()
  expect(await facetsOf(`case-${caseStudy.id}`)).not.toContain('standing current')
  expect(await indexed('gargoyle')).toEqual(['help-law-pa2023'])
  expect(await verifyIndex()).toEqual([])
})

test('answers to the template by the words of their options, under their new names too', async () => {
  const admin = await aPerson('admin')
  const field = aField({
    key: 'scale',
    label: 'Scale',
    type: 'one-of',
    options: options('Pilot', 'Gargoyle'),
  })
  await aTemplate(admin, () => [field])
  const { caseStudy } = await aPublishedCaseStudy({ extra: { scale: 'gargoyle' }, template: 2 })
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([`case-${caseStudy.id}`])
  const renamed = field.options.map((one) => (one.key === 'gargoyle' ? { ...one, label: 'Wyvern' } : one))
  await aTemplate(admin, () => [{ ...field, options: renamed }])
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([])
  expect(await indexed('wyvern')).toEqual([`case-${caseStudy.id}`])
})

test('a page that is withdrawn and brought back while others write it ends as it stands', async () => {
  const moderator = await aPerson('moderator')
  const made = await Promise.all(['Zinc', 'Tin', 'Lead'].map((title) => aPublishedCaseStudy({ title })))
  const ids = made.map(({ caseStudy }) => caseStudy.id)
  await drainOutbox()
  const writing = Array.from({ length: 6 }, (_, at) => reindexPages(at % 2 ? ids : [...ids].reverse()))
  const moving = ids.map(async (id, at) => {
    value(await withdrawPage(moderator, { id, reason: 'It is wrong' }))
    expect(await indexed(['zinc', 'tin', 'lead'][at] as string)).toEqual([])
    if (at === 0) value(await returnPage(moderator, { id, reason: '' }))
  })
  await Promise.all([...writing, ...moving])
  await drainOutbox()
  expect(await indexed('zinc')).toEqual([`case-${ids[0]}`])
  expect([await indexed('tin'), await indexed('lead')]).toEqual([[], []])
  await rebuildIndex()
  expect(await verifyIndex()).toEqual([])
})

test('of two saves the later is what is found, in whatever order their jobs run', async () => {
  const { author, caseStudy } = await aPublishedCaseStudy({ title: 'One' })
  const second = value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Two' })))
  value(await editCaseStudy(author, anEditOf({ ...caseStudy, ...second }, { title: 'Three' })))
  await Promise.all([drainOutbox(), drainOutbox(), reindexPages([caseStudy.id])])
  expect([await indexed('two'), await indexed('three')]).toEqual([[], [`case-${caseStudy.id}`]])
})

async function facetsOf(id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ named: string }[]>`
    SELECT f.facet || ' ' || f.value AS named FROM search_document d JOIN search_facet f ON f.id = ANY(d.facets)
    WHERE d.id = ${id}`
  return rows.map(({ named }) => named)
}
