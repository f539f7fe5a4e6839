import 'server-only'
import type { Heading } from '@/lib/taxonomy/queries'
import type { Author } from '@/lib/users/names'
import type { Proposal } from './schema'
import type { ChangeKind, ChangeState, Stance, TermState } from './vocabulary'

type Body = { id: number; slug: string; name: string }
export type Position = {
  organisation: Body
  stance: Stance
  reason: string
  by: Author
  takenAt: string
}
export type ChangeSummary = {
  id: number
  kind: ChangeKind
  state: ChangeState
  /** One line: "Merge Cleaning into Facilities and building maintenance". */
  title: string
  codes: string[]
  openedAt: string
  /** A day, like 2027-01-22. */
  closesOn: string
  /** Positions can still be taken. */
  open: boolean
  stances: Record<Stance, number>
  decisionNumber: number | null
  decidedAt: string | null
  taxonomyVersion: number | null
}
export type ChangeView = ChangeSummary & {
  proposal: Proposal
  reason: string
  proposedBy: Author
  /** The opaque id of whoever proposed it, for the rules of access. */
  proposedById: string
  organisation: Body | null
  positions: Position[]
  decision: string
  decidedBy: Author | null
  undo: { by: Author; at: string; reason: string; taxonomyVersion: number } | null
  /** The headings that it is about as they were called when it was made, by code. */
  names: Record<string, string>
}
export type Term = Heading & {
  status: TermState
  reviews: { organisation: Body; stance: Stance; changeId: number }[]
  lastDecision: { changeId: number; number: number; date: string; taxonomyVersion: number | null } | null
}

/** The public log of changes, the newest first. */
export async function listChanges(
  _filter: { state?: ChangeState; code?: string } = {},
): Promise<ChangeSummary[]> {
  throw new Error('Being written')
}

/** A proposal with its positions and its decision, or null. */
export async function findChange(_id: number): Promise<ChangeView | null> {
  throw new Error('Being written')
}

/** Every heading, out of use or not, with its status and the public bodies that reviewed it. */
export async function nomenclature(): Promise<{ version: number; terms: Term[] }> {
  throw new Error('Being written')
}
