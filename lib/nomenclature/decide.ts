import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { dayOfDate, today } from '@/lib/platform/day'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import { lockHierarchy } from '@/lib/taxonomy/hierarchy'
import type { SignedIn } from '@/lib/users/access'
import { canDecideChange, canDecideChanges, canDecideEarly } from './access'
import { applyChange } from './apply'
import type { ChangeFault } from './desk'
import type { NewDecision, Proposal } from './schema'

export type DecisionRefusal =
  | 'not-allowed'
  | 'own-proposal'
  | 'not-found'
  | 'decided'
  /** The closing date is not over; only an administrator decides earlier. */
  | 'too-early'
  /** To agree a name takes the support of at least one public body. */
  | 'no-support'
  /** A choice names a page that the split does not touch, or a heading that it does not lead to. */
  | 'unknown-choice'
  | ChangeFault

export type OpenChange = { id: number; state: string; closesOn: Date; proposedBy: string; proposal: Proposal }
type Decided = { decisionNumber: number; taxonomyVersion: number | null }
/** What the decision itself writes on the record of the change. */
export type Verdict = { decision: string; decidedBy: string; decidedAt: Date; decisionNumber: number }

/** Applies or declines a proposal, with a numbered decision record. Applying is one step: all of it or nothing. */
export async function decideChange(
  viewer: SignedIn,
  { changeId, verdict, decision, choices = [] }: NewDecision,
): Promise<Outcome<Decided, DecisionRefusal>> {
  if (!canDecideChanges(viewer)) return refused('not-allowed')
  const outcome = await db.$transaction(
    async (tx): Promise<Outcome<Decided & { tags: string[] }, DecisionRefusal>> => {
      const found = await lockChange(tx, viewer, changeId)
      if (!found.ok) return found
      // Before the hierarchy, as a save does: it locks its page and then holds the hierarchy.
      await holdPages(tx, choices)
      await lockHierarchy(tx)
      const record = await recordOf(tx, viewer, decision)
      if (verdict === 'apply') return applyChange(tx, found.value, { record, choices })
      const shown = [tags.taxonomy, tags.nomenclature]
      await publishing(tx, shown)
      await tx.categoryChange.update({ where: { id: changeId }, data: { ...record, state: 'declined' } })
      const { decisionNumber } = record
      return done({ decisionNumber, taxonomyVersion: null, tags: shown })
    },
  )
  if (!outcome.ok) return outcome
  const { tags: shown, ...decided } = outcome.value
  await published(shown)
  return done(decided)
}

async function lockChange(
  tx: Tx,
  viewer: SignedIn,
  id: number,
): Promise<Outcome<OpenChange, 'not-found' | 'decided' | 'own-proposal' | 'too-early'>> {
  const [change] = await tx.$queryRaw<OpenChange[]>`
    SELECT id, state, closes_on AS "closesOn", proposed_by AS "proposedBy", proposal
    FROM category_change WHERE id = ${id} FOR UPDATE`
  if (!change) return refused('not-found')
  if (change.state !== 'open') return refused('decided')
  if (!canDecideChange(viewer, change)) return refused('own-proposal')
  if (dayOfDate(change.closesOn) >= today() && !canDecideEarly(viewer)) return refused('too-early')
  return done(change)
}

async function holdPages(tx: Tx, choices: { pageId: number }[]): Promise<void> {
  const ids = choices.map(({ pageId }) => pageId)
  if (ids.length > 0)
    await tx.$queryRaw`SELECT FROM page WHERE id = ANY(${ids}::int[]) ORDER BY id FOR KEY SHARE`
}

/** Numbered under the lock of the hierarchy, so in the order in which decisions were taken. */
async function recordOf(tx: Tx, viewer: SignedIn, decision: string): Promise<Verdict> {
  const { _max } = await tx.categoryChange.aggregate({ _max: { decisionNumber: true } })
  const decisionNumber = (_max.decisionNumber ?? 0) + 1
  return { decision, decidedBy: viewer.actorId, decidedAt: now(), decisionNumber }
}
