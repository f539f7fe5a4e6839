'use server'

import { redirect } from 'next/navigation'
import { clientAddress, keepSession } from '@/lib/auth/session'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { use, waitMessage } from '@/lib/platform/rate-limit'
import { accountPath } from '@/lib/users/paths'
import { registerPerson } from '@/lib/users/register'
import { registration } from '@/lib/users/schema'
import { beginSession } from '@/lib/users/sign-in'

const TAKEN = 'There is already an account with this e-mail address. Sign in with it, or use another address'

export async function register(_previous: FormState, form: FormData): Promise<FormState> {
  const read = readForm(registration, form)
  // A password is never sent back to the browser.
  const typed = { name: String(read.values.name ?? ''), email: String(read.values.email ?? '') }
  if (!read.ok) return { ...read.state, values: typed }

  const wait = await use('register', await clientAddress())
  if (wait) return refusedForm(waitMessage(wait), typed, [], 429)
  const outcome = await registerPerson(read.input)
  if (!outcome.ok) return refusedForm(TAKEN, typed, [{ field: 'email', message: TAKEN }])

  await keepSession(await beginSession(outcome.value.id))
  redirect(`${accountPath}?welcome=1`)
}
