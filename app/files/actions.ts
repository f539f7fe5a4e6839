'use server'

import { redirect } from 'next/navigation'
import { receiveUpload } from '@/app/files/receive'
import { getViewer } from '@/lib/auth/session'
import { uploadedPath } from '@/lib/media/paths'
import { type FormState, refusedForm, valuesOf } from '@/lib/platform/form'

/** Keeps a file that was sent from /files/new and shows how to link it, or says why it was not taken. */
export async function sendFile(_previous: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form)
  const viewer = await getViewer()
  if (!viewer) return refusedForm(SIGNED_OUT, values, [], 403)
  const received = await receiveUpload(viewer, form)
  if (received.ok) redirect(uploadedPath(received.file.id))
  // The server in front answers 413 and 415 for programs; a page with a form says 422 for all that is wrong with it.
  return refusedForm(received.message, values, received.errors, received.status === 429 ? 429 : 422)
}

const SIGNED_OUT =
  'You have been signed out. Sign in on another tab, then come back here and send the file again.'
