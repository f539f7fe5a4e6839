'use server'

import { notFound, redirect } from 'next/navigation'
import type { ProposeState } from '@/components/nomenclature/propose-form'
import { getViewer } from '@/lib/auth/session'
import { decideChange } from '@/lib/nomenclature/decide'
import { changePath } from '@/lib/nomenclature/paths'
import { previewChange } from '@/lib/nomenclature/preview'
import { proposeChange } from '@/lib/nomenclature/propose'
import { changeDecision, changeProposal, changeUndoing, position } from '@/lib/nomenclature/schema'
import { takePosition } from '@/lib/nomenclature/take-position'
import { undoChange } from '@/lib/nomenclature/undo'
import { withAnotherRow } from '@/lib/platform/another-row'
import {
  type FormState,
  type FormValue,
  readForm,
  refusedForm,
  sameForm,
  valuesOf,
} from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'
import { DECISION_REFUSALS, FAULTS, POSITION_REFUSALS, SIGNED_OUT, UNDO_REFUSALS } from './messages'

/** Shows the effect of a proposal; once that was seen, and nothing changed since, puts it up for review. */
export async function propose(_previous: ProposeState, form: FormData): Promise<ProposeState> {
  const more = withAnotherRow(form)
  if (more) return more
  const viewer = await allowed(form)
  if ('status' in viewer) return viewer
  const read = readForm(changeProposal, form)
  if (!read.ok) return read.state

  const seen = await previewChange(read.input.proposal)
  if (!seen.ok) return refusedForm(FAULTS[seen.reason], read.values)
  const isSeen = form.get('previewed') === asSent(read.values.proposal)
  if (form.get('intent') !== 'send' || !isSeen) return { ...sameForm(read.values), effect: seen.value }

  const outcome = await proposeChange(viewer, read.input)
  if (outcome.ok) redirect(`${changePath(outcome.value.id)}?proposed=1`)
  if (outcome.reason === 'not-allowed')
    return refusedForm(
      'New members propose changes once a moderator has verified them.',
      read.values,
      [],
      403,
    )
  return refusedForm(FAULTS[outcome.reason], read.values)
}

/** Takes the position of the viewer's public body. */
export async function take(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await allowed(form)
  if ('status' in viewer) return viewer
  const read = readForm(position, form)
  if (!read.ok) return read.state

  const outcome = await takePosition(viewer, read.input)
  if (outcome.ok) redirect(`${changePath(read.input.changeId)}?taken=1#positions`)
  if (outcome.reason === 'not-found') notFound()
  const status = outcome.reason === 'closed' ? 409 : 403
  return refusedForm(POSITION_REFUSALS[outcome.reason], read.values, [], status)
}

/** Applies a proposal or declines it. */
export async function decide(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await allowed(form)
  if ('status' in viewer) return viewer
  const read = readForm(changeDecision, withoutBlankChoices(form))
  if (!read.ok) return read.state

  const outcome = await decideChange(viewer, read.input)
  if (outcome.ok) redirect(`${changePath(read.input.changeId)}?decided=1`)
  const { reason } = outcome
  if (reason === 'not-found') notFound()
  if (reason in FAULTS) {
    const why = FAULTS[reason as keyof typeof FAULTS]
    const message = `The hierarchy has changed since this was proposed, and it no longer fits. ${why} Decline it, and propose it anew.`
    return refusedForm(message, read.values, [], 409)
  }
  const status = ['not-allowed', 'own-proposal'].includes(reason) ? 403 : 409
  return refusedForm(DECISION_REFUSALS[reason as keyof typeof DECISION_REFUSALS], read.values, [], status)
}

/** Takes an applied change back. */
export async function undo(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await allowed(form)
  if ('status' in viewer) return viewer
  const read = readForm(changeUndoing, form)
  if (!read.ok) return read.state

  const outcome = await undoChange(viewer, read.input)
  if (outcome.ok) redirect(`${changePath(read.input.changeId)}?undone=1`)
  if (outcome.reason === 'not-found') notFound()
  if (outcome.reason === 'built-upon') {
    const { decisionNumber } = outcome.change
    const message = `Decision ${decisionNumber} stands on this one. Undo that one first, then this.`
    return refusedForm(message, read.values, [], 409)
  }
  const status = outcome.reason === 'not-allowed' ? 403 : 409
  return refusedForm(UNDO_REFUSALS[outcome.reason], read.values, [], status)
}

async function allowed(form: FormData): Promise<SignedIn | FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const wait = await use('comment', viewer.id)
  return wait ? refusedForm(waitMessage(wait), valuesOf(form), [], 429) : viewer
}

/** The proposal as the form wrote it into its hidden field when the effect was shown. */
function asSent(values: FormValue | undefined): string {
  return JSON.stringify(values)
}

/** A case study for which nothing was chosen goes where the rest goes. */
function withoutBlankChoices(form: FormData): FormData {
  const kept = new FormData()
  for (const [name, value] of form) {
    const row = /^choices\.(\d+)\./.exec(name)?.[1]
    if (!row || form.get(`choices.${row}.targets`)) kept.append(name, value)
  }
  return kept
}
