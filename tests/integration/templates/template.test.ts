import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFormComments } from '@/lib/contact/form-comments'
import { commentOnForm } from '@/lib/discussions/comment-on-form'
import { formComment } from '@/lib/discussions/schema'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { discardTemplateDraft, saveTemplateDraft } from '@/lib/templates/draft'
import { publishTemplate, writeFirstTemplate } from '@/lib/templates/publish'
import { findTemplateDraft, findTemplates } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { aPerson, aStranger, value } from '../../support/builders'
import { aField, aTemplate, options, standing } from '../../support/template'

let editor: SignedIn
beforeAll(async () => {
  editor = await aPerson('moderator')
})
beforeEach(async () => {
  await db.templateDraft.deleteMany()
})

describe('a version of the template', () => {
  test('the first is there once, with no fields of its own', async () => {
    await writeFirstTemplate()
    await writeFirstTemplate()
    expect((await findTemplates()).current).toMatchObject({ version: 1, fields: [], by: null })
    expect(await db.template.count()).toBe(1)
  })

  test('is published whole from the draft, which is gone then, and never changes again', async () => {
    const before = (await findTemplates()).current
    const content = { fields: [aField(), aField({ key: 'tonnes', label: 'Tonnes', type: 'number' })] }
    const draft = value(await saveTemplateDraft(editor, { content, standing: -before.version }))
    expect((await findTemplates()).current).toEqual(before)

    const version = value(await publishTemplate(editor, { note: 'Asked for in spring', standing: draft }))
    expect(version).toBe(before.version + 1)
    const { current, all } = await findTemplates()
    expect(current).toMatchObject({ version, note: 'Asked for in spring', by: editor.name, ...content })
    expect(all.map((each) => each.version)).toEqual([version, before.version])
    expect(await findTemplateDraft(editor)).toMatchObject({ isBegun: false, standing: -version })
    await expect(db.template.update({ where: { version }, data: { note: 'Other' } })).rejects.toThrow()
    await expect(db.template.delete({ where: { version } })).rejects.toThrow()
  })

  test('is not published again when nothing has changed', async () => {
    const { current } = await findTemplates()
    const draft = value(
      await saveTemplateDraft(editor, { content: { fields: current.fields }, standing: -current.version }),
    )
    expect(await publishTemplate(editor, { note: 'Same', standing: draft })).toEqual(refused('unchanged'))
    expect(await publishTemplate(editor, { note: 'Same', standing: draft + 1 })).toEqual(refused('moved'))
  })

  test('keeps every field that was published, and the kind of its answers and its options', async () => {
    await aTemplate(editor, (fields) => [
      ...fields,
      aField({ key: 'route', label: 'Route', type: 'one-of', options: options('Open', 'Direct') }),
    ])
    const { fields } = (await findTemplates()).current
    const keep = (content: typeof fields) => standingSave(content)
    expect(await keep(fields.filter(({ key }) => key !== 'route'))).toEqual(refused('gone'))
    expect(
      await keep(fields.map((field) => (field.key === 'route' ? { ...field, options: [] } : field))),
    ).toEqual(refused('gone'))
    expect(
      await keep(
        fields.map((field) => (field.key === 'route' ? { ...field, type: 'text' as const } : field)),
      ),
    ).toEqual(refused('type-fixed'))
    const changed = fields.map((field) => ({ ...field, label: `${field.label} then`, retired: true }))
    expect(await keep(changed.reverse())).toMatchObject({ ok: true })
  })
})

async function standingSave(fields: ReturnType<typeof aField>[]) {
  return saveTemplateDraft(editor, { content: { fields }, standing: await standing(editor) })
}

describe('two editors', () => {
  test('of two who saw the same, the second is told and overwrites nothing', async () => {
    const other = await aPerson('admin')
    const seen = await standing(editor)
    const content = (label: string) => ({ fields: [...(fields ?? []), aField({ key: 'more', label })] })
    const fields = (await findTemplateDraft(editor))?.fields
    const saves = await Promise.all([
      saveTemplateDraft(editor, { content: content('Mine'), standing: seen }),
      saveTemplateDraft(other, { content: content('Theirs'), standing: seen }),
    ])
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1)
    expect(saves).toContainEqual(refused('moved'))
    expect(await db.templateDraft.count()).toBe(1)
  })

  test('what was discarded and begun again is another draft', async () => {
    const { current } = await findTemplates()
    const content = { fields: [...current.fields, aField({ key: 'again', label: 'Again' })] }
    const first = value(await saveTemplateDraft(editor, { content, standing: -current.version }))
    value(await discardTemplateDraft(editor, { standing: first }))
    const second = value(await saveTemplateDraft(editor, { content, standing: -current.version }))
    expect(await saveTemplateDraft(editor, { content, standing: first })).toEqual(refused('moved'))
    expect(await discardTemplateDraft(editor, { standing: first })).toEqual(refused('moved'))
    expect(await publishTemplate(editor, { note: 'x', standing: first })).toEqual(refused('moved'))
    expect(await saveTemplateDraft(editor, { content, standing: second })).toMatchObject({ ok: true })
  })

  test('of two who publish at once, one does', async () => {
    const { current } = await findTemplates()
    const content = { fields: [...current.fields, aField({ key: 'race', label: 'Race' })] }
    const draft = value(await saveTemplateDraft(editor, { content, standing: -current.version }))
    const both = [1, 2].map(() => publishTemplate(editor, { note: 'At once', standing: draft }))
    const outcomes = await Promise.all(both)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await findTemplates()).current.version).toBe(current.version + 1)
  })
})

test.each(['pending', 'contributor', 'representative'] as const)('a %s cannot change it', async (role) => {
  const stranger = aStranger(role)
  const at = await standing(editor)
  const { fields } = (await findTemplates()).current
  const content = { fields: [...fields, aField({ key: 'no', label: 'No' })] }
  expect(await saveTemplateDraft(stranger, { content, standing: at })).toEqual(refused('not-allowed'))
  expect(await publishTemplate(stranger, { note: 'x', standing: at })).toEqual(refused('not-allowed'))
  expect(await discardTemplateDraft(stranger, { standing: at })).toEqual(refused('not-allowed'))
  expect(await findTemplateDraft(stranger)).toBeNull()
})

test('what members say of a field reaches editors by its key, and nobody else', async () => {
  const member = await aPerson()
  const said = formComment.parse({ field: 'extra.lessons', body: 'How long should it be?' })
  await commentOnForm(member, said)
  await commentOnForm(member, { field: 'context', body: 'Too wide' })
  expect((await listFormComments(editor)).map(({ field, body, by }) => [field, body, by])).toEqual([
    ['extra.lessons', 'How long should it be?', member.name],
    ['context', 'Too wide', member.name],
  ])
  await db.report.updateMany({ where: { field: 'context' }, data: { closedAt: new Date() } })
  expect(await listFormComments(await aPerson('admin'))).toHaveLength(1)
  for (const stranger of [null, member, await aPerson('representative')])
    expect(await listFormComments(stranger)).toEqual([])
})
