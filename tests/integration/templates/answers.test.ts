import { beforeAll, describe, expect, test } from 'vitest'
import { comparedCaseStudies } from '@/lib/case-studies/compare'
import { createCaseStudy } from '@/lib/case-studies/create'
import { draftOf } from '@/lib/case-studies/draft'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { restoreCaseStudy } from '@/lib/case-studies/restore'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { contentOfForm, findNames } from '@/lib/case-studies/template'
import { summarise } from '@/lib/following/changes'
import { db } from '@/lib/platform/db'
import { findHead, listRevisions } from '@/lib/revisions/queries'
import { fieldLabels } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { searchFor } from '@/tests/support/search-for'
import { aProgram, ask } from '../../support/api'
import {
  aContent,
  anEditOf,
  aPerson,
  aPublishedCaseStudy,
  theContentsTree,
  value,
} from '../../support/builders'
import { aField, aTemplate, options } from '../../support/template'

let editor: SignedIn
let old: Awaited<ReturnType<typeof aPublishedCaseStudy>>

beforeAll(async () => {
  await theContentsTree()
  editor = await aPerson('moderator')
  old = await aPublishedCaseStudy({ title: 'Written before' })
  await aTemplate(editor, () => [
    aField({ required: true }),
    aField({ key: 'tonnes', label: 'Food kept', type: 'number', unit: 'tonnes a year' }),
    aField({ key: 'saved', label: 'Money saved', type: 'money' }),
    aField({ key: 'again', label: 'Would you do it again?', type: 'yes-no' }),
    aField({
      key: 'lots',
      label: 'How were lots made?',
      type: 'many-of',
      options: options('Area', 'Season', 'Kind'),
    }),
  ])
})

const headOf = async ({ id }: { id: number }) => (await findHead<CaseStudyContent>('case_study', id))?.content
const errorsOf = async (sent: object, template: string, isNew: boolean) => {
  const read = (await contentOfForm({ template, isNew })).safeParse(sent)
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a field that was added later and is required', () => {
  test('a new case study without it is refused, beside every other message', async () => {
    const form = { ...draftOf(aContent()), title: '' }
    expect(await errorsOf(form, '2', true)).toEqual([
      ['title', 'Enter a title'],
      ['extra.lessons', 'Write something under “Lessons”'],
    ])
    expect(await errorsOf({ ...draftOf(aContent()), extra: { lessons: 'Ask early.' } }, '2', true)).toEqual(
      [],
    )
  })

  test('is not asked of what an older form began, and the form says which it was', async () => {
    const read = (await contentOfForm({ template: '1', isNew: true })).parse(draftOf(aContent()))
    expect(read.template).toBeUndefined()
    expect(await errorsOf(draftOf(aContent()), '99', true)).not.toEqual([])
  })

  test('an old case study is edited and saved without it', async () => {
    const { author, caseStudy } = await aPublishedCaseStudy()
    const form = { ...draftOf(aContent()), context: 'Homes were very cold.' }
    const content = (await contentOfForm({ template: '1', isNew: false })).parse(form)
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, {}), content }))
    expect(await headOf(caseStudy)).toEqual({ ...aContent(), context: 'Homes were very cold.' })
  })

  test('an upgrade asks for it, keeps everything, and says the version', async () => {
    const { author, caseStudy, content } = await aPublishedCaseStudy({ gaps: ['Cost'], partners: 'A firm' })
    expect(await errorsOf(draftOf(content), '2', false)).toHaveLength(1)
    const form = { ...draftOf(content), extra: { lessons: 'Ask **early**.' } }
    const upgraded = (await contentOfForm({ template: '2', isNew: false })).parse(form)
    value(await editCaseStudy(author, { ...anEditOf(caseStudy, {}), content: upgraded }))
    expect(await headOf(caseStudy)).toEqual({ ...content, template: 2, extra: { lessons: 'Ask **early**.' } })
    const row = await db.caseStudy.findUnique({ where: { pageId: caseStudy.id } })
    expect(row).toMatchObject({ template: 2, extra: { lessons: 'Ask **early**.' } })
    const html = await db.revisionHtml.findUnique({
      where: { pageId_number: { pageId: caseStudy.id, number: 2 } },
    })
    expect(html?.html).toMatchObject({ 'extra.lessons': '<p>Ask <strong>early</strong>.</p>' })
  })
})

