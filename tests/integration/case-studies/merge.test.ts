import { beforeAll, describe, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { recordOf } from '@/lib/case-studies/record'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { CASE_STUDY_SHAPE } from '@/lib/case-studies/shape'
import { undoCaseStudyRevision } from '@/lib/case-studies/undo'
import { CASE_STUDIES } from '@/lib/case-studies/write'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import type { Decision } from '@/lib/revisions/merge'
import { findHead } from '@/lib/revisions/queries'
import { resolveConflict } from '@/lib/revisions/resolve'
import type { JsonObject } from '@/lib/revisions/shape'
import { storyContent } from '@/lib/stories/schema'
import { STORY_SHAPE } from '@/lib/stories/shape'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aResource,
  aResult,
  theContentsTree,
  value,
} from '@/tests/support/builders'

beforeAll(theContentsTree)

type Changes = Partial<CaseStudyContent>

/** One case study, saved by two people from the same version: the second outcome, and the page afterwards. */
async function savedByTwo(start: Changes, theirs: Changes, mine: Changes) {
  const { caseStudy } = await aPublishedCaseStudy(start)
  const save = async (changes: Changes) =>
    editCaseStudy(await aPerson(), anEditOf(caseStudy, { ...start, ...changes }))
  value(await save(theirs))
  const outcome = await save(mine)
  const head = await findHead<CaseStudyContent>('case_study', caseStudy.id)
  if (!head) throw new Error('the page is gone')
  return { outcome, head, content: head.content, caseStudy }
}

describe('two savers of one version', () => {
  test('changes of different fields are merged, and the history says so', async () => {
    const { outcome, content, head } = await savedByTwo(
      {},
      { title: 'Warmer homes' },
      { impact: 'Very warm.' },
    )
    expect(outcome).toMatchObject({ ok: true, value: { number: 3, merged: true } })
    expect(content).toMatchObject({ title: 'Warmer homes', impact: 'Very warm.' })
    const revision = await db.revision.findFirstOrThrow({ where: { pageId: head.id, number: 3 } })
    expect(revision).toMatchObject({ mergedFrom: 1, changed: ['impact'] })
  })

  test('labels, regions and gaps are merged one by one', async () => {
    const start: Changes = { categories: ['C2', 'D10'], regions: ['Wales'], gaps: ['The cost', 'The staff'] }
    const { content } = await savedByTwo(
      start,
      { categories: ['C2', 'D10', 'E3.2'], regions: ['Wales', 'London'], gaps: ['The staff'] },
      { categories: ['D10'], gaps: ['The cost', 'The staff', 'The carbon'] },
    )
    expect(content).toMatchObject({
      categories: ['D10', 'E3.2'],
      regions: ['Wales', 'London'],
      gaps: ['The staff', 'The carbon'],
    })
  })

  test('different cells of one result, and results added by both, are merged', async () => {
    const first = aResult({ measure: 'Local spend', before: '40%', after: '51%' })
    const { content } = await savedByTwo(
      { results: [first] },
      { results: [{ ...first, after: '52%' }, aResult({ measure: 'Jobs', after: '12' })] },
      { results: [{ ...first, period: '2024' }, aResult({ measure: 'Carbon', after: '9 t' })] },
    )
    expect(content.results).toMatchObject([
      { measure: 'Local spend', after: '52%', period: '2024' },
      { measure: 'Jobs' },
      { measure: 'Carbon' },
    ])
  })

  test('links that both added get numbers of their own, and references follow', async () => {
    const link = (title: string, number: number) =>
      aResource({ number, title, url: `https://a.example/${title}` })
    const { content } = await savedByTwo(
      { resources: [link('a', 1)] },
      { resources: [link('a', 1), link('b', 2)], context: 'Theirs says so [2](#source-2).' },
      {
        resources: [link('a', 1), link('c', 2)],
        impact: 'Mine says so [2](#source-2).',
        results: [aResult({ source: '1, 2' })],
      },
    )
    expect(content.resources.map(({ title, number }) => `${title}${number}`).sort()).toEqual([
      'a1',
      'b2',
      'c3',
    ])
    expect(content.context).toBe('Theirs says so [2](#source-2).')
    expect(content.impact).toBe('Mine says so [3](#source-3).')
    expect(content.results[0]?.source).toBe('1, 3')
  })

  test('a link that both added alike stands once', async () => {
    const link = aResource({ number: 1, title: 'The report' })
    const { outcome, content } = await savedByTwo(
      {},
      { resources: [link] },
      { resources: [link], impact: 'New.' },
    )
    expect(outcome.ok).toBe(true)
    expect(content.resources).toHaveLength(1)
  })

  test('a hidden contact address given by the second saver is kept, and stays out of the page', async () => {
    const contact = { name: 'Buyer', organisation: '', email: 'me@example.gov.uk', phone: '', byForm: true }
    const { caseStudy, content } = await savedByTwo({}, { title: 'Warmer homes' }, { contact })
    expect(content.contact).toMatchObject({ name: 'Buyer', email: '' })
    const kept = await db.privateContact.findUnique({ where: { pageId: caseStudy.id } })
    expect(kept?.email).toBe('me@example.gov.uk')
  })

  test('the same change by both leaves one version', async () => {
    const { outcome, head } = await savedByTwo({}, { impact: 'Warm.' }, { impact: 'Warm.' })
    expect(outcome).toEqual(refused('unchanged'))
    expect(head.number).toBe(2)
  })

  test('a row that one removed and the other changed is asked about', async () => {
    const result = aResult({ measure: 'Jobs', after: '12' })
    const { outcome, head } = await savedByTwo(
      { results: [result] },
      { results: [] },
      { results: [{ ...result, after: '14' }] },
    )
    expect(outcome).toMatchObject({
      reason: 'conflict',
      conflict: { pieces: [{ kind: 'choice', theirs: '', mine: expect.stringContaining('After: 14') }] },
    })
    expect(head.number).toBe(2)
  })

  test('pieces that together break a rule are asked about whole', async () => {
    const words = (count: number, name: string) => Array.from({ length: count }, () => name).join(' ')
    const start = `${words(10, 'one')} ${words(10, 'two')} ${words(10, 'three')}`
    const { outcome } = await savedByTwo(
      { summary: start },
      { summary: `${words(20, 'new')} ${start}` },
      { summary: `${start} ${words(20, 'last')}` },
    )
    expect(outcome).toMatchObject({
      reason: 'conflict',
      conflict: { whole: true, pieces: [{ id: 'summary' }] },
    })
  })
})

