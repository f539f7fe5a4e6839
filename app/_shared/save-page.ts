import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { EditState } from '@/components/revisions/clash-note'
import { getViewer, requireViewer } from '@/lib/auth/session'
import { revisionNote } from '@/lib/case-studies/schema'
import { withAnotherRow } from '@/lib/platform/another-row'
import type { PageKind } from '@/lib/platform/db'
import { type FormState, type FormValues, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import { done, type Outcome } from '@/lib/platform/outcome'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { waitsForReview } from '@/lib/review/access'
import type { Comparison } from '@/lib/revisions/compare'
import { findHead, findVersion } from '@/lib/revisions/queries'
import { labelNames } from '@/lib/taxonomy/queries'
import type { SignedIn } from '@/lib/users/access'
import { contributionsPath } from '@/lib/users/paths'

// What case studies and change stories have in common when they are saved or restored.

const id = z.coerce.number().int().positive().max(999_999_999)
const idOrNone = z.union([z.literal('').transform(() => null), id]).default(null)

/** What every save carries beside the content: the page, the version that was read, and words for the history. */
export const saveFacts = z.object({ page: idOrNone, base: idOrNone, note: revisionNote })

export type Draft<Content> = { content: Content; note: string; page: { id: number; base: number } | null }

export function asDraft<Input extends z.output<typeof saveFacts>>({ page, base, note, ...content }: Input) {
  return { content, note, page: page && base ? { id: page, base } : null }
}

const SAVE_MESSAGES = {
  'not-allowed': 'Your account cannot publish. Ask a moderator.',
  'not-found': 'This page no longer exists. Copy your text before you leave it.',
  'unknown-label': 'One of the labels no longer exists. Look at the labels and save again.',
  'unknown-case-study':
    'A stage links a case study that does not exist. Look at the numbers and addresses under “Case studies” and save again.',
  stale: 'Somebody saved this page while you were editing.',
  unchanged: 'Nothing has changed, so nothing was saved.',
}
const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and save again: your text is still here.'
const OUTAGE = 'The Cupboard could not save just now. Your text is still here: wait a minute and save again.'

export type SaveRefusal = keyof typeof SAVE_MESSAGES
type Addressed = { id: number; slug: string }

export type Saving<Content> = {
  kind: PageKind
  schema: z.ZodType<Draft<Content>>
  publish: (viewer: SignedIn, draft: Draft<Content>) => Promise<Outcome<Addressed, SaveRefusal>>
  submit: (viewer: SignedIn, draft: Draft<Content>) => Promise<Outcome<{ id: number }, SaveRefusal>>
  pathOf: (page: Addressed) => string
  compare: (older: Content, newer: Content, labelNames: Map<string, string>) => Comparison
}

/** Saves a page, new or revised: published at once, or sent to a moderator for new members. */
export async function savePage<Content>(form: FormData, saving: Saving<Content>): Promise<EditState> {
  const more = withAnotherRow(form)
  if (more) return more
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(saving.schema, form)
  if (!read.ok) return read.state
  const wait = await use(waitsForReview(viewer) ? 'save-pending' : 'save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const { content, page } = read.input
  const outcome = await keep(viewer, read.input, saving).catch((error: Error) => {
    log('error', 'a save failed', { page: page?.id ?? 0, reason: error.message })
    return null
  })
  if (!outcome) return refusedForm(OUTAGE, read.values, [], 409)
  if (outcome.ok) redirect(outcome.value)
  if (outcome.reason === 'stale' && page) return clashOf(page.id, { content, values: read.values }, saving)
  return refusedForm(SAVE_MESSAGES[outcome.reason], read.values)
}

/** Where to go once it is kept. */
async function keep<Content>(viewer: SignedIn, draft: Draft<Content>, saving: Saving<Content>) {
  if (waitsForReview(viewer)) {
    const sent = await saving.submit(viewer, draft)
    return sent.ok ? done(`${contributionsPath}?sent=1`) : sent
  }
  const saved = await saving.publish(viewer, draft)
  return saved.ok ? done(saving.pathOf(saved.value)) : saved
}

/** The form with everything typed, and beside it what saving would change in the version that came between. */
async function clashOf<Content>(
  pageId: number,
  { content, values }: { content: Content; values: FormValues },
  { kind, compare }: Saving<Content>,
): Promise<EditState> {
  const head = await findHead<Content>(kind, pageId)
  if (!head) return refusedForm(SAVE_MESSAGES['not-found'], values)
  const version = await findVersion<Content>(kind, pageId, head.number)
  const comparison = compare(head.content, content, await labelNames())
  const author = version?.author.name ?? 'a former contributor'
  const clash = { number: head.number, author, note: head.note, comparison }
  return { ...refusedForm(SAVE_MESSAGES.stale, values, [], 409), clash }
}

const restore = z.object({ page: id, number: id, base: id })

const RESTORE_MESSAGES = {
  'not-allowed':
    'New members cannot restore versions yet. Edit the page instead: a moderator will look at it.',
  'not-found': 'There is no such version.',
  'unknown-label': 'This version has a label that no longer exists. Edit the page instead.',
  stale:
    'Somebody has saved a newer version since you opened this page. Look at the history again, then restore.',
  unchanged: 'This version is the same as the current one, so nothing was saved.',
}

export type Restoring = {
  restore: (
    viewer: SignedIn,
    wanted: { id: number; number: number; base: number },
  ) => Promise<Outcome<Addressed, keyof typeof RESTORE_MESSAGES>>
  versionPath: (page: Addressed, number: number) => string
  pathOf: (page: Addressed) => string
}

/** Makes an old version of a page the current one, and goes there. */
export async function restorePage(form: FormData, restoring: Restoring): Promise<FormState> {
  const read = readForm(restore, form)
  if (!read.ok) return read.state
  const { page, number, base } = read.input
  const viewer = await requireViewer(restoring.versionPath({ id: page, slug: 'restore' }, number))
  const wait = await use('save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await restoring.restore(viewer, { id: page, number, base })
  if (outcome.ok) redirect(restoring.pathOf(outcome.value))
  return refusedForm(
    RESTORE_MESSAGES[outcome.reason],
    read.values,
    [],
    outcome.reason === 'stale' ? 409 : 422,
  )
}
