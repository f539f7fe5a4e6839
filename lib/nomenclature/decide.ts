import 'server-only'
import type { Outcome } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import type { ChangeFault } from './propose'
import type { NewDecision } from './schema'

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

/** Applies or declines a proposal, with a numbered decision record. Applying is one step: all of it or nothing. */
export async function decideChange(
  _viewer: SignedIn,
  _decision: NewDecision,
): Promise<Outcome<{ decisionNumber: number; taxonomyVersion: number | null }, DecisionRefusal>> {
  throw new Error('Being written')
}
