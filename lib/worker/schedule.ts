import 'server-only'
import { parseCronItems } from 'graphile-worker'
import { askWhatIsDue } from '@/lib/confirmations/ask'
import { sendDigests } from '@/lib/following/digests'
import { relabelToday } from '@/lib/legal/relabel-today'
import { deliverWaiting } from '@/lib/platform/mail/deliver'
import { repairIndex } from '@/lib/search/rebuild'
import { repairOther } from '@/lib/search/rebuild-asked'
import { reindexLaw } from '@/lib/search/reindex'
import { cleanUp } from './clean-up'

/** What runs by the clock. `due` is the moment for which it runs, which may lie back when no worker was there. */
export const SCHEDULED: Record<string, (due: Date) => Promise<void>> = {
  'mail.sweep': deliverWaiting,
  digests: sendDigests,
  'still-true': askWhatIsDue,
  'clean-up': cleanUp,
  'law.day': async () => {
    await relabelToday()
    await reindexLaw()
  },
  'search.repair': repairIndex,
  'search.compare': repairOther,
}

const hour = 60 * 60 * 1000

/** When it runs, in UTC. One that is still running or waiting is not added again. */
export const parsedSchedule = parseCronItems([
  each('mail.sweep', '* * * * *'),
  each('digests', '0 6,7 * * *', 12 * hour),
  each('still-true', '0 6 * * *', 24 * hour),
  each('clean-up', '30 3 * * *', 24 * hour),
  each('law.day', '5 0 * * *', 24 * hour),
  each('search.repair', '30 2 * * *', 24 * hour),
  each('search.compare', '0 4 * * *', 24 * hour),
])

function each(task: string, match: string, backfillPeriod = 0) {
  return {
    task,
    match,
    options: { backfillPeriod, queueName: task, ...(backfillPeriod ? {} : { jobKey: task }) },
  }
}
