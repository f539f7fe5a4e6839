'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { getViewer } from '@/lib/auth/session'
import { type FormState, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import type { Outcome } from '@/lib/platform/outcome'
import { type Limited, use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'
import { askFor } from '@/lib/wanted/ask'
import { claimWanted, giveBack } from '@/lib/wanted/claim'
import { closeWanted, hideWanted } from '@/lib/wanted/close'
import { offerPage } from '@/lib/wanted/offer-page'
import { wantedItemPath } from '@/lib/wanted/paths'
import { reopenWanted } from '@/lib/wanted/reopen'
import { claim, claimGivenBack, newRequest, offer, requestId, withReason } from '@/lib/wanted/schema'
import { withdrawWanted } from '@/lib/wanted/withdraw'
import { MESSAGES, SIGNED_OUT, STATUS } from './messages'

export async function ask(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: newRequest, limit: 'wanted', verb: askFor, done: 'asked' })
}

/** Offers a page; where that settles it, says so. */
export async function offerIt(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: offer,
    verb: offerPage,
    done: ({ answered }) => (answered ? 'answered' : 'offered'),
  })
}

export async function claimIt(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: claim, verb: claimWanted, done: 'claimed' })
}

export async function giveItBack(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: claimGivenBack, verb: giveBack, done: 'given-back' })
}

export async function withdraw(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: requestId, verb: withdrawWanted, done: 'withdrawn' })
}

export async function reopen(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: requestId, verb: reopenWanted, done: 'reopened' })
}

export async function close(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: withReason, verb: closeWanted, done: 'closed' })
}

export async function hide(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: withReason, verb: hideWanted, done: 'hidden' })
}

type Addressed = { id: number; slug: string }
type Act<Input, Value extends Addressed> = {
  schema: z.ZodType<Input>
  limit?: Limited
  verb: (viewer: SignedIn, input: Input) => Promise<Outcome<Value, keyof typeof MESSAGES>>
  /** What the page says afterwards. */
  done: string | ((value: Value) => string)
}

async function act<Input, Value extends Addressed>(form: FormData, what: Act<Input, Value>) {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(what.schema, form)
  if (!read.ok) return read.state
  const wait = await use(what.limit ?? 'comment', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await what.verb(viewer, read.input)
  if (!outcome.ok)
    return refusedForm(MESSAGES[outcome.reason], read.values, [], STATUS[outcome.reason] ?? 422)
  const done = typeof what.done === 'string' ? what.done : what.done(outcome.value)
  redirect(`${wantedItemPath(outcome.value)}?done=${done}`)
}
