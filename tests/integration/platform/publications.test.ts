import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { answerRequest } from '@/lib/discussions/answer-request'
import { openThread } from '@/lib/discussions/open-thread'
import { removeComment } from '@/lib/discussions/remove-comment'
import { reopenThread } from '@/lib/discussions/reopen-thread'
import { reply } from '@/lib/discussions/reply'
import { resolveThread } from '@/lib/discussions/resolve-thread'
import { saveDraft } from '@/lib/drafts/save'
import { addFavourite } from '@/lib/favourites/favourites'
import { addWatch } from '@/lib/following/watches'
import { publishRegister } from '@/lib/legal/publish-register'
import { uploadFile } from '@/lib/media/upload'
import { undoChange } from '@/lib/nomenclature/undo'
import { returnPage } from '@/lib/pages/return'
import { withdrawPage } from '@/lib/pages/withdraw'
import { saveProfile } from '@/lib/people/profile'
import { daysAfter, today } from '@/lib/platform/day'
import { db, pool } from '@/lib/platform/db'
import { type Clock, openClock } from '@/lib/platform/publication/clock.mjs'
import { publishing } from '@/lib/platform/publication/publishing'
import { askForReview } from '@/lib/review/requests-ask'
import { submitCaseStudy } from '@/lib/review/submit'
import { writeFirstTemplate } from '@/lib/templates/publish'
import { exportSite } from '@/lib/transfer/export'
import { importSite } from '@/lib/transfer/import'
import type { SignedIn } from '@/lib/users/access'
import { askFor } from '@/lib/wanted/ask'
import { becomeWanted } from '@/lib/wanted/become-wanted'
import { newRequest } from '@/lib/wanted/schema'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from '@/tests/support/builders'
import { anAppliedChange } from '@/tests/support/changes-of-headings'
import { emptyDatabase } from '@/tests/support/empty-database'
import { aPdf } from '@/tests/support/files'
import { starterLaws, theLawRegister, withLaws } from '@/tests/support/law'
import { aField, aTemplate } from '@/tests/support/template'
import { aFileName } from '@/tests/support/transfer'
import { until } from '@/tests/support/until'

let clock: Clock
let heard: string[] = []
let author: SignedIn
let moderator: SignedIn
let admin: SignedIn

beforeAll(async () => {
  await theContentsTree()
  await theLawRegister()
  await writeFirstTemplate()
  ;[author, moderator, admin] = await Promise.all([aPerson(), aPerson('moderator'), aPerson('admin')])
  await listen()
})
afterAll(() => clock.close())

async function listen() {
  clock = openClock({ databaseUrl: process.env.DATABASE_URL as string, kind: 'pages' })
  clock.heard((tags) => heard.push(...tags))
  expect(await clock.mayServeWithin(10_000)).toBe(true)
}

/** What every process hears of while this runs. */
async function publishedBy(work: () => Promise<unknown>): Promise<string[]> {
  await said('begins')
  heard = []
  await work()
  await said('ends')
  return [...new Set(heard)].filter((tag) => tag !== 'ends').sort()
}

async function said(tag: string) {
  await publishing(db, [tag])
  await until(() => heard.includes(tag))
}

