import 'server-only'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import type { NewThread } from './schema'
import { findShownPage } from './shown-page'
import { TALK_FIELDS } from './vocabulary'
import { startThread, type Written } from './write-comment'

/** Begins a thread about a page or a field of it, tied to the version that is current now. */
export async function openThread(
  viewer: SignedIn,
  thread: NewThread,
): Promise<Outcome<Written, 'not-found' | 'unknown-field'>> {
  const page = await findShownPage(thread.page)
  if (!page) return refused('not-found')
  if (thread.field && !TALK_FIELDS[page.kind].includes(thread.field)) return refused('unknown-field')

  const written = await db.$transaction(async (tx) => {
    await publishing(tx, [tags.page(page.id)])
    return startThread(tx, viewer, { ...thread, page })
  })
  await published([tags.page(page.id)])
  return done(written)
}
