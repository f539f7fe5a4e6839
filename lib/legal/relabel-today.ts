import 'server-only'
import { db } from '@/lib/platform/db'
import { holdCaseStudies, movesUnder, relabel } from './relabel'
import { currentRules } from './rules'

/**
 * Moves the labels that a day has moved: a law on record begins or ends by itself. Runs once a day; where nothing begins
 * or ends, nothing waits for it.
 */
export async function relabelToday(): Promise<void> {
  const known = await currentRules(db)
  if (!known || (await movesUnder(db, known)).length === 0) return
  await db.$transaction(async (tx) => {
    await holdCaseStudies(tx)
    const rules = await currentRules(tx)
    if (rules) await relabel(tx, rules)
  })
}
