'use server'

import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { closeReport } from '@/lib/contact/reports'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { acceptSubmission, type DecisionRefusal, declineSubmission } from '@/lib/review/decide'
import { reviewPath, submissionPath } from '@/lib/review/paths'
import { closing, decision } from '@/lib/review/schema'

const MOVED_ON =
  'The same words of the page have been changed since this was written, so the two cannot be put together. Nothing was changed. Decline it, and ask its author to make the change again on the page as it is now.'

const MESSAGES: Record<Exclude<DecisionRefusal, 'not-found'>, string> = {
  'not-allowed': 'You cannot decide on this contribution: it is your own, or you are not a moderator.',
  decided: 'Somebody else has decided on this contribution in the meantime. Nothing was changed.',
  conflict: MOVED_ON,
  stale: MOVED_ON,
  'unknown-base': MOVED_ON,
  'merge-invalid': MOVED_ON,
  'not-live':
    'The page has been withdrawn or merged into another since this was written. Nothing was changed. Decline it and say so.',
  'key-reused': 'This has been published before. Nothing was changed.',
  unchanged:
    'The page already says this, so there is nothing to publish. Nothing was changed. Decline it and say so.',
  'unknown-label':
    'It is ticked for a label that no longer exists. Nothing was changed. Decline it, and ask its author to tick another.',
}

export async function decide(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(reviewPath)
  const read = readForm(decision, form)
  if (!read.ok) return read.state

  const { id, reason } = read.input
  const verb = read.input.decision === 'accept' ? acceptSubmission : declineSubmission
  const outcome = await verb(viewer, { id, reason })
  if (outcome.ok) redirect(submissionPath(id))
  if (outcome.reason === 'not-found') notFound()
  const status = outcome.reason === 'not-allowed' ? 403 : 409
  return refusedForm(MESSAGES[outcome.reason], read.values, [], status)
}

export async function close(form: FormData): Promise<void> {
  const viewer = await requireViewer(reviewPath)
  const read = closing.safeParse({ id: form.get('id') })
  if (read.success) await closeReport(viewer, read.data.id)
  redirect(`${reviewPath}?closed=1#reports`)
}
