import 'server-only'
import { db } from '@/lib/platform/db'

const keptDays = 30

/** Removes what has served its time: keys of saves and discarded drafts after thirty days. */
export async function cleanUp(due: Date): Promise<void> {
  const before = new Date(due.getTime() - keptDays * 24 * 60 * 60 * 1000)
  await db.saveKey.deleteMany({ where: { createdAt: { lt: before } } })
  await db.draft.deleteMany({ where: { discardedAt: { lt: before } } })
}
