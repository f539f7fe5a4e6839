import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'
import { canTendSearch } from './access'

/** Has the index written anew by the worker. Does nothing for anyone but moderators and administrators. */
export async function askForIndex(viewer: SignedIn): Promise<void> {
  if (!canTendSearch(viewer)) return
  await db.$transaction((tx) => emit(tx, 'search.rebuild-asked', {}))
}