async function anAnswered(extra: NonNullable<CaseStudyContent['extra']>) {
  const author = await aPerson()
  const content = aContent({ template: 2, extra })
  const caseStudy = value(await createCaseStudy(author, { content, note: 'First version' }))
  const edit = (change: CaseStudyContent['extra'], base = caseStudy.number) =>
    editCaseStudy(author, {
      id: caseStudy.id,
      base,
      note: 'A change',
      content: { ...content, extra: change },
    })
  return { author, caseStudy, content, edit }
}

describe('answers', () => {
  test('of two people are merged by field, and long ones by their words', async () => {
    const { caseStudy, edit } = await anAnswered({ lessons: 'Ask firms early.\n\nWrite it down.' })
    value(await edit({ lessons: 'Ask local firms early.\n\nWrite it down.', tonnes: '12' }))
    value(await edit({ lessons: 'Ask firms early.\n\nWrite it all down.', saved: '900' }))
    expect((await headOf(caseStudy))?.extra).toEqual({
      lessons: 'Ask local firms early.\n\nWrite it all down.',
      tonnes: '12',
      saved: '900',
    })
  })

  test('in conflict are asked about by the names of their fields', async () => {
    const { edit } = await anAnswered({ tonnes: '10', again: 'unknown' })
    value(await edit({ tonnes: '12', again: 'yes' }))
    const clash = await edit({ tonnes: '14', again: 'no' })
    if (clash.ok || clash.reason !== 'conflict') throw new Error('no conflict')
    const shown = clash.conflict.pieces.map(({ path, label, theirs, mine }) => [path, label, theirs, mine])
    expect(shown).toEqual([
      ['extra.again', 'Would you do it again?', 'Yes', 'No'],
      ['extra.tonnes', 'Food kept', '12', '14'],
    ])
  })

  test('are compared, listed and told under the names of their fields', async () => {
    const { caseStudy, content, edit } = await anAnswered({ tonnes: '10', lots: ['area'] })
    value(await edit({ tonnes: '1200', lots: ['area', 'season'], lessons: 'Ask early.' }))
    const newer = (await headOf(caseStudy)) as CaseStudyContent
    const fields = comparedCaseStudies(content, newer, await findNames())
    expect(fields.map(({ label }) => label)).toEqual(['Lessons', 'More fields'])
    expect(fields[1]).toMatchObject({
      newer: expect.arrayContaining([
        { label: 'Food kept', text: '1,200 tonnes a year' },
        { label: 'How were lots made?', text: 'Area, Season' },
      ]),
    })
    const { rows } = await listRevisions(caseStudy.id, { page: 1, perPage: 5, withoutMinor: false })
    expect(rows[0]?.changed).toEqual(['extra.lessons', 'extra.lots', 'extra.tonnes'])
    expect(await fieldLabels()).toMatchObject({ 'extra.lessons': 'Lessons', 'extra.tonnes': 'Food kept' })
    const told = { kind: 'changed', pageId: caseStudy.id, number: 2 } as Parameters<typeof summarise>[0]
    expect((await summarise(told))?.fields).toEqual(['Lessons', 'More fields'])
  })

  test('come back with a version that is restored', async () => {
    const { author, caseStudy, edit, content } = await anAnswered({ lessons: 'Ask early.', saved: '5' })
    value(await edit(undefined))
    expect((await headOf(caseStudy))?.extra).toBeUndefined()
    value(await restoreCaseStudy(author, { id: caseStudy.id, number: 1, base: 2 }))
    expect(await headOf(caseStudy)).toEqual(content)
  })

  test('are found by their words, and by the words of their options', async () => {
    const { caseStudy } = await anAnswered({
      lessons: 'Zeitgeist matters.',
      lots: ['season'],
      tonnes: '4321',
    })
    await drainOutbox()
    for (const words of ['zeitgeist', '4,321 tonnes']) {
      const found = await searchFor(words)
      expect(JSON.stringify(found), words).toContain(`"id":${caseStudy.id}`)
    }
  })
})

