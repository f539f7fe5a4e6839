import 'server-only'
import { published } from '@/lib/platform/cache'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import type { SignedIn } from '@/lib/users/access'
import { canMovePages } from './access'
import { comeBack } from './come-back'
import { type HeldPage, withPagesAndStories } from './lock'
import { hasNoText } from './projection'

export type ReturnRefusal = 'not-allowed' | 'not-found' | 'not-withdrawn' | 'no-text'

/**
 * Brings a withdrawn page back exactly as it was. Refuses 'not-withdrawn' when it is live or merged, and 'no-text' when
 * its texts are not here, because it was withdrawn already where this site was imported from.
 */
export async function returnPage(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<HeldPage, ReturnRefusal>> {
  if (!canMovePages(viewer)) return refused('not-allowed')

  const outcome = await withPagesAndStories(
    [id],
    async (tx, { pages, stories }): Promise<Outcome<{ page: HeldPage; tags: string[] }, ReturnRefusal>> => {
      const page = pages.get(id)
      if (!page) return refused('not-found')
      if (page.state !== 'withdrawn') return refused('not-withdrawn')
      if (await hasNoText(tx, page)) return refused('no-text')
      const event = { kind: 'returned', actorId: viewer.actorId, reason, otherPageId: null } as const
      const tags = await comeBack(tx, page, { event, stories })
      await publishing(tx, tags)
      return done({ page, tags })
    },
  )
  if (!outcome.ok) return outcome
  await published(outcome.value.tags)
  return done(outcome.value.page)
}
