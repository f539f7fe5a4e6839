import { beforeAll, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import { undoCaseStudyRevision } from '@/lib/case-studies/undo'
import { mergePages } from '@/lib/pages/merge'
import { returnPage } from '@/lib/pages/return'
import { withdrawPage } from '@/lib/pages/withdraw'
import { pool } from '@/lib/platform/db'
import { listRevisions } from '@/lib/revisions/queries'
import type { SignedIn } from '@/lib/users/access'
import { anEditOf, aPerson, aPublishedCaseStudy, theContentsTree, value } from '../../support/builders'

const all = { page: 1, perPage: 50 }
let moderator: SignedIn

beforeAll(async () => {
  await theContentsTree()
  moderator = await aPerson('moderator')
})

/** A case study with this many versions; every second one is minor. */
async function aHistory(versions: number) {
  const { author, caseStudy } = await aPublishedCaseStudy()
  let head = caseStudy
  for (let number = 2; number <= versions; number += 1) {
    const edit = anEditOf(head, { title: `Title ${number}` })
    head = value(await editCaseStudy(author, { ...edit, minor: number % 2 === 0 }))
  }
  return { author, caseStudy: head }
}

test('each row says what changed, whether that was minor, and what it restored, undid or was merged with', async () => {
  const { author, caseStudy } = await aHistory(2)
  const base = { id: caseStudy.id, number: 1, base: 2 }
  value(await restoreCaseStudy(moderator, base))
  value(await undoCaseStudyRevision(author, { id: caseStudy.id, number: 3 }))
  value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Title 2', partners: 'The union' }) }))
  const { rows } = await listRevisions(caseStudy.id, all)
  expect(rows).toMatchObject([
    { number: 5, changed: ['partners'], mergedFrom: 2, minor: false },
    { number: 4, changed: ['title'], undoes: 3, minor: false },
    { number: 3, changed: ['title'], restoredFrom: 1 },
    { number: 2, changed: ['title'], minor: true, mergedFrom: null, undoes: null, restoredFrom: null },
    { number: 1, changed: [], minor: false },
  ])
})

test('minor edits are left out when asked, and the rest is counted without them', async () => {
  const { caseStudy } = await aHistory(5)
  const { rows, total } = await listRevisions(caseStudy.id, { ...all, withoutMinor: true })
  expect(rows.map(({ number }) => number)).toEqual([5, 3, 1])
  expect(total).toBe(3)
  expect((await listRevisions(caseStudy.id, all)).total).toBe(5)
})

test('what happened to the page stands among its versions, in the part of the list where it belongs', async () => {
  const { author, caseStudy } = await aHistory(2)
  value(await withdrawPage(moderator, { id: caseStudy.id, reason: 'A doubt about the figures' }))
  value(await returnPage(moderator, { id: caseStudy.id, reason: 'The figures hold' }))
  value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Title 3' })))
  const part = (page: number) => listRevisions(caseStudy.id, { page, perPage: 1 })
  const parts = [await part(1), await part(2), await part(3)]
  expect(parts.map(({ rows }) => rows.map(({ number }) => number))).toEqual([[3], [2], [1]])
  expect(parts.map(({ events }) => events.map(({ kind, reason }) => `${kind}: ${reason}`))).toEqual([
    [],
    ['returned: The figures hold', 'withdrawn: A doubt about the figures'],
    [],
  ])
})

test('a merge is told on both sides, with the name of the other page', async () => {
  const [one, other] = [await aHistory(2), await aHistory(3)]
  value(
    await mergePages(moderator, { id: one.caseStudy.id, into: other.caseStudy.id, reason: 'The same story' }),
  )
  const seen = async (id: number) => (await listRevisions(id, all)).events
  expect(await seen(one.caseStudy.id)).toMatchObject([{ kind: 'merged', other: { title: 'Title 3' } }])
  expect(await seen(other.caseStudy.id)).toMatchObject([{ kind: 'absorbed', other: { title: 'Title 2' } }])
})

test('the list of a long history reads no text of any version', async () => {
  const { caseStudy } = await aHistory(3)
  const statements: string[] = []
  const { rows } = await watched(statements, () => listRevisions(caseStudy.id, all))
  expect(rows).toHaveLength(3)
  expect(statements.filter((sql) => /"revision"/.test(sql)).length).toBeGreaterThan(0)
  expect(statements.filter((sql) => /"content"/.test(sql))).toEqual([])
})

/** Runs something and keeps the SQL that it sends. */
async function watched<Value>(statements: string[], run: () => Promise<Value>): Promise<Value> {
  const client = pool()
  const query = client.query
  // biome-ignore lint/suspicious/noExplicitAny: it only listens
  const listen = (...given: any[]) => {
    statements.push(typeof given[0] === 'string' ? given[0] : given[0].text)
    return Reflect.apply(query, client, given)
  }
  client.query = listen as typeof client.query
  try {
    return await run()
  } finally {
    client.query = query
  }
}
