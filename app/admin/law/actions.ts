'use server'

import { randomUUID } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import type { LawFormState } from '@/components/legal/law-form-state'
import { requireViewer } from '@/lib/auth/session'
import { canEditLawRegister } from '@/lib/legal/access'
import { type EntryEdit, entryEdit, markOf, problemsOfEntry, withEntry } from '@/lib/legal/entry-edit'
import { adminLawPath, lawVersionPath } from '@/lib/legal/paths'
import { previewRegister } from '@/lib/legal/preview-register'
import { publishRegister } from '@/lib/legal/publish-register'
import { findRegister } from '@/lib/legal/queries'
import type { Problem } from '@/lib/legal/register'
import { type FormValues, refusedForm, valuesOf } from '@/lib/platform/form'
import { answerWith } from '@/lib/platform/status'
import type { SignedIn } from '@/lib/users/access'

const UNCHANGED = 'This entry says the same as the register does. Change something, or leave.'
const NO_NOTE = 'Say why, in at most 500 characters: readers see it beside the version'
const CHANGED_SINCE =
  'Something on this form differs from what the effect was shown of. Nothing was published. Look at the effect below, then publish.'

/** Shows what the form would do to the labels or, once that was seen, publishes it. */
export async function saveLaw(_previous: LawFormState, form: FormData): Promise<LawFormState> {
  const viewer = await requireViewer(adminLawPath)
  if (!canEditLawRegister(viewer)) notFound()
  const values = valuesOf(form)
  const edit = entryEdit.parse(values)
  const current = await findRegister()
  const register = current?.register ?? { laws: [] }
  const version = current?.version ?? 0
  if (edit.base !== version) return stale(version, values)

  const { content, index } = withEntry(register, edit)
  if (edit.intent === 'preview' || edit.seen !== markOf(edit))
    return preview(viewer, { content, index, edit, values })
  const outcome = await publishRegister(viewer, { content, note: edit.why, base: edit.base })
  if (outcome.ok) redirect(lawVersionPath(outcome.value.version))
  if (outcome.reason === 'not-allowed') notFound()
  if (outcome.reason === 'stale') return stale((await findRegister())?.version ?? version, values)
  if (outcome.reason === 'unchanged') return refusedForm(UNCHANGED, values, [], 409)
  if (outcome.reason === 'invalid') return invalid(outcome.problems, index, values)
  return withoutNote(viewer, { content, index, edit, values })
}

type Asked = { content: unknown; index: number; edit: EntryEdit; values: FormValues }

async function preview(viewer: SignedIn, asked: Asked): Promise<LawFormState> {
  const { content, index, edit, values } = asked
  const outcome = await previewRegister(viewer, content)
  if (!outcome.ok) {
    if (outcome.reason === 'not-allowed') notFound()
    return invalid(outcome.problems, index, values)
  }
  if (outcome.value.changed.length === 0) return refusedForm(UNCHANGED, values, [], 409)
  const seen = markOf(edit)
  const message = edit.intent === 'publish' ? CHANGED_SINCE : undefined
  if (message) answerWith(409)
  return {
    status: message ? 'refused' : 'more',
    message,
    errors: [],
    values: { ...values, seen },
    stamp: randomUUID(),
    effect: outcome.value,
  }
}

/** The effect stays on the page, so that only the reason is left to write. */
async function withoutNote(viewer: SignedIn, asked: Asked): Promise<LawFormState> {
  const shown = await preview(viewer, { ...asked, edit: { ...asked.edit, intent: 'preview' } })
  if (shown.effect) answerWith(422)
  return shown.effect ? { ...shown, status: 'invalid', errors: [{ field: 'why', message: NO_NOTE }] } : shown
}

function invalid(problems: Problem[], index: number, values: FormValues): LawFormState {
  answerWith(422)
  const errors = problemsOfEntry(problems, index)
  return { status: 'invalid', errors, values: { ...values, seen: '' }, stamp: randomUUID() }
}

function stale(version: number, values: FormValues): LawFormState {
  const message = `Version ${version} of the register was published after you opened this form. Nothing of yours was published, and what you typed is still here. See what version ${version} changed, check that nothing below undoes it, then look at the effect again.`
  const kept = { ...values, base: String(version), seen: '' }
  return { ...refusedForm(message, kept, [], 409), newer: version }
}
