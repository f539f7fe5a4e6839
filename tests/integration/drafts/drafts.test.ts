import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { discardDraft, undoDiscard } from '@/lib/drafts/discard'
import { finishDraft } from '@/lib/drafts/finish'
import { draftsMax, undoDays, valuesMaxBytes } from '@/lib/drafts/limits'
import { countBegun, findOwnDraft, listOwnDrafts } from '@/lib/drafts/queries'
import { type DraftToSave, saveDraft } from '@/lib/drafts/save'
import { draftIn } from '@/lib/drafts/schema'
import { db } from '@/lib/platform/db'
import { done, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import {
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  aPublishedStory,
  theContentsTree,
  value,
} from '../../support/builders'

beforeAll(theContentsTree)

const NEW = { kind: 'case_study', pageId: null, base: null } as const

function save(viewer: SignedIn, draft: Partial<DraftToSave>) {
  return saveDraft(viewer, { ...NEW, values: { title: 'Lamps' }, ...draft })
}

describe('saving', () => {
  test('a new page is kept as it is, whatever is missing, and saved again under the same number', async () => {
    const viewer = await aPerson('pending')
    const first = value(
      await save(viewer, { values: { title: '', regions: ['Wales'], results: [{ after: '3' }] } }),
    )
    expect(first.version).toBe(1)
    const next = value(await save(viewer, { id: first.id, version: 1, values: { title: 'Lamps' } }))
    expect([next.id, next.version]).toEqual([first.id, 2])
    expect(await findOwnDraft(viewer, { kind: 'case_study', id: first.id })).toMatchObject({
      values: { title: 'Lamps' },
      tray: [],
      version: 2,
    })
  })

  test('a window that never saw its answer goes on with the same draft', async () => {
    const viewer = await aPerson()
    const writer = randomUUID()
    const [one, two] = await Promise.all([save(viewer, { writer }), save(viewer, { writer })])
    expect(value(two).id).toBe(value(one).id)
    const { id } = value(one)
    expect(value(await save(viewer, { id, version: 1, writer })).version).toBe(3)
    expect(value(await save(viewer, { id, version: 1, writer })).version).toBe(4)
    expect(await countBegun(viewer, 'case_study')).toBe(1)
  })

  test('another window is refused when the draft is newer, is told so, and may then insist', async () => {
    const viewer = await aPerson()
    const { id } = value(await save(viewer, {}))
    value(await save(viewer, { id, version: 1, values: { title: 'Newer' } }))
    const late = await save(viewer, { id, version: 1, values: { title: 'Late' } })
    expect(late).toMatchObject({ ok: false, reason: 'newer', other: { id, version: 2 } })
    expect((await findOwnDraft(viewer, { kind: 'case_study', id }))?.values).toEqual({ title: 'Newer' })

    expect(value(await save(viewer, { id, version: 2, values: { title: 'Late' } })).version).toBe(3)
  })

  test('a page has one draft a person, on the version that was read', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const other = await aPerson()
    const of = { pageId: caseStudy.id, base: 1 }
    const mine = value(await save(author, of))
    const theirs = value(await save(other, of))
    expect(theirs.id).not.toBe(mine.id)
    expect(await save(author, of)).toMatchObject({ reason: 'newer', other: { id: mine.id } })
    expect(await findOwnDraft(author, { kind: 'case_study', pageId: caseStudy.id })).toMatchObject({
      id: mine.id,
      base: 1,
    })
  })

  test('pieces beside the form stay until they are replaced', async () => {
    const viewer = await aPerson()
    const { id } = value(await save(viewer, { tray: ['A footnote', 'A table'] }))
    value(await save(viewer, { id, version: 1 }))
    expect((await findOwnDraft(viewer, { kind: 'case_study', id }))?.tray).toEqual(['A footnote', 'A table'])
    value(await save(viewer, { id, version: 2, tray: ['A table'] }))
    expect((await findOwnDraft(viewer, { kind: 'case_study', id }))?.tray).toEqual(['A table'])
  })

  test('a character that the database cannot hold is left out, and nothing else', async () => {
    const viewer = await aPerson()
    const { id } = value(await save(viewer, { values: { title: 'a\u0000b \\u0000 \\\u0000 \ud83d\ude00' } }))
    expect((await findOwnDraft(viewer, { kind: 'case_study', id }))?.values).toEqual({
      title: 'ab \\u0000 \\ \ud83d\ude00',
    })
  })

  test('what is too large, too many or nowhere is refused and changes nothing', async () => {
    const { caseStudy } = await aPublishedCaseStudy()
    const viewer = await aPerson()
    expect(await save(viewer, { values: { context: 'x'.repeat(valuesMaxBytes) } })).toEqual(
      refused('too-large'),
    )
    expect(await save(viewer, { pageId: 999_999 })).toEqual(refused('not-found'))
    expect(await save(viewer, { kind: 'story', pageId: caseStudy.id })).toEqual(refused('not-found'))
    expect(await save(viewer, { id: 999_999, version: 1 })).toEqual(refused('not-found'))
    expect(await listOwnDrafts(viewer)).toEqual({ open: [], discarded: [] })

    const rows = Array.from({ length: draftsMax }, () => ({
      personId: viewer.id,
      kind: 'case_study' as const,
      values: {},
    }))
    await db.draft.createMany({ data: rows })
    expect(await save(viewer, {})).toEqual(refused('too-many'))
  })

  test('a withdrawn page gets no draft', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    await db.page.update({ where: { id: caseStudy.id }, data: { state: 'withdrawn' } })
    expect(await save(author, { pageId: caseStudy.id, base: 1 })).toEqual(refused('not-found'))
  })
})

