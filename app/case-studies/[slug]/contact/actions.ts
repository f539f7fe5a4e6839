'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { getViewer } from '@/lib/auth/session'
import { contactPath } from '@/lib/case-studies/paths'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { reportContact, writeToContact } from '@/lib/contact/message'
import { contactMessage, contactReport } from '@/lib/contact/schema'
import { type FormState, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import type { Outcome } from '@/lib/platform/outcome'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'

const page = z.object({ page: z.coerce.number().int().positive().max(999_999_999) })
const message = contactMessage.and(page)
const report = contactReport.and(page)

const MESSAGES = {
  'not-found': 'This case study no longer exists. Copy your text before you leave this page.',
  'no-address': 'There is no address to send this to any more, so nothing was sent. Your text is still here.',
}
const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and send again: your text is still here.'

/** Sends a message to a case study's contact, whose address stays hidden. */
export async function sendMessage(_previous: FormState, form: FormData): Promise<FormState> {
  return send(form, { schema: message, verb: writeToContact, sent: 'message' })
}

/** Tells moderators that the contact has left or is wrong. */
export async function sendReport(_previous: FormState, form: FormData): Promise<FormState> {
  return send(form, { schema: report, verb: reportContact, sent: 'report' })
}

type Sending = {
  schema: typeof message
  verb: (
    viewer: SignedIn,
    text: { pageId: number; body: string },
  ) => Promise<Outcome<null, keyof typeof MESSAGES>>
  sent: 'message' | 'report'
}

async function send(form: FormData, { schema, verb, sent }: Sending): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(schema, form)
  if (!read.ok) return read.state
  const wait = await use('message', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const { page: pageId, body } = read.input
  const outcome = await verb(viewer, { pageId, body })
  const view = await findVisibleCaseStudy(pageId)
  if (!outcome.ok) return refusedForm(MESSAGES[outcome.reason], read.values)
  if (!view) return refusedForm(MESSAGES['not-found'], read.values)
  redirect(`${contactPath(view)}?sent=${sent}`)
}
