'use server'

import { redirect } from 'next/navigation'
import { getViewer } from '@/lib/auth/session'
import { commentOnForm } from '@/lib/discussions/comment-on-form'
import { formCommentsPath } from '@/lib/discussions/paths'
import { formComment } from '@/lib/discussions/schema'
import { type FormState, readForm, refusedForm, valuesOf } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'

const SIGNED_OUT =
  'You are not signed in. Sign in on another tab, then come back here and send again: your text is still here.'

export async function send(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, valuesOf(form), [], 403)
  const read = readForm(formComment, form)
  if (!read.ok) return read.state
  const wait = await use('message', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), read.values, [], 429)

  await commentOnForm(viewer, read.input)
  redirect(`${formCommentsPath()}?sent=1`)
}