describe('whose it is', () => {
  test('nobody but the writer finds, changes, discards or finishes a draft', async () => {
    const [writer, admin] = [await aPerson(), await aPerson('admin')]
    const { id } = value(await save(writer, {}))
    expect(await findOwnDraft(writer, { kind: 'case_study', id })).not.toBeNull()

    expect(await findOwnDraft(admin, { kind: 'case_study', id })).toBeNull()
    expect(await listOwnDrafts(admin)).toEqual({ open: [], discarded: [] })
    expect(await save(admin, { id, version: 1 })).toEqual(refused('not-found'))
    expect(await discardDraft(admin, id)).toEqual(refused('not-found'))
    await finishDraft(db, admin, { id, version: 1 })
    await discardDraft(writer, id)
    expect(await undoDiscard(admin, id)).toEqual(refused('not-found'))
    expect(await undoDiscard(writer, id)).toEqual(done(null))
    expect((await findOwnDraft(writer, { kind: 'case_study', id }))?.values).toEqual({ title: 'Lamps' })
  })
})

describe('the list', () => {
  test('tells the page, whether it has moved on, and what can still be taken back', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const { story } = await aPublishedStory([caseStudy.id])
    const [page] = [value(await save(author, { pageId: caseStudy.id, base: 1, values: { title: 'Warm' } }))]
    const tale = value(await save(author, { kind: 'story', pageId: story.id, base: 1, tray: ['a'] }))
    const gone = value(await save(author, { values: {} }))
    await discardDraft(author, gone.id)
    await db.page.update({ where: { id: caseStudy.id }, data: { headNumber: 2 } })

    const { open, discarded } = await listOwnDrafts(author)
    expect(open).toMatchObject([
      { id: tale.id, kind: 'story', moved: false, pieces: 1, page: { id: story.id, live: true } },
      { id: page.id, kind: 'case_study', title: 'Warm', moved: true, pieces: 0 },
    ])
    expect(discarded).toMatchObject([{ id: gone.id, title: '', page: null, moved: false }])
  })
})

