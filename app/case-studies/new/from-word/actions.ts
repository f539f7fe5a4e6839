'use server'

import { redirect } from 'next/navigation'
import { getViewer } from '@/lib/auth/session'
import { continuePath } from '@/lib/drafts/paths'
import { type FormState, refusedForm } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { importWord } from '@/lib/word/import'
import { WORD_REFUSALS } from '@/lib/word/refusals'

/** Reads a Word file into a draft and opens it in the form, or says why it could not be read. */
export async function readWordFile(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, {}, [], 403)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problem('Choose a Word file')
  const wait = await use('upload', viewer.id)
  if (wait) return refusedForm(waitMessage(wait), {}, [], 429)

  const imported = await importWord(viewer, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name,
  })
  if (!imported.ok) return problem(WORD_REFUSALS[imported.reason])
  redirect(continuePath({ id: imported.value.id, kind: 'case_study', page: null }))
}

const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and choose the file again.'

function problem(message: string): FormState {
  return refusedForm(message, {}, [{ field: 'file', message }])
}
