import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { HeldPage } from './lock'
import { rebuildProjection, relinkStories, tagsOf } from './projection'

type Event = {
  kind: 'returned' | 'unmerged'
  actorId: string
  reason: string
  otherPageId: number | null
}

/** Makes a locked page live again and returns the names of every cached page that shows it. */
export async function comeBack(
  tx: Tx,
  page: HeldPage,
  { event, stories }: { event: Event; stories: number[] },
): Promise<string[]> {
  await tx.page.update({ where: { id: page.id }, data: { state: 'live', mergedInto: null } })
  await rebuildProjection(tx, page)
  const told = await relinkStories(tx, stories)
  await tx.pageEvent.create({ data: { pageId: page.id, ...event, createdAt: now() } })
  await emit(tx, 'page.returned', { pageId: page.id })
  return [...told, ...(await tagsOf(tx, page))]
}
