'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { getViewer } from '@/lib/auth/session'
import { openThread } from '@/lib/discussions/open-thread'
import { commentPath, threadPath } from '@/lib/discussions/paths'
import { removeComment } from '@/lib/discussions/remove-comment'
import { reopenThread } from '@/lib/discussions/reopen-thread'
import { reply } from '@/lib/discussions/reply'
import { reportComment } from '@/lib/discussions/report-comment'
import { resolveThread } from '@/lib/discussions/resolve-thread'
import { commentRemoval, commentReport, newReply, newThread, threadChange } from '@/lib/discussions/schema'
import type { Written } from '@/lib/discussions/write-comment'
import { type FormState, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import type { Outcome } from '@/lib/platform/outcome'
import { type Limited, use, waitMessage } from '@/lib/platform/rate-limit'
import type { SignedIn } from '@/lib/users/access'

const MESSAGES = {
  'not-found': 'This discussion no longer exists. Copy your text before you leave this page.',
  'unknown-field': 'This page has no such part. Choose another and send again.',
  resolved:
    'Somebody has resolved this thread in the meantime, so nothing was sent. Copy your text, open the page again and reopen the thread.',
  full: 'This thread holds as many comments as one can. Start a new one: your text is still here.',
  removed: 'A moderator has removed this comment already. Nothing more is needed.',
  'not-allowed': 'Your account may not do this. Nothing was changed.',
}
const SIGNED_OUT =
  'You are not signed in. Sign in on another tab, then come back here and send again: your text is still here.'
const STATUS: Partial<Record<keyof typeof MESSAGES, 403 | 409>> = {
  'not-allowed': 403,
  resolved: 409,
  removed: 409,
}

export async function open(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: newThread, limit: 'comment', verb: openThread, next: written })
}

export async function answer(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: newReply, limit: 'comment', verb: reply, next: written })
}

export async function resolve(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: threadChange,
    limit: 'save',
    verb: (viewer, { thread }) => resolveThread(viewer, thread),
    next: ({ page, id }) => threadPath(page, id),
  })
}

export async function reopen(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: threadChange,
    limit: 'save',
    verb: (viewer, { thread }) => reopenThread(viewer, thread),
    next: ({ page, id }) => threadPath(page, id),
  })
}

export async function remove(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: commentRemoval, limit: 'save', verb: removeComment, next: written })
}

export async function report(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: commentReport,
    limit: 'message',
    verb: reportComment,
    next: ({ page, thread, comment }) => `${threadPath(page, thread)}?reported=1#comment-${comment}`,
  })
}

type Act<Input, Value> = {
  schema: z.ZodType<Input>
  limit: Limited
  verb: (viewer: SignedIn, input: Input) => Promise<Outcome<Value, keyof typeof MESSAGES>>
  /** Where to go once it is done. */
  next: (value: Value) => string
}

async function act<Input, Value>(form: FormData, { schema, limit, verb, next }: Act<Input, Value>) {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(schema, form)
  if (!read.ok) return read.state
  const wait = await use(limit, viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await verb(viewer, read.input)
  if (outcome.ok) redirect(next(outcome.value))
  return refusedForm(MESSAGES[outcome.reason], read.values, [], STATUS[outcome.reason] ?? 422)
}

function written({ page, ...comment }: Written): string {
  return commentPath(page, comment)
}
