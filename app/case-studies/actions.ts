'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { EditState } from '@/components/case-studies/editor-form'
import { getViewer } from '@/lib/auth/session'
import { compareCaseStudies } from '@/lib/case-studies/compare'
import { createCaseStudy, type Saved } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { type CaseStudyContent, caseStudyContent, revisionNote } from '@/lib/case-studies/schema'
import { withAnotherRow } from '@/lib/platform/another-row'
import { type FormValues, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import { log } from '@/lib/platform/log'
import type { Outcome } from '@/lib/platform/outcome'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { waitsForReview } from '@/lib/review/access'
import { submitCaseStudy } from '@/lib/review/submit'
import { findHead, findVersion } from '@/lib/revisions/queries'
import { labelNames } from '@/lib/taxonomy/queries'
import type { SignedIn } from '@/lib/users/access'

const number = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().positive()])
  .default(null)
const save = caseStudyContent.and(z.object({ page: number, base: number, note: revisionNote }))

const MESSAGES = {
  'not-allowed': 'Your account cannot publish. Ask a moderator.',
  'not-found': 'This case study no longer exists. Copy your text before you leave this page.',
  'unknown-label': 'One of the labels no longer exists. Look at the labels and save again.',
  stale: 'Somebody saved this page while you were editing.',
  unchanged: 'Nothing has changed, so nothing was saved.',
}
const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and save again: your text is still here.'
const OUTAGE = 'The Cupboard could not save just now. Your text is still here: wait a minute and save again.'

/** Saves a case study, new or revised: published at once, or sent to a moderator for new members. */
export async function saveCaseStudy(_previous: EditState, form: FormData): Promise<EditState> {
  const more = withAnotherRow(form)
  if (more) return more
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(save, form)
  if (!read.ok) return read.state
  const wait = await use(waitsForReview(viewer) ? 'save-pending' : 'save', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const { page, base, note, ...content } = read.input
  const target = page && base ? { id: page, base } : null
  const outcome = await keep(viewer, { content, note, page: target }).catch((error: Error) => {
    log('error', 'a save failed', { page: page ?? 0, reason: error.message })
    return null
  })
  if (!outcome) return refusedForm(OUTAGE, read.values, [], 409)
  if (outcome.ok) redirect(outcome.value)
  if (outcome.reason === 'stale' && target) return clashOf(target.id, content, read.values)
  return refusedForm(MESSAGES[outcome.reason], read.values)
}

type Draft = { content: CaseStudyContent; note: string; page: { id: number; base: number } | null }

/** Where to go once it is kept. */
async function keep(
  viewer: SignedIn,
  { content, note, page }: Draft,
): Promise<Outcome<string, keyof typeof MESSAGES>> {
  if (waitsForReview(viewer)) {
    const sent = await submitCaseStudy(viewer, { content, note, page })
    return sent.ok ? { ok: true, value: '/account/contributions?sent=1' } : sent
  }
  const outcome: Outcome<Saved, keyof typeof MESSAGES> = page
    ? await editCaseStudy(viewer, { ...page, content, note })
    : await createCaseStudy(viewer, { content, note })
  return outcome.ok ? { ok: true, value: caseStudyPath(outcome.value) } : outcome
}

/** The form with everything typed, and beside it what saving would change in the version that came between. */
async function clashOf(id: number, content: CaseStudyContent, values: FormValues): Promise<EditState> {
  const head = await findHead<CaseStudyContent>('case_study', id)
  if (!head) return refusedForm(MESSAGES['not-found'], values)
  const version = await findVersion<CaseStudyContent>('case_study', id, head.number)
  const comparison = compareCaseStudies(head.content, content, await labelNames())
  const clash = {
    number: head.number,
    author: version?.author.name ?? 'a former contributor',
    note: head.note,
    comparison,
  }
  return { ...refusedForm(MESSAGES.stale, values, [], 409), clash }
}
