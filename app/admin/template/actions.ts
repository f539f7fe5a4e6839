'use server'

import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { type FormState, readForm, refusedForm, sameForm, valuesOf } from '@/lib/platform/form'
import { canEditTemplate } from '@/lib/templates/access'
import { type FieldRefusal, withField, withMove } from '@/lib/templates/change'
import { differencesBetween } from '@/lib/templates/differences'
import { type DraftRefusal, discardTemplateDraft, saveTemplateDraft } from '@/lib/templates/draft'
import { templatePath, templateRowPath } from '@/lib/templates/paths'
import { type PublishTemplateRefusal, publishTemplate } from '@/lib/templates/publish'
import { findTemplateDraft, findTemplates } from '@/lib/templates/queries'
import { draftStanding, fieldForm, fieldMove, templateRelease } from '@/lib/templates/schema'

async function requireEditor() {
  const viewer = await requireViewer(templatePath)
  if (!canEditTemplate(viewer)) notFound()
  const [draft, { current }] = await Promise.all([findTemplateDraft(viewer), findTemplates()])
  if (!draft) notFound()
  return { viewer, draft, current }
}

const FIELD_MESSAGES: Record<FieldRefusal | 'gone', { field: string; message: string }> = {
  'no-field': { field: 'label', message: 'Another editor has taken this field out of the draft' },
  'label-taken': { field: 'label', message: 'Another field has this name already' },
  'type-fixed': {
    field: 'type',
    message: 'The kind of answer is fixed once it is published. Retire this field and add another',
  },
  'few-options': { field: 'newOptions', message: 'Give at least two options, one on each line' },
  'option-twice': { field: 'newOptions', message: 'Two options have the same name' },
  'too-many': { field: 'newOptions', message: 'The template cannot hold more. Retire what is not needed' },
  published: { field: 'label', message: 'A published field is retired, not taken out' },
  gone: { field: 'label', message: 'Another editor has changed the template. Open the list again' },
}

/** Keeps one field in the draft: a new one, or other words for one that there is. */
export async function saveField(_previous: FormState, form: FormData): Promise<FormState> {
  const { viewer, draft, current } = await requireEditor()
  const read = readForm(fieldForm, form)
  if (!read.ok) return read.state
  const { standing } = read.input
  const changed = withField({ fields: draft.fields }, read.input, current.fields)
  if (changed.ok) {
    const saved = await saveTemplateDraft(viewer, { content: changed.value.content, standing })
    if (saved.ok) redirect(templateRowPath(changed.value.key))
    if (saved.reason === 'moved') return moved(form)
    return refusedOf(saved.reason, read.values)
  }
  return standing === draft.standing ? refusedOf(changed.reason, read.values) : moved(form)
}

type Values = ReturnType<typeof valuesOf>

function refusedOf(reason: FieldRefusal | DraftRefusal, values: Values): FormState {
  const known = reason === 'not-allowed' || reason === 'moved' ? 'gone' : reason
  const problem = FIELD_MESSAGES[known]
  return refusedForm(problem.message, values, [problem])
}

/** What another editor has made of the template meanwhile, and the form as typed, which may be saved on top of it. */
async function moved(form: FormData): Promise<FormState> {
  const { draft, current } = await requireEditor()
  const who = draft.by ?? current.by ?? 'Another editor'
  const said = draft.isBegun
    ? `The draft now says: ${differencesBetween(current, draft).join(' ') || 'nothing else than what is published.'}`
    : `Version ${current.version} is published now.`
  const message = `${who} has changed the template since you opened this form, and nothing was overwritten. ${said} Save again to put this field, as you wrote it, on top of that.`
  return refusedForm(message, { ...valuesOf(form), standing: String(draft.standing) }, [], 409)
}

/** One press of a button in the list: move, retire, bring back, take out. */
export async function moveField(form: FormData): Promise<void> {
  const { viewer, draft, current } = await requireEditor()
  const read = fieldMove.safeParse(valuesOf(form))
  if (!read.success) notFound()
  const { standing, key } = read.data
  const changed = withMove({ fields: draft.fields }, read.data, current.fields)
  if (!changed.ok) redirect(`${templatePath}?problem=${changed.reason}`)
  const saved = await saveTemplateDraft(viewer, { content: changed.value.content, standing })
  if (!saved.ok) redirect(`${templatePath}?problem=${saved.reason}`)
  redirect(templateRowPath(key))
}

export async function discardDraft(form: FormData): Promise<void> {
  const { viewer } = await requireEditor()
  const read = draftStanding.safeParse(valuesOf(form))
  if (!read.success) notFound()
  const outcome = await discardTemplateDraft(viewer, read.data)
  redirect(`${templatePath}?${outcome.ok ? 'discarded=1' : `problem=${outcome.reason}`}`)
}

const PUBLISH_MESSAGES: Record<PublishTemplateRefusal, string> = {
  'not-allowed': 'Only moderators and administrators publish the template.',
  moved:
    'Another editor has changed the draft since you opened this page. Read what it says now, then publish it.',
  unchanged: 'The draft says what the published version says, so there is nothing to publish.',
  'type-fixed': 'A published field would take another kind of answer. Discard the draft and begin again.',
  gone: 'A published field would be missing. Discard the draft and begin again.',
}

/** Publishes the draft as the next version. */
export async function publishDraft(_previous: FormState, form: FormData): Promise<FormState> {
  const { viewer, draft } = await requireEditor()
  const read = readForm(templateRelease, form)
  if (!read.ok) return read.state
  const outcome = await publishTemplate(viewer, read.input)
  if (outcome.ok) redirect(`${templatePath}?published=${outcome.value}`)
  const values = { ...read.values, standing: String(draft.standing) }
  return refusedForm(PUBLISH_MESSAGES[outcome.reason], values, [], 409)
}

/** The preview is filled in for trying it out; nothing of it is kept. */
export async function tryForm(_previous: FormState, form: FormData): Promise<FormState> {
  return sameForm(valuesOf(form))
}