describe('deciding a conflict', () => {
  const start = { context: 'One paragraph.\n\nHomes were cold.', title: 'Cold homes' }
  const theirs = { context: 'One paragraph.\n\nHomes were freezing.', title: 'Freezing homes' }
  const mine = { context: 'One paragraph, longer.\n\nHomes were icy.', title: 'Icy homes' }

  async function decided(decisions: Record<string, Decision>) {
    const { caseStudy } = await savedByTwo(start, theirs, mine)
    const record = recordOf(aContent(mine)).record as JsonObject
    return resolveConflict(CASE_STUDIES, {
      kind: 'case_study',
      id: caseStudy.id,
      base: 1,
      against: 2,
      mine: record,
      whole: false,
      decide: ({ path }) => decisions[path],
    })
  }

  test('each piece becomes what was chosen, and what was not in conflict is merged', async () => {
    expect(
      await decided({ title: { choice: 'own', text: 'Chilly homes' }, context: { choice: 'both' } }),
    ).toMatchObject({
      kind: 'merged',
      content: {
        title: 'Chilly homes',
        context: 'One paragraph, longer.\n\nHomes were freezing. Homes were icy.',
      },
    })
  })

  test('pieces left open are asked again', async () => {
    expect(await decided({ title: { choice: 'theirs' } })).toMatchObject({
      kind: 'conflict',
      pieces: [{ path: 'context' }],
    })
  })

  test('words of one’s own keep the rules of the field', async () => {
    const tooLong = { choice: 'own', text: 'x'.repeat(200) } as const
    expect(await decided({ title: tooLong, context: { choice: 'mine' } })).toEqual({ kind: 'invalid' })
  })
})

describe('undoing one version in the middle', () => {
  test('takes its change back and keeps what came later', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edit = (base: number, changes: Changes) => ({ ...anEditOf(caseStudy, changes), base })
    value(await editCaseStudy(author, edit(1, { title: 'Vandalised' })))
    value(await editCaseStudy(author, edit(2, { title: 'Vandalised', impact: 'Later words.' })))

    const undone = value(await undoCaseStudyRevision(author, { id: caseStudy.id, number: 2 }))
    expect(undone.number).toBe(4)
    const head = await findHead<CaseStudyContent>('case_study', caseStudy.id)
    expect(head?.content).toMatchObject({ title: 'Warm homes in small lots', impact: 'Later words.' })
    expect(await db.revision.findFirst({ where: { pageId: caseStudy.id, number: 4 } })).toMatchObject({
      undoes: 2,
    })
  })

  test('is a conflict where later changes touch it, and refused for the first version', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Second' })))
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Third' }), base: 2 }))
    const undo = (number: number) => undoCaseStudyRevision(author, { id: caseStudy.id, number })
    expect(await undo(2)).toMatchObject({ reason: 'conflict' })
    expect(await undo(1)).toEqual(refused('not-found'))
    expect(await undo(9)).toEqual(refused('not-found'))
    expect(await undoCaseStudyRevision(await aPerson('pending'), { id: caseStudy.id, number: 2 })).toEqual(
      refused('not-allowed'),
    )
  })
})

describe('the same save sent twice', () => {
  test('writes one version, also when both arrive at once', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edit = { ...anEditOf(caseStudy, { title: 'Once' }), key: 'a-key-of-mine' }
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => editCaseStudy(author, edit)))
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.number)).toEqual(Array(8).fill(2))
    expect(await db.revision.count({ where: { pageId: caseStudy.id } })).toBe(2)
    expect(value(await editCaseStudy(author, edit))).toMatchObject({ number: 2, repeated: true })
  })

  test('makes one page, and another save may not use the key again', async () => {
    const author = await aPerson()
    const draft = { content: aContent({ title: 'Made once' }), note: 'First', key: 'another-key' }
    const first = value(await createCaseStudy(author, draft))
    expect(value(await createCaseStudy(author, draft))).toMatchObject({ id: first.id, repeated: true })
    expect(await createCaseStudy(author, { ...draft, note: 'Second' })).toEqual(refused('key-reused'))
    const other = value(await createCaseStudy(await aPerson(), draft))
    expect(other.id).not.toBe(first.id)
  })
})

test('a page that is not live is not written to', async () => {
  const { author, caseStudy } = await aPublishedCaseStudy()
  await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
  expect(await editCaseStudy(author, anEditOf(caseStudy, { title: 'New' }))).toEqual(refused('not-live'))
})

test('every field of both kinds of page has its way of merging', () => {
  const fields = Object.keys(caseStudyContent.shape).sort()
  expect(Object.keys(CASE_STUDY_SHAPE).sort()).toEqual(fields)
  expect(Object.keys(STORY_SHAPE).sort()).toEqual(Object.keys(storyContent.shape).sort())
})
