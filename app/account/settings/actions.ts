'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { chooseFrequency } from '@/lib/following/notifications'
import { frequency } from '@/lib/following/schema'
import { saveProfile } from '@/lib/people/profile'
import { profile } from '@/lib/people/schema'
import { type FormState, readForm, refusedForm } from '@/lib/platform/form'
import { settingsPath } from '@/lib/users/paths'

const settings = profile.extend(frequency.shape)
const UNKNOWN = 'Choose an organisation from the list, or leave it empty'

export async function saveSettings(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(settingsPath)
  const read = readForm(settings, form)
  if (!read.ok) return read.state

  const { mailFrequency, ...input } = read.input
  const outcome = await saveProfile(viewer, input)
  if (!outcome.ok) return refusedForm(UNKNOWN, read.values, [{ field: 'organisation', message: UNKNOWN }])
  await chooseFrequency(viewer, mailFrequency)
  redirect(`${settingsPath}?saved=1`)
}
