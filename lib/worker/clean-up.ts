import 'server-only'
import { sweepFiles } from '@/lib/media/sweep'
import { db } from '@/lib/platform/db'
import { sweepGaps } from '@/lib/wanted/sweep'

const day = 24 * 60 * 60 * 1000
const keptDays = 30
/** Two years: whoever has not come back to a draft by then will not. */
const draftDays = 730

/**
 * Removes what has served its time: keys of saves, discarded drafts and files that nothing links after thirty days, drafts
 * that nobody touched for two years. Counted searches go by times of their own.
 */
export async function cleanUp(due: Date): Promise<void> {
  const before = daysBefore(due, keptDays)
  await db.saveKey.deleteMany({ where: { createdAt: { lt: before } } })
  await db.draft.deleteMany({ where: { discardedAt: { lt: before } } })
  await db.draft.deleteMany({ where: { savedAt: { lt: daysBefore(due, draftDays) } } })
  await sweepFiles(before)
  await sweepGaps(due)
}

function daysBefore(due: Date, days: number): Date {
  return new Date(due.getTime() - days * day)
}
