import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'

export type Finished = { id: number | null; version: number | null; writer?: string }

/**
 * Takes away the draft of what has just been saved for good. A draft that another window wrote since stays, and one
 * with pieces beside it is put away rather than deleted. Doing so twice changes nothing.
 */
export async function finishDraft(
  tx: Tx,
  viewer: SignedIn,
  { id, version, writer }: Finished,
): Promise<void> {
  const own = [...(writer ? [{ writer }] : []), ...(id && version ? [{ id, version: { lte: version } }] : [])]
  if (own.length === 0) return
  const where = { personId: viewer.id, discardedAt: null, OR: own }
  await tx.draft.deleteMany({ where: { ...where, tray: { equals: [] } } })
  await tx.draft.updateMany({ where, data: { discardedAt: now() } })
}
