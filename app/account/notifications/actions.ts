'use server'

import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { markRead } from '@/lib/following/notifications'
import { notificationsPath } from '@/lib/following/paths'
import { readUpTo, stopWatching } from '@/lib/following/schema'
import { stopWatch } from '@/lib/following/watches'

export async function markAllRead(form: FormData): Promise<void> {
  const viewer = await requireViewer(notificationsPath)
  const read = readUpTo.safeParse({ upTo: form.get('upTo') })
  if (read.success) await markRead(viewer, read.data.upTo)
  redirect(notificationsPath)
}

export async function stopWatchingIt(form: FormData): Promise<void> {
  const viewer = await requireViewer(notificationsPath)
  const read = stopWatching.safeParse({ watch: form.get('watch') })
  if (read.success) await stopWatch(viewer, read.data.watch)
  // Without a place on the page: a browser with scripts would only go there, and show what was there before.
  redirect(notificationsPath)
}