describe('a save says what it publishes', () => {
  test('case studies, stories, and what becomes of a page', async () => {
    const tags = await publishedBy(async () => {
      const { caseStudy } = await aPublishedCaseStudy()
      await editCaseStudy(author, anEditOf(caseStudy, { title: 'Warmer homes' }))
      await aPublishedStory([caseStudy.id])
      value(await withdrawPage(moderator, { id: caseStudy.id, reason: 'Wrong' }))
      value(await returnPage(moderator, { id: caseStudy.id, reason: 'Right' }))
    })
    expect(tags).toEqual(expect.arrayContaining(['category:D10', 'everything', 'stories']))
    expect(tags).not.toContain('*')
  })

  test('talk and reviews', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const page = caseStudy.id
    const tags = await publishedBy(async () => {
      const thread = { page, field: '', title: 'How?', body: 'How so?' }
      const { thread: id } = value(await openThread(author, thread))
      const { comment } = value(await reply(moderator, { thread: id, body: 'So.' }))
      value(await resolveThread(moderator, id))
      value(await reopenThread(moderator, id))
      value(await removeComment(moderator, { comment, reason: 'Rude' }))
      const asked = { page, people: [moderator.handle], dueOn: daysAfter(today(), 7), note: '' }
      const { request } = value((await askForReview(author, asked)) as never) as { request: number }
      value(await answerRequest(moderator, { request, answer: 'right', body: '' }))
    })
    expect(tags).toEqual([`page:${page}`])
  })

  test('headings, laws, the template, people and what is wanted', async () => {
    expect(
      await publishedBy(async () => {
        const changeId = await anAppliedChange({ kind: 'rename', code: 'D10', name: 'Heat' })
        value((await undoChange(admin, { changeId, reason: 'As before' })) as never)
      }),
    ).toEqual(expect.arrayContaining(['category:D10', 'nomenclature', 'taxonomy']))

    const laws = withLaws(await starterLaws(), { PA2023: { name: 'The Procurement Act' } })
    const change = { content: laws, note: 'Its name', base: 1 }
    expect(await publishedBy(async () => value((await publishRegister(admin, change)) as never))).toEqual([
      'everything',
      'law',
    ])
    expect(await publishedBy(() => aTemplate(admin, (fields) => [...fields, aField()]))).toEqual(['template'])

    const listed = { jobTitle: '', organisation: '', region: '' as const, about: 'Roofs', canHelpWith: '' }
    const person = await aPerson()
    const profile = { ...listed, name: person.name, helpCategories: [], listed: true }
    expect(await publishedBy(() => saveProfile(person, profile))).toEqual(['everything', 'people'])
    expect(await publishedBy(() => saveProfile(person, { ...profile, about: 'Gutters' }))).toEqual(['people'])

    const wish = newRequest.parse({ title: 'Quiet roads', purpose: 'x', lookingFor: 'case' })
    expect(await publishedBy(async () => value(await askFor(author, wish)))).toEqual(['wanted'])
    // By the worker, for one.
    expect(await publishedBy(() => becomeWanted('quiet roads', 'searched'))).toEqual(['wanted'])
  })
})

describe('nothing is published', () => {
  test('by drafts, submissions, favourites, watches, uploads, accounts, settings and the worker', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const newcomer = await aPerson('pending')
    const tags = await publishedBy(async () => {
      const place = { kind: 'case_study', pageId: caseStudy.id, base: 1 } as const
      await saveDraft(author, { ...place, values: { title: 'Draft' }, tray: null } as never)
      const submission = { content: aContent({ title: 'Offered' }), page: null, note: 'x' }
      value(await submitCaseStudy(newcomer, submission))
      await addFavourite(author, caseStudy.id)
      await addWatch(author, { kind: 'page', ref: String(caseStudy.id) })
      value(await uploadFile(author, { bytes: aPdf('words'), name: 'words.pdf', licence: 'ogl' }))
      await aPerson()
      await db.person.update({ where: { id: newcomer.id }, data: { mailFrequency: 'weekly', about: 'x' } })
      await drainOutbox()
    })
    expect(tags).toEqual([])
  })

  test('by a statement that changes nothing', async () => {
    const tags = await publishedBy(async () => {
      await db.$executeRaw`UPDATE case_study SET title = title`
      await db.$executeRaw`DELETE FROM case_study WHERE false`
    })
    expect(tags).toEqual([])
  })
})

describe('whoever says nothing publishes everything', () => {
  test('with plain SQL, one row or many, adding, changing and removing', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const statements = [
      `UPDATE case_study SET title = 'By hand' WHERE page_id = ${caseStudy.id}`,
      `INSERT INTO page (kind, slug) SELECT 'case_study', 'x' FROM generate_series(1, 100)`,
      `DELETE FROM page WHERE slug = 'x'`,
      `UPDATE person SET name = 'Another' WHERE id = '${author.id}'`,
      `UPDATE stored_file SET published_at = now()`,
      `TRUNCATE wanted CASCADE`,
    ]
    for (const statement of statements)
      expect([statement, await publishedBy(() => pool().query(statement))]).toEqual([statement, ['*']])
  })

  test('but not who says something beside it', async () => {
    const statement = `BEGIN; UPDATE page SET slug = 'by-hand' WHERE head_number > 0;
      INSERT INTO publication (tags) VALUES ('{page:12}'); COMMIT`
    expect(await publishedBy(() => pool().query(statement))).toEqual(['page:12'])
  })
})

test('an import publishes everything', async () => {
  const path = aFileName()
  value(await exportSite(path))
  await clock.close()
  await emptyDatabase()
  await listen()
  expect(await publishedBy(async () => value(await importSite(path)))).toEqual(['*'])
})