describe('discarding', () => {
  test('is undone within its days and not after them', async () => {
    const viewer = await aPerson()
    const { id } = value(await save(viewer, {}))
    expect(await discardDraft(viewer, id)).toEqual(done(null))
    expect(await discardDraft(viewer, id)).toEqual(refused('not-found'))
    expect(await save(viewer, { id, version: 1 })).toEqual(refused('not-found'))
    expect(await undoDiscard(viewer, id)).toEqual(done(null))

    const longAgo = new Date(Date.now() - (undoDays * 24 + 1) * 3_600_000)
    await db.draft.update({ where: { id }, data: { discardedAt: longAgo } })
    expect(await undoDiscard(viewer, id)).toEqual(refused('not-found'))
    const another = value(await save(viewer, {}))
    await discardDraft(viewer, another.id)
    expect(await db.draft.count({ where: { personId: viewer.id } })).toBe(1)
  })

  test('cannot be undone beside a new draft of the same page, which stays', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const of = { pageId: caseStudy.id, base: 1 }
    const old = value(await save(author, of))
    await discardDraft(author, old.id)
    const next = value(await save(author, of))
    expect(await undoDiscard(author, old.id)).toEqual(refused('another-draft'))
    await discardDraft(author, next.id)
    expect(await undoDiscard(author, old.id)).toEqual(done(null))
  })
})

describe('finishing', () => {
  test('takes away what this window saved, twice without harm, and nothing newer of another', async () => {
    const viewer = await aPerson()
    const [mine, theirs] = [randomUUID(), randomUUID()]
    const one = value(await save(viewer, { writer: mine }))
    const two = value(await save(viewer, { writer: mine, id: one.id, version: 1 }))
    await finishDraft(db, viewer, { id: null, version: null, writer: theirs })
    expect(await countBegun(viewer, 'case_study')).toBe(1)

    value(await save(viewer, { id: one.id, version: two.version, writer: theirs }))
    await finishDraft(db, viewer, { id: one.id, version: two.version, writer: mine })
    expect(await countBegun(viewer, 'case_study')).toBe(1)

    await finishDraft(db, viewer, { id: one.id, version: 3, writer: mine })
    await finishDraft(db, viewer, { id: one.id, version: 3, writer: mine })
    expect(await db.draft.count({ where: { personId: viewer.id } })).toBe(0)
  })

  test('a draft that comes late, after its window has published, is not kept; another window may write', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const key = randomUUID()
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, { title: 'Warmer' }), key }))
    const late = { pageId: caseStudy.id, base: 1 }
    expect(await save(author, { ...late, writer: key })).toEqual(refused('finished'))
    expect(await save(author, { writer: key })).toEqual(refused('finished'))
    expect((await listOwnDrafts(author)).open).toEqual([])
    expect((await save(author, { ...late, writer: randomUUID() })).ok).toBe(true)
  })

  test('puts pieces that found no place away, so that they can be taken back', async () => {
    const viewer = await aPerson()
    const { id } = value(await save(viewer, { tray: ['A footnote'] }))
    await finishDraft(db, viewer, { id, version: 1 })
    expect((await listOwnDrafts(viewer)).discarded).toMatchObject([{ id, pieces: 1 }])
  })
})

test('a posted form tells its draft apart from its text', () => {
  const writer = randomUUID()
  const values = { page: '4', base: '2', draft: '9', draftVersion: '3', writer, intent: 'draft', title: 'A' }
  expect(draftIn('story', { ...values, key: 'k', note: 'n' })).toEqual({
    id: 9,
    kind: 'story',
    pageId: 4,
    base: 2,
    version: 3,
    writer,
    values: { title: 'A', note: 'n' },
  })
  expect(draftIn('story', { page: '', writer: 'nonsense', title: 'A' })).toMatchObject({
    id: null,
    pageId: null,
  })
  expect(draftIn('story', { page: 'x' })).toBeNull()
})
