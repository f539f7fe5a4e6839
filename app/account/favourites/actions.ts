'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { noteFavourite, removeFavourite } from '@/lib/favourites/favourites'
import { favouriteChoice, favouriteNote } from '@/lib/favourites/schema'
import { type FormState, readForm } from '@/lib/platform/form'
import { favouritesPath } from '@/lib/users/paths'

export async function saveNote(_previous: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(favouritesPath)
  const read = readForm(favouriteNote, form)
  if (!read.ok) return read.state

  await noteFavourite(viewer, { pageId: read.input.page, note: read.input.note })
  redirect(`${favouritesPath}?noted=${read.input.page}#favourite-${read.input.page}`)
}

export async function removeFromFavourites(form: FormData): Promise<void> {
  const viewer = await requireViewer(favouritesPath)
  const read = favouriteChoice.safeParse({ page: form.get('page') })
  if (read.success) await removeFavourite(viewer, read.data.page)
  redirect(`${favouritesPath}?removed=1`)
}
