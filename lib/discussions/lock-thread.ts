import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findShownPage, type ShownPage } from './shown-page'

export type LockedThread = { id: number; actorId: string; resolved: boolean; page: ShownPage }

/** Locks a thread against other writers, or null when there is none or its page is not to be seen. */
export async function lockThread(tx: Tx, id: number): Promise<LockedThread | null> {
  await tx.$queryRaw`SELECT id FROM thread WHERE id = ${id} FOR UPDATE`
  const thread = await tx.thread.findUnique({ where: { id } })
  const page = thread && (await findShownPage(thread.pageId, tx))
  return page ? { id, actorId: thread.actorId, resolved: thread.resolvedAt !== null, page } : null
}
