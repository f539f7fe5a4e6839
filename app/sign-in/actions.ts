'use server'

import { redirect } from 'next/navigation'
import { clientAddress, keepSession, leaveSession } from '@/lib/auth/session'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { waitMessage } from '@/lib/platform/rate-limit'
import { localPath } from '@/lib/users/paths'
import { signInForm } from '@/lib/users/schema'
import { signIn } from '@/lib/users/sign-in'

const MESSAGES = {
  wrong: 'That e-mail address and password do not belong together. Check both and try again.',
  suspended: 'This account has been closed for now. Write to the people who run the Cupboard.',
  'too-many': waitMessage(15 * 60),
}

export async function signInWithPassword(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readForm(signInForm, form)
  // A password is never sent back to the browser.
  const typed = { email: String(read.values.email ?? ''), back: String(read.values.back ?? '') }
  if (!read.ok) return { ...read.state, values: typed }

  const outcome = await signIn({ ...read.input, source: await clientAddress() })
  if (!outcome.ok)
    return refusedForm(MESSAGES[outcome.reason], typed, [], outcome.reason === 'too-many' ? 429 : 422)
  await keepSession(outcome.value.sessionId)
  redirect(localPath(read.input.back, '/account'))
}

export async function signOut(): Promise<void> {
  await leaveSession()
  redirect('/')
}
