import { beforeAll, describe, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { listRevisions } from '@/lib/revisions/queries'
import { drainOutbox } from '@/lib/worker/tasks'
import {
  aContent,
  anEditOf,
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aResource,
  aResult,
  aStranger,
  theContentsTree,
  titleOf,
  value,
} from '@/tests/support/builders'
import { searchFor } from '@/tests/support/search-for'

beforeAll(theContentsTree)

describe('creating', () => {
  test('a new member is refused and nothing is written', async () => {
    const before = await db.page.count()
    const outcome = await createCaseStudy(aStranger('pending'), { content: aContent(), note: 'x' })
    expect(outcome).toEqual(refused('not-allowed'))
    // Forms turn visitors away; the verb does so too, whoever calls it.
    expect(await createCaseStudy(null as never, { content: aContent(), note: 'x' })).toEqual(
      refused('not-allowed'),
    )
    expect(await db.page.count()).toBe(before)
  })

  test.each([[['D10', 'D99']], [['D']], [['Z1']]])(
    'a label that nobody made is refused: %j',
    async (categories) => {
      const author = await aPerson()
      const before = await db.page.count()
      expect(await createCaseStudy(author, { content: aContent({ categories }), note: 'x' })).toEqual(
        refused('unknown-label'),
      )
      expect(await db.page.count()).toBe(before)
    },
  )

  test('readers see what was written, under the name of its author', async () => {
    const organisation = await anOrganisation('Tyne Council', { region: 'North East' })
    const { author, caseStudy } = await aPublishedCaseStudy({
      title: 'Tŷ cynnes',
      organisation: 'Tyne Council',
      context: 'Homes were *cold*.',
      results: [aResult({ measure: 'Warm homes' }), aResult({ measure: 'Jobs', after: '12' })],
      resources: [aResource(), aResource({ number: 2, kind: 'primary', title: 'The contract' })],
      gaps: ['What it cost'],
    })
    const seen = await findVisibleCaseStudy(caseStudy.id)
    expect(seen).toMatchObject({
      slug: 'ty-cynnes',
      number: 1,
      html: { context: '<p>Homes were <em>cold</em>.</p>' },
      organisation: { id: organisation.id, name: 'Tyne Council' },
      authors: [{ name: author.name, handle: null }],
      row: {
        legal: 'Not known',
        headline: { measure: 'Warm homes', after: '51%' },
        resultCount: 2,
        resourceCount: 2,
        documentCount: 1,
        firstGap: 'What it cost',
        labels: [{ code: 'D10' }, { code: 'E3.2' }],
      },
    })
    expect(await findVisibleCaseStudy(caseStudy.id + 1000)).toBeNull()
  })

  test('the headings above a ticked one are implied', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ categories: ['D10', 'E3.2'] })
    const rows = await db.caseStudyCategory.findMany({
      where: { pageId: caseStudy.id },
      orderBy: { code: 'asc' },
    })
    expect(rows.map(({ code, ticked }) => `${code} ${ticked}`)).toEqual([
      'D false',
      'D10 true',
      'E false',
      'E3 false',
      'E3.2 true',
    ])
  })

  test('search finds it once the worker has been round', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ title: 'Quokka enclosures at the zoo' })
    expect((await searchFor('quokka')).total).toBe(0)
    await drainOutbox()
    expect((await searchFor('quokka')).hits).toMatchObject([
      { kind: 'case_study', row: { id: caseStudy.id } },
    ])
  })
})