describe('programs', () => {
  const body = (extra: object) => {
    const { title, summary, context, action, impact, categories } = aContent()
    return { title, summary, context, action, impact, categories, extra }
  }

  test('write typed answers, read them back as they are, and send them again without a change', async () => {
    const { token } = await aProgram()
    const extra = {
      lessons: 'Ask early.',
      tonnes: 1200.5,
      saved: '£12,500',
      again: true,
      lots: ['season', 'area'],
    }
    const made = await ask('POST', '/case-studies', { token, body: body(extra) })
    expect(made.status).toBe(201)
    const { body: given, headers } = await ask('GET', `/case-studies/${made.body.id}`)
    expect(given).toMatchObject({
      template: 2,
      extra: { ...extra, saved: 12500, lots: ['area', 'season'], home: 'here' },
    })
    const etag = { 'If-Match': headers.get('etag') as string }
    const again = await ask('PUT', `/case-studies/${made.body.id}`, { token, body: given, headers: etag })
    expect([again.status, again.body.revision]).toEqual([200, 1])
    const changed = {
      ...given,
      template: undefined,
      extra: { ...given.extra, again: 'unknown', saved: null },
    }
    const kept = await ask('PUT', `/case-studies/${made.body.id}`, { token, body: changed, headers: etag })
    expect(kept.body).toMatchObject({ template: 2, revision: 2, extra: { again: 'unknown' } })
    expect(kept.body.extra).not.toHaveProperty('saved')
  })

  test('are told by path what is wrong', async () => {
    const { token } = await aProgram()
    const wrong = { tonnes: 'many', saved: {}, again: 'perhaps', lots: ['moon'], nothing: 'x' }
    const { status, body: said } = await ask('POST', '/case-studies', {
      token,
      body: body({ ...wrong, saved: '1.234' }),
    })
    expect(status).toBe(422)
    expect(said.errors.map(({ path }: { path: string }) => path)).toEqual([
      'extra.nothing',
      'extra.lessons',
      'extra.tonnes',
      'extra.saved',
      'extra.again',
      'extra.lots',
    ])
    const { status: nested } = await ask('POST', '/case-studies', { token, body: body(wrong) })
    expect(nested).toBe(422)
  })

  test('change an old case study on its own template, and upgrade it when they say so', async () => {
    const { token } = await aProgram()
    const { body: given, headers } = await ask('GET', `/case-studies/${old.caseStudy.id}`)
    expect(given.template).toBe(1)
    const put = (change: object, etag: string) =>
      ask('PUT', `/case-studies/${old.caseStudy.id}`, {
        token,
        body: { ...given, template: undefined, ...change },
        headers: { 'If-Match': etag },
      })
    const kept = await put({ context: 'Very cold.' }, headers.get('etag') as string)
    expect(kept.body).toMatchObject({ template: 1, revision: 2, context: 'Very cold.' })
    const bare = await put({ template: 2 }, '"2"')
    expect([bare.status, bare.body.errors]).toEqual([
      422,
      [{ path: 'extra.lessons', message: 'Write something under “Lessons”' }],
    ])
    const extra = { ...given.extra, lessons: 'Ask early.' }
    const upgraded = await put({ template: 2, context: 'Very cold.', extra }, '"2"')
    expect(upgraded.body).toMatchObject({ template: 2, revision: 3, extra: { lessons: 'Ask early.' } })
  })
})

describe('a field that changes its words, its place or is retired', () => {
  test('keeps its answers under the new name, and they are merged and edited as before', async () => {
    const { caseStudy, content, edit } = await anAnswered({ lessons: 'Ask early.', tonnes: '10' })
    await aTemplate(editor, ([lessons, tonnes, ...others]) => [
      { ...tonnes, retired: true } as never,
      ...others,
      { ...lessons, label: 'What we learned', after: 'context' } as never,
    ])
    const older = { ...content, extra: { ...content.extra, lessons: 'Ask.' } }
    const [field] = comparedCaseStudies(older, content, await findNames())
    expect(field).toMatchObject({ name: 'extra.lessons', label: 'What we learned', older: 'Ask.' })

    const form = (await contentOfForm({ template: '2', isNew: false })).parse(draftOf(content))
    expect(form).toEqual(content)
    value(await edit({ lessons: 'Ask early.', tonnes: '11' }))
    expect((await headOf(caseStudy))?.extra).toEqual({ lessons: 'Ask early.', tonnes: '11' })
    const upgraded = (await contentOfForm({ template: '3', isNew: false })).parse(draftOf(content))
    expect(upgraded).toEqual({ ...content, template: 3 })
  })
})
