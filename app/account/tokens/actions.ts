'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { TokenState } from '@/components/api/token-form'
import { tokensMax } from '@/lib/api/limits'
import { tokensPath } from '@/lib/api/paths'
import { tokenChoice, tokenForm } from '@/lib/api/token-form'
import { createToken, revokeToken } from '@/lib/api/tokens'
import { requireViewer } from '@/lib/auth/session'
import { readForm, refusedForm, sameForm } from '@/lib/platform/form'

const FULL = `You have ${tokensMax} tokens, and that is the limit. Revoke one that is no longer used, then make the new one.`

export async function makeToken(_previous: TokenState, form: FormData): Promise<TokenState> {
  const viewer = await requireViewer(tokensPath)
  const read = readForm(tokenForm, form)
  if (!read.ok) return read.state

  const outcome = await createToken(viewer, read.input)
  if (!outcome.ok) return refusedForm(FULL, read.values)
  revalidatePath(tokensPath)
  // Shown in this one answer and nowhere else, so there is nothing to redirect to.
  return { ...sameForm({ name: '', scope: 'read' }), made: { ...read.input, value: outcome.value.value } }
}

export async function endToken(form: FormData): Promise<void> {
  const viewer = await requireViewer(tokensPath)
  const read = tokenChoice.safeParse({ token: form.get('token') })
  if (read.success) await revokeToken(viewer, read.data.token)
  redirect(`${tokensPath}?revoked=1`)
}
