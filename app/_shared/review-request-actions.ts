'use server'

import { redirect } from 'next/navigation'
import { getViewer } from '@/lib/auth/session'
import { answerRequest } from '@/lib/discussions/answer-request'
import { discussionPath, threadPath } from '@/lib/discussions/paths'
import { reviewAnswer } from '@/lib/discussions/schema'
import { findShownPage } from '@/lib/discussions/shown-page'
import { type FormState, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { askForReview } from '@/lib/review/requests-ask'
import { closeRequest } from '@/lib/review/requests-close'
import { requestClosing, reviewRequest } from '@/lib/review/requests-schema'
import { accountPath } from '@/lib/users/paths'

const SIGNED_OUT =
  'You are not signed in. Sign in on another tab, then come back here and send again: your text is still here.'
const GONE = 'This page no longer exists. Copy your text before you leave it.'
const ANSWER_MESSAGES = {
  'not-found': 'You are not asked to look at this page any more. Copy your text before you leave.',
  closed:
    'The request was closed in the meantime, so nothing was sent. You can still write in the discussion of the page.',
  answered: 'You have answered this request already. You can still write in the discussion of the page.',
}

export async function ask(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(reviewRequest, form)
  if (!read.ok) return read.state
  const wait = await use('message', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await askForReview(viewer, read.input)
  const page = await findShownPage(read.input.page)
  if (!page) return refusedForm(GONE, read.values)
  if (outcome.ok) redirect(`${discussionPath(page)}?asked=1#reviews`)
  if (outcome.reason === 'not-found') return refusedForm(GONE, read.values)
  const message =
    outcome.reason === 'yourself'
      ? 'You cannot ask yourself. Name somebody else'
      : nobodyFound('names' in outcome ? outcome.names : [])
  return refusedForm(message, read.values, [{ field: 'people', message }])
}

export async function close(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(requestClosing, form)
  if (!read.ok) return read.state

  const outcome = await closeRequest(viewer, read.input.request)
  if (!outcome.ok) return refusedForm('You cannot close this review: it is not yours.', read.values, [], 403)
  const page = await findShownPage(outcome.value.pageId)
  redirect(page ? `${discussionPath(page)}#reviews` : accountPath)
}

export async function answerReview(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(reviewAnswer, form)
  if (!read.ok) return read.state
  const wait = await use('comment', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  const outcome = await answerRequest(viewer, read.input)
  if (!outcome.ok) return refusedForm(ANSWER_MESSAGES[outcome.reason], read.values, [], 409)
  const { page, thread } = outcome.value
  redirect(thread ? threadPath(page, thread) : `${discussionPath(page)}?answered=1#reviews`)
}

function nobodyFound(names: string[]): string {
  const all = names.map((name) => `“${name}”`).join(', ')
  return `Nobody who can be asked was found as ${all}. Choose from the list, or look at the spelling`
}
