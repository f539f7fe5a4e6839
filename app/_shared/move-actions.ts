'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { mergePages } from '@/lib/pages/merge'
import { mergePath, withdrawPath } from '@/lib/pages/paths'
import { returnPage } from '@/lib/pages/return'
import { merging, returning, withdrawal } from '@/lib/pages/schema'
import { unmergePage } from '@/lib/pages/unmerge'
import { withdrawPage } from '@/lib/pages/withdraw'
import { type FormState, type FormValues, readForm, refusedForm } from '@/lib/platform/form'
import { reviewPath } from '@/lib/review/paths'

const MESSAGES = {
  'not-allowed': 'Only moderators can do this. Nothing was changed.',
  'not-found': 'There is no such page. Nothing was changed.',
  'not-live': 'This page has been withdrawn or merged already. Load it again to see by whom and why.',
  'not-withdrawn': 'This page is not withdrawn: somebody else has brought it back. Nothing was changed.',
  'no-text':
    'The texts of this page are not here: it was withdrawn already when this site was filled from an export. Nothing was changed.',
  'not-merged': 'This page is not merged: somebody else has undone it. Nothing was changed.',
  'no-target': 'There is no page with this number to merge it into. Look at the number or address.',
  'target-not-live':
    'The other page is withdrawn or merged itself, so nothing can be merged into it. Choose the page that it leads to, or bring it back first.',
  same: 'A page cannot be merged into itself. Give the number or address of the other page.',
  kinds: 'A case study can be merged into a case study only, and a change story into a change story.',
}

/** Takes a page away from readers, who see the reason. */
export async function withdraw(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(reviewPath)
  const read = readForm(withdrawal, form)
  if (!read.ok) return read.state
  const outcome = await withdrawPage(viewer, { id: read.input.page, reason: read.input.reason })
  if (outcome.ok) redirect(`${withdrawPath(outcome.value)}?done=withdrawn`)
  return refusal(outcome.reason, read.values)
}

/** Brings a withdrawn page back. */
export async function bringBack(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(reviewPath)
  const read = readForm(returning, form)
  if (!read.ok) return read.state
  const outcome = await returnPage(viewer, { id: read.input.page, reason: read.input.reason })
  if (outcome.ok) redirect(`${withdrawPath(outcome.value)}?done=returned`)
  return refusal(outcome.reason, read.values)
}

/** Makes a page's addresses lead to another page. */
export async function merge(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(reviewPath)
  const read = readForm(merging, form)
  if (!read.ok) return read.state
  const { page: id, into, reason } = read.input
  const outcome = await mergePages(viewer, { id, into, reason })
  if (outcome.ok) redirect(`${mergePath(outcome.value.page)}?done=merged`)
  return refusal(outcome.reason, read.values)
}

/** Makes a merged page a page of its own again. */
export async function unmerge(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(reviewPath)
  const read = readForm(returning, form)
  if (!read.ok) return read.state
  const outcome = await unmergePage(viewer, { id: read.input.page, reason: read.input.reason })
  if (outcome.ok) redirect(`${mergePath(outcome.value)}?done=unmerged`)
  return refusal(outcome.reason, read.values)
}

function refusal(reason: keyof typeof MESSAGES, values: FormValues): FormState {
  return refusedForm(MESSAGES[reason], values, [], reason === 'not-allowed' ? 403 : 409)
}
