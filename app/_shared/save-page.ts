import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { EditState } from '@/components/revisions/edit-state'
import { getViewer } from '@/lib/auth/session'
import { withAnotherRow } from '@/lib/platform/another-row'
import type { PageKind } from '@/lib/platform/db'
import { type FormValues, readForm, refusedForm, sameForm, valuesOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { waitsForReview } from '@/lib/review/access'
import type { Rules } from '@/lib/revisions/merge-versions'
import type { Conflict, Publishing, PublishRefusal } from '@/lib/revisions/publish'
import { resolveConflict } from '@/lib/revisions/resolve'
import type { JsonObject } from '@/lib/revisions/shape'
import type { SignedIn } from '@/lib/users/access'
import { contributionsPath } from '@/lib/users/paths'
import { conflictState } from './conflict-state'
import { completeDraft, keepDraft } from './keep-draft'
import type { PageDraft } from './save-facts'

// What case studies and change stories have in common when they are saved.

export const SAVE_MESSAGES = {
  'not-allowed': 'Your account cannot publish. Ask a moderator.',
  'not-found': 'This page no longer exists. Copy your text before you leave it.',
  'not-live': 'This page has been withdrawn or merged into another. Copy your text before you leave it.',
  'unknown-label': 'One of the labels no longer exists. Look at the labels and save again.',
  'unknown-case-study':
    'A stage links a case study that does not exist. Look at the numbers and addresses under “Case studies” and save again.',
  'unknown-base':
    'This form names a version that does not exist. Open the page again and copy your text over.',
  stale: 'Somebody saved this page while you were editing.',
  unchanged: 'Nothing has changed, so nothing was saved.',
  'key-reused':
    'This form has been saved before with other words. Open the page again and copy your text over.',
  'merge-invalid':
    'Somebody saved this page meanwhile, and their version together with yours breaks a rule of the form. Open the page on another tab, compare, and change your text to fit.',
}
export const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and save again: your text is still here.'
const OUTAGE = 'The Cupboard could not save just now. Your text is still here: wait a minute and save again.'

export type SaveRefusal = PublishRefusal | 'not-allowed' | 'unknown-label' | 'unknown-case-study'
type Addressed = { id: number; slug: string }
/** What the lib is asked to publish: a draft without what belongs to the form alone. */
export type Publishable<Content> = Omit<PageDraft<Content>, 'resolution'> & { mergedFrom?: number }

export type Saving<Content> = {
  kind: PageKind
  rules: Rules<Content>
  recordOf: (content: Content) => JsonObject
  /** The form again with this content in it. */
  formOf: (content: Content) => FormValues
  schema: z.ZodType<PageDraft<Content>>
  publish: (viewer: SignedIn, draft: Publishable<Content>) => Promise<Publishing<SaveRefusal>>
  submit: (viewer: SignedIn, draft: Publishable<Content>) => Promise<Outcome<{ id: number }, SaveRefusal>>
  pathOf: (page: Addressed) => string
  /** Where it is said that a save was merged with others. */
  mergedPath: (page: Addressed, number: number) => string
}

/** Saves a page, new or revised: published at once, or sent to a moderator for new members. */
export async function savePage<Content>(form: FormData, saving: Saving<Content>): Promise<EditState> {
  const more = withAnotherRow(form)
  if (more) return more
  if (narrowsLabels(form)) return sameForm(valuesOf(form))
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  if (form.get('intent') === 'draft') return keepDraft(viewer, form, saving.kind)
  const read = readForm(saving.schema, form)
  if (!read.ok) return read.state
  const wait = await use(waitsForReview(viewer) ? 'save-pending' : 'save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await keep(viewer, read.input, saving).catch((error: Error) => {
    log('error', 'a save failed', { page: read.input.page?.id ?? 0, reason: error.message })
    return null
  })
  if (!outcome) return refusedForm(OUTAGE, read.values, [], 409)
  if (outcome.ok) {
    await completeDraft(viewer, saving.kind, read.values)
    redirect(outcome.value)
  }
  if (outcome.reason === 'conflict')
    return conflictState({ ...outcome, values: { ...read.values, ...outcome.values } })
  return refusedForm(SAVE_MESSAGES[outcome.reason], read.values)
}

/** The labels are to be narrowed, by the button or, without scripts, by Enter in the box beside it. */
function narrowsLabels(form: FormData): boolean {
  const intent = form.get('intent')
  return (
    intent === 'labels' || (intent === 'enter' && form.get('labelFilter') !== form.get('labelFilterShown'))
  )
}

/** Where to go once it is kept, or what has to be decided first. */
async function keep<Content>(viewer: SignedIn, input: PageDraft<Content>, saving: Saving<Content>) {
  const { resolution, ...draft } = input
  if (waitsForReview(viewer)) {
    const sent = await saving.submit(viewer, draft)
    return sent.ok ? done(`${contributionsPath}?sent=1`) : sent
  }
  const { page } = draft
  const decided = resolution && page ? await decide({ draft, page, resolution }, saving) : done(draft)
  if (!decided.ok) return decided
  const first = await saving.publish(viewer, decided.value)
  // Gone back to after it was saved, and changed: that is another save.
  const again = !first.ok && first.reason === 'key-reused'
  const saved = again ? await saving.publish(viewer, { ...decided.value, key: '' }) : first
  if (saved.ok) {
    const { value } = saved
    return done(value.merged ? saving.mergedPath(value, value.number) : saving.pathOf(value))
  }
  if (saved.reason !== 'conflict') return saved
  // Somebody was quicker once more: what was decided so far is what the next question starts from.
  const values = resolution
    ? { ...saving.formOf(decided.value.content), base: String(saved.conflict.base) }
    : {}
  return asked(page?.id ?? 0, saved.conflict, values)
}

type Decided<Content> = {
  draft: Publishable<Content>
  page: { id: number; base: number }
  resolution: NonNullable<PageDraft<Content>['resolution']>
}

/** The draft with its conflict decided: it now stands on the version that was in the way. */
async function decide<Content>(
  { draft, page, resolution }: Decided<Content>,
  { kind, rules, recordOf }: Saving<Content>,
) {
  const { against } = resolution
  const question = { kind, ...page, ...resolution, mine: recordOf(draft.content) }
  const merged = await resolveConflict(rules, question)
  if (!merged) return refused('unknown-base' as const)
  if (merged.kind === 'invalid') return refused('merge-invalid' as const)
  if (merged.kind === 'conflict') {
    // All pieces once more, those that were decided too: their places are how the decisions are known.
    const all = await resolveConflict(rules, { ...question, decide: () => undefined })
    const shown = all?.kind === 'conflict' ? all : merged
    return asked(page.id, { base: page.base, head: against, ...shown }, {}, true)
  }
  return done({
    ...draft,
    content: merged.content,
    page: { id: page.id, base: against },
    mergedFrom: page.base,
  })
}

function asked(pageId: number, conflict: Conflict, values: FormValues, again = false) {
  return { ok: false as const, reason: 'conflict' as const, pageId, conflict, values, again }
}