describe('editing', () => {
  test('a second saver who changed the same words is asked, and nothing changes', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await editCaseStudy(await aPerson(), anEditOf(caseStudy, { title: 'Warmer homes' })))
    expect(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Cold homes' }))).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflict: { base: 1, head: 2, pieces: [{ path: 'title', theirs: 'Warmer homes', mine: 'Cold homes' }] },
    })
    expect(await titleOf(caseStudy)).toBe('Warmer homes')
    expect(await db.revision.count({ where: { pageId: caseStudy.id } })).toBe(2)
  })

  test.each([0, 2, -1, 999])('a base that is no version, such as %i, is refused', async (base) => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edit = { ...anEditOf(caseStudy, { title: 'Other' }), base }
    expect(await editCaseStudy(author, edit)).toEqual(refused('unknown-base'))
  })

  test('saving without a change is refused', async () => {
    const { author, caseStudy, content } = await aPublishedCaseStudy()
    expect(await editCaseStudy(author, anEditOf(caseStudy, content))).toEqual(refused('unchanged'))
    expect(await db.revision.count({ where: { pageId: caseStudy.id } })).toBe(1)
  })

  test('new members, unknown labels and pages that are not there are refused', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edit = anEditOf(caseStudy, { title: 'Other' })
    expect(await editCaseStudy(await aPerson('pending'), edit)).toEqual(refused('not-allowed'))
    expect(await editCaseStudy(author, { ...edit, content: aContent({ categories: ['D99'] }) })).toEqual(
      refused('unknown-label'),
    )
    expect(await editCaseStudy(author, { ...edit, id: 999_999 })).toEqual(refused('not-found'))
    expect(await titleOf(caseStudy)).toBe('Warm homes in small lots')
  })

  test('a new title changes the address but not the id', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const edited = value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Cosy homes' })))
    expect(edited).toMatchObject({ id: caseStudy.id, slug: 'cosy-homes', number: 2, merged: false })
    expect(await findVisibleCaseStudy(caseStudy.id)).toMatchObject({
      slug: 'cosy-homes',
      content: { title: 'Cosy homes' },
    })
  })

  test('what was taken out of the page is gone from lists, and stays in history', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({
      results: [aResult()],
      resources: [aResource()],
      categories: ['D10', 'C2'],
    })
    value(await editCaseStudy(author, anEditOf(caseStudy, { categories: ['C2'] })))
    expect(await findVisibleCaseStudy(caseStudy.id)).toMatchObject({
      row: { headline: null, resourceCount: 0, labels: [{ code: 'C2' }] },
    })
    const first = await db.revision.findUniqueOrThrow({
      where: { pageId_number: { pageId: caseStudy.id, number: 1 } },
    })
    expect(first.content).toMatchObject({ categories: ['D10', 'C2'], results: [{ after: '51%' }] })
  })

  test('the history names who changed what, the newest first', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const other = await aPerson('contributor', { listed: true })
    value(
      await editCaseStudy(other, {
        ...anEditOf(caseStudy, { title: 'Cosy homes' }),
        note: 'A plainer title',
      }),
    )
    const { rows, total } = await listRevisions(caseStudy.id, { page: 1, perPage: 10 })
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      {
        number: 2,
        note: 'A plainer title',
        author: { name: other.name, handle: other.handle },
        changed: ['title'],
      },
      { number: 1, note: 'First version', author: { name: author.name, handle: null }, changed: [] },
    ])
  })
})

describe('a contact’s private address', () => {
  const secret = 'hidden.person@example.gov.uk'
  const contact = { name: 'Food team', organisation: '', email: secret, phone: '', byForm: true }

  test('is in no revision, page, search document or job', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ contact })
    value(await editCaseStudy(author, anEditOf(caseStudy, { contact, title: 'Again' })))
    expect(await db.privateContact.findUnique({ where: { pageId: caseStudy.id } })).toEqual({
      pageId: caseStudy.id,
      email: secret,
    })
    const jobs = await db.$queryRaw`SELECT * FROM graphile_worker._private_jobs`
    await drainOutbox()
    const kept = [
      jobs,
      db.revision.findMany(),
      db.revisionHtml.findMany(),
      db.searchDocument.findMany(),
      db.caseStudy.findMany(),
    ]
    expect(
      JSON.stringify(await Promise.all(kept), (_, entry) =>
        typeof entry === 'bigint' ? String(entry) : entry,
      ),
    ).not.toContain('hidden')
    expect(JSON.stringify(await findVisibleCaseStudy(caseStudy.id))).not.toContain('hidden')
    expect((await searchFor('hidden.person')).total).toBe(0)
  })

  test('stays when an editor who does not know it leaves it empty, and goes with the contact', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy({ contact })
    const second = value(
      await editCaseStudy(
        author,
        anEditOf(caseStudy, { contact: { ...contact, email: '', name: 'Meals team' } }),
      ),
    )
    expect(await db.privateContact.count({ where: { pageId: caseStudy.id, email: secret } })).toBe(1)
    value(await editCaseStudy(author, anEditOf(second, { contact: null })))
    expect(await db.privateContact.count({ where: { pageId: caseStudy.id } })).toBe(0)
  })
})

describe('restoring', () => {
  test('adds the old version again on top, and removes nothing', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Vandalised', categories: ['C2'] })))
    const moderator = await aPerson('moderator')
    const restored = value(await restoreCaseStudy(moderator, { id: caseStudy.id, number: 1, base: 2 }))
    expect(restored).toMatchObject({ id: caseStudy.id, slug: 'warm-homes-in-small-lots', number: 3 })
    const { rows } = await listRevisions(caseStudy.id, { page: 1, perPage: 10 })
    expect(rows[0]).toMatchObject({
      number: 3,
      note: 'Restored version 1',
      restoredFrom: 1,
      author: { name: moderator.name },
    })
    expect(rows).toHaveLength(3)
    expect(await findVisibleCaseStudy(caseStudy.id)).toMatchObject({
      row: { labels: [{ code: 'D10' }, { code: 'E3.2' }] },
    })
  })

  test('is refused for new members, from an old base, for the version that is shown, and for one that is not there', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    value(await editCaseStudy(author, anEditOf(caseStudy, { title: 'Second' })))
    const { id } = caseStudy
    expect(await restoreCaseStudy(await aPerson('pending'), { id, number: 1, base: 2 })).toEqual(
      refused('not-allowed'),
    )
    expect(await restoreCaseStudy(author, { id, number: 1, base: 1 })).toEqual(refused('stale'))
    expect(await restoreCaseStudy(author, { id, number: 2, base: 2 })).toEqual(refused('unchanged'))
    expect(await restoreCaseStudy(author, { id, number: 9, base: 2 })).toEqual(refused('not-found'))
    expect(await titleOf(caseStudy)).toBe('Second')
  })
})
