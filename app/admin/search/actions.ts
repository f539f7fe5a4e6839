'use server'

import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { canTendSearch } from '@/lib/search/access'
import { askForIndex } from '@/lib/search/ask-for-rebuild'
import { adminSearchPath } from '@/lib/search/paths'

export async function rebuild(): Promise<void> {
  const viewer = await requireViewer(adminSearchPath)
  if (!canTendSearch(viewer)) notFound()
  await askForIndex(viewer)
  redirect(`${adminSearchPath}?asked=1`)
}
