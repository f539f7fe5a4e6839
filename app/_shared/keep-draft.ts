import type { EditState } from '@/components/revisions/edit-state'
import { finishDraft } from '@/lib/drafts/finish'
import { type SavedDraft, saveDraft } from '@/lib/drafts/save'
import { draftIn } from '@/lib/drafts/schema'
import { db, type PageKind } from '@/lib/platform/db'
import { type FormValues, refusedForm, sameForm, valuesOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'

const MESSAGES = {
  'not-found':
    'This draft was discarded, or its page can no longer be edited. Press “Save draft” again to keep the text as a new draft.',
  finished: 'This form has been published already. Press “Save draft” again to keep the text as a new draft.',
  'too-large':
    'This is too much for one draft, which holds about a million letters. Shorten it and save again.',
  'too-many':
    'You have too many drafts. Discard one that you no longer need on another tab, then save again.',
}
const UNREADABLE = 'The form has lost its place. Open the page again on another tab and copy your text over.'
const NEWER =
  'Another window or device has saved this draft since, and nothing of it was overwritten. Press “Save draft” again to keep this text instead, or open the page on another tab to see the other.'

/** "Save draft" without scripts: the form as typed, whatever is wrong with it, and when it was kept. */
export async function keepDraft(viewer: SignedIn, form: FormData, kind: PageKind): Promise<EditState> {
  const values = valuesOf(form)
  const draft = draftIn(kind, values)
  if (!draft) return refusedForm(UNREADABLE, values)
  const wait = await use('draft', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), values, [], 429)

  const outcome = await saveDraft(viewer, draft)
  if (outcome.ok) return { ...sameForm(standingOn(values, outcome.value)), kept: outcome.value.savedAt }
  if (outcome.reason === 'newer') return refusedForm(NEWER, standingOn(values, outcome.other), [], 409)
  return refusedForm(MESSAGES[outcome.reason], {
    ...values,
    draft: '',
    draftVersion: '',
    writer: '',
    key: '',
  })
}

/** The draft of what has just been saved for good is not needed any more. */
export async function completeDraft(viewer: SignedIn, kind: PageKind, values: FormValues): Promise<void> {
  const { id = null, version = null, writer } = draftIn(kind, values) ?? {}
  await finishDraft(db, viewer, { id, version, writer }).catch((error: Error) =>
    log('error', 'a draft was left behind', { draft: id ?? 0, reason: error.message }),
  )
}

function standingOn(values: FormValues, { id, version }: SavedDraft): FormValues {
  return { ...values, draft: String(id), draftVersion: String(version) }
}
