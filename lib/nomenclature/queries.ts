import 'server-only'
import { cached } from '@/lib/platform/cache'
import { dayOfDate, today } from '@/lib/platform/day'
import { db, type Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Heading, listAllHeadings } from '@/lib/taxonomy/queries'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import { codesIn } from './change'
import type { HeadingRow } from './desk'
import { versionOf } from './hierarchy'
import type { Proposal } from './schema'
import { titleOf } from './titles'
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
  /** The headings that it is about, and those that it made. */
  codes: string[]
  openedAt: string
  /** A day, like 2027-01-22: positions can be taken until it is over. */
  closesOn: string
  stances: Record<Stance, number>
  decisionNumber: number | null
  decidedAt: string | null
  taxonomyVersion: number | null
}
export type ChangeView = ChangeSummary & {
  /** Positions can still be taken. */
  takesPositions: boolean
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
  /** The headings that it names as they were called when it was proposed, by code. */
  names: Record<string, string>
}
export type Decided = ChangeSummary & {
  decision: string
  decidedBy: string | null
  undoReason: string
  undoneBy: string | null
}
export type Term = Heading & {
  status: TermState
  reviews: { organisation: Body; stance: Stance; changeId: number }[]
  lastDecision: {
    changeId: number
    number: number
    date: string
    state: ChangeState
    taxonomyVersion: number | null
  } | null
}

/** The public log of changes, the newest first. */
export async function listChanges(
  filter: { state?: ChangeState; code?: string } = {},
): Promise<ChangeSummary[]> {
  const all = await cached(['changes'], [tags.nomenclature], async () => {
    const rows = await db.categoryChange.findMany({ orderBy: { id: 'desc' }, include: WITH_POSITIONS })
    return rows.map(summaryOf)
  })
  return all.filter(
    ({ state, codes }) =>
      (!filter.state || state === filter.state) && (!filter.code || codes.includes(filter.code)),
  )
}

/** A proposal with its positions and its decision, or null. */
export async function findChange(id: number): Promise<ChangeView | null> {
  const row = await db.categoryChange.findUnique({ where: { id }, include: WITH_POSITIONS })
  if (!row) return null
  const { proposedBy, decidedBy, undoneBy } = row
  const actors = [proposedBy, decidedBy, undoneBy, ...row.positions.map(({ actorId }) => actorId)]
  const authors = await authorsOf(actors.filter((actor) => actor !== null))
  const author = (actor: string) => authors.get(actor) ?? FORMER
  const { names, ...proposal } = row.proposal as unknown as Proposal & { names: Record<string, string> }
  return {
    ...summaryOf(row),
    takesPositions: row.state === 'open' && dayOfDate(row.closesOn) >= today(),
    proposal: proposal as Proposal,
    names,
    reason: row.reason,
    proposedBy: author(proposedBy),
    proposedById: proposedBy,
    organisation: row.organisation,
    positions: row.positions.map(({ organisation, stance, reason, actorId, takenAt }) => {
      return {
        organisation,
        stance: stance as Stance,
        reason,
        by: author(actorId),
        takenAt: takenAt.toISOString(),
      }
    }),
    decision: row.decision,
    decidedBy: decidedBy ? author(decidedBy) : null,
    undo: undoneBy ? undoingOf(row, author(undoneBy)) : null,
  }
}

/** What was decided on these proposals and by whom, for telling it. Open and declined ones are left out. */
export async function listDecided(ids: number[]): Promise<Map<number, Decided>> {
  const rows = await db.categoryChange.findMany({
    where: { id: { in: ids }, state: { in: ['applied', 'undone'] } },
    include: WITH_POSITIONS,
  })
  return new Map(
    rows.map((row) => {
      const { decision, decidedBy, undoReason, undoneBy } = row
      return [row.id, { ...summaryOf(row), decision, decidedBy, undoReason, undoneBy }]
    }),
  )
}

/** Every heading, out of use or not, with its status and the public bodies that reviewed it. */
export function nomenclature(): Promise<{ version: number; terms: Term[] }> {
  return cached(['nomenclature'], [tags.taxonomy, tags.nomenclature], async () => {
    const [version, headings, rows] = await Promise.all([
      versionOf(db),
      listAllHeadings(),
      db.categoryChange.findMany({
        where: { state: { not: 'undone' } },
        orderBy: { id: 'asc' },
        include: WITH_POSITIONS,
      }),
    ])
    const terms = headings.map((heading) => {
      const about = rows.filter((row) => codesOf(row).includes(heading.code))
      const status = heading.status as TermState
      return { ...heading, status, reviews: reviewsIn(about), lastDecision: lastDecisionIn(about) }
    })
    return { version, terms }
  })
}

const BODY = { select: { id: true, slug: true, name: true } } as const
const WITH_POSITIONS = {
  organisation: BODY,
  positions: { orderBy: { takenAt: 'asc' }, include: { organisation: BODY } },
} satisfies Prisma.CategoryChangeInclude
type Row = Prisma.CategoryChangeGetPayload<{ include: typeof WITH_POSITIONS }>

function summaryOf(row: Row): ChangeSummary {
  const proposal = row.proposal as unknown as Proposal & { names: Record<string, string> }
  const stances = { support: 0, object: 0, abstain: 0 }
  for (const { stance } of row.positions) stances[stance as Stance] += 1
  return {
    id: row.id,
    kind: row.kind as ChangeKind,
    state: row.state as ChangeState,
    title: titleOf(proposal, new Map(Object.entries(proposal.names))),
    codes: codesOf(row),
    openedAt: row.openedAt.toISOString(),
    closesOn: dayOfDate(row.closesOn),
    stances,
    decisionNumber: row.decisionNumber,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    taxonomyVersion: row.taxonomyVersion,
  }
}

/** What it is about: headings that were merely in the way, such as those below one that moved, are left out. */
function codesOf({ proposal, before }: Row): string[] {
  const { created = [] } = (before ?? {}) as unknown as { rows?: HeadingRow[]; created?: string[] }
  return [...codesIn(proposal as unknown as Proposal), ...created]
}

function undoingOf({ undoneAt, undoReason, undoVersion }: Row, by: Author): ChangeView['undo'] {
  return { by, at: undoneAt?.toISOString() ?? '', reason: undoReason, taxonomyVersion: undoVersion ?? 0 }
}

/** What each body said last. */
function reviewsIn(rows: Row[]): Term['reviews'] {
  const last = new Map<number, Term['reviews'][number]>()
  for (const row of rows)
    for (const { organisation, stance } of row.positions)
      last.set(organisation.id, { organisation, stance: stance as Stance, changeId: row.id })
  return [...last.values()].sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en'))
}

function lastDecisionIn(rows: Row[]): Term['lastDecision'] {
  const decided = rows.filter(({ decisionNumber }) => decisionNumber !== null)
  const last = decided.sort((a, b) => (b.decisionNumber ?? 0) - (a.decisionNumber ?? 0))[0]
  if (!last?.decisionNumber || !last.decidedAt) return null
  const { id: changeId, decisionNumber: number, decidedAt, taxonomyVersion } = last
  return {
    changeId,
    number,
    date: decidedAt.toISOString(),
    state: last.state as ChangeState,
    taxonomyVersion,
  }
}
