import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import type { SignedIn } from '@/lib/users/access'
import { canMovePages } from './access'
import { type HeldPage, withPagesAndStories } from './lock'
import { relinkStories, removeProjection, tagsOf } from './projection'

export type MergeRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-live'
  | 'no-target'
  | 'target-not-live'
  | 'same'
  | 'kinds'
type Merge = { id: number; into: number; reason: string }
type Merged = { page: HeldPage; into: HeldPage }

/**
 * From now on the page's addresses lead to another of the same kind. Both keep their histories; what the two say is
 * not mixed. Only live pages merge, so no circle can arise. Favourites and watches stay where they are and are
 * followed when they are read (lib/revisions/merges.ts).
 */
export async function mergePages(viewer: SignedIn, merge: Merge): Promise<Outcome<Merged, MergeRefusal>> {
  if (!canMovePages(viewer)) return refused('not-allowed')
  if (merge.id === merge.into) return refused('same')

  const outcome = await withPagesAndStories(
    [merge.id, merge.into],
    async (tx, { pages, stories }): Promise<Outcome<Merged & { tags: string[] }, MergeRefusal>> => {
      const [page, into] = [pages.get(merge.id), pages.get(merge.into)]
      if (!page) return refused('not-found')
      if (page.state !== 'live') return refused('not-live')
      if (!into) return refused('no-target')
      if (into.state !== 'live') return refused('target-not-live')
      if (page.kind !== into.kind) return refused('kinds')

      const before = [...(await tagsOf(tx, page)), ...(await tagsOf(tx, into))]
      await write(tx, viewer, merge)
      await removeProjection(tx, page)
      const told = await relinkStories(tx, stories)
      const tags = [...before, ...told]
      await publishing(tx, tags)
      return done({ page, into, tags })
    },
  )
  if (!outcome.ok) return outcome
  const { tags, ...merged } = outcome.value
  await published(tags)
  return done(merged)
}

async function write(tx: Tx, viewer: SignedIn, { id, into, reason }: Merge) {
  await tx.page.update({ where: { id }, data: { state: 'merged', mergedInto: into } })
  const event = { pageId: id, kind: 'merged', actorId: viewer.actorId, reason, otherPageId: into }
  await tx.pageEvent.create({ data: { ...event, createdAt: now() } })
  await emit(tx, 'page.merged', { pageId: id })
}
