import 'server-only'
import { dateOfDay, dayOfDate, daysAfter } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { becomeWanted } from './become-wanted'
import { gapsKeptDays, marksKeptDays, shownMin } from './limits'

/**
 * Forgets marks, and words that fewer than five people searched for, after 90 days, and what nobody searched for in a
 * year. Puts on the list what five people or more were shown and fewer than one in ten opened.
 */
export async function sweepGaps(due: Date): Promise<void> {
  const before = (days: number) => dateOfDay(daysAfter(dayOfDate(due), -days))
  await db.searchGapMark.deleteMany({ where: { madeOn: { lt: before(marksKeptDays) } } })
  await db.searchGap.deleteMany({ where: { enough: false, lastOn: { lt: before(marksKeptDays) } } })
  await db.searchGap.deleteMany({ where: { lastOn: { lt: before(gapsKeptDays) } } })
  // Words whose marks are all gone were searched for by nobody lately.
  await db.searchGap.deleteMany({ where: { enough: false, marks: { none: {} } } })
  const seldom = await db.$queryRaw<{ words: string }[]>`
    SELECT g.words FROM search_gap g WHERE g.kind = 'unopened' AND g.enough AND g.times >= ${shownMin}
      AND g.opened * 10 < g.times AND NOT EXISTS (SELECT FROM wanted w WHERE w.words = g.words)
    ORDER BY g.times DESC, g.words LIMIT 200`
  for (const { words } of seldom) await becomeWanted(words, 'unopened')
}
