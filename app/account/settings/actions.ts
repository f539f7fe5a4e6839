'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { saveProfile } from '@/lib/people/profile'
import { profile } from '@/lib/people/schema'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { settingsPath } from '@/lib/users/paths'

const UNKNOWN = 'Choose an organisation from the list, or leave it empty'

export async function saveSettings(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(settingsPath)
  const read = readForm(profile, form)
  if (!read.ok) return read.state

  const outcome = await saveProfile(viewer, read.input)
  if (!outcome.ok) return refusedForm(UNKNOWN, read.values, [{ field: 'organisation', message: UNKNOWN }])
  redirect(`${settingsPath}?saved=1`)
}
