import 'server-only'
import { published } from '@/lib/platform/cache'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import type { SignedIn } from '@/lib/users/access'
import { canMovePages } from './access'
import { comeBack } from './come-back'
import { type HeldPage, withPagesAndStories } from './lock'
import { tagsOf } from './projection'

export type UnmergeRefusal = 'not-allowed' | 'not-found' | 'not-merged'

/** Makes a merged page a page of its own again, exactly as it was. Refuses 'not-merged' when it is not merged. */
export async function unmergePage(
  viewer: SignedIn,
  { id, reason }: { id: number; reason: string },
): Promise<Outcome<HeldPage, UnmergeRefusal>> {
  if (!canMovePages(viewer)) return refused('not-allowed')

  const outcome = await withPagesAndStories(
    [id],
    async (tx, { pages, stories }): Promise<Outcome<{ page: HeldPage; tags: string[] }, UnmergeRefusal>> => {
      const page = pages.get(id)
      if (!page) return refused('not-found')
      if (page.state !== 'merged' || page.mergedInto === null) return refused('not-merged')

      const other = await tx.page.findUniqueOrThrow({ where: { id: page.mergedInto } })
      const before = await tagsOf(tx, other)
      const event = { kind: 'unmerged', actorId: viewer.actorId, reason, otherPageId: other.id } as const
      const tags = [...before, ...(await comeBack(tx, page, { event, stories }))]
      await publishing(tx, tags)
      return done({ page, tags })
    },
  )
  if (!outcome.ok) return outcome
  await published(outcome.value.tags)
  return done(outcome.value.page)
}
