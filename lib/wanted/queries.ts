import 'server-only'
import { dayOfDate, today } from '@/lib/platform/day'
import { db, type Prisma } from '@/lib/platform/db'
import { type Heading, listCodesLeadingTo, listStanding } from '@/lib/taxonomy/queries'
import type { Viewer } from '@/lib/users/access'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import { canModerateWanted } from './access'
import { wantedPerPage } from './limits'
import { type OfferedPage, offeredPages } from './pages'
import type { BodyGroup, EventKind, LookingFor, Origin, WantedSort, WantedState } from './vocabulary'

type Body = { id: number; slug: string; name: string }
export type Claim = {
  organisation: Body
  actorId: string
  by: Author
  /** A day, like 2027-01-22, and whether it is over. */
  dueOn: string
  late: boolean
  claimedAt: string
}
export type WantedSummary = {
  id: number
  slug: string
  origin: Origin
  title: string
  lookingFor: LookingFor
  nation: string
  bodyGroup: BodyGroup | ''
  state: WantedState
  askedAt: string
  /** Null where five or more people searched for it. */
  by: Author | null
  areas: Pick<Heading, 'code' | 'slug' | 'name'>[]
  claims: Claim[]
  answer: OfferedPage | null
}
export type WantedEventView = {
  id: number
  kind: EventKind
  by: Author | null
  organisation: Body | null
  page: OfferedPage | null
  note: string
  at: string
}
export type WantedView = WantedSummary & {
  purpose: string
  actorId: string | null
  events: WantedEventView[]
}

export type WantedChoice = { state: WantedState; category: string; sort: WantedSort; page: number }

/** A page of the list. Hidden ones are listed for moderators alone. */
export async function listWanted(
  viewer: Viewer,
  choice: WantedChoice,
): Promise<{ rows: WantedSummary[]; total: number }> {
  const { state, category, sort, page } = choice
  if (state === 'hidden' && !canModerateWanted(viewer)) return { rows: [], total: 0 }
  const codes = category ? await listCodesLeadingTo([category]) : null
  const found = await db.$queryRaw<{ id: number; total: number }[]>`
    SELECT w.id, count(*) OVER ()::int AS total FROM wanted w
    LEFT JOIN search_gap g ON g.words = w.words AND g.kind = CASE w.origin WHEN 'searched' THEN 'none' ELSE 'unopened' END
    WHERE w.state = ${state} AND (${codes}::text[] IS NULL OR w.categories && ${codes}::text[])
    ORDER BY CASE WHEN ${sort} = 'most' THEN coalesce(g.times, 1) END DESC, w.asked_at DESC, w.id DESC
    LIMIT ${wantedPerPage} OFFSET ${(page - 1) * wantedPerPage}`
  const rows = await db.wanted.findMany({ where: { id: { in: found.map(({ id }) => id) } }, include: CLAIMS })
  const place = new Map(found.map(({ id }, index) => [id, index]))
  const inOrder = rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  return { rows: await summariesOf(inOrder), total: found[0]?.total ?? 0 }
}

/** One request with its history, or null: hidden ones are there for moderators alone. */
export async function findWanted(viewer: Viewer, id: number): Promise<WantedView | null> {
  const row = await db.wanted.findUnique({
    where: { id },
    include: { ...CLAIMS, events: { orderBy: { id: 'asc' }, include: { organisation: BODY } } },
  })
  if (!row || (row.state === 'hidden' && !canModerateWanted(viewer))) return null
  const [[summary], authors, pages] = await Promise.all([
    summariesOf([row]),
    authorsOf(row.events.flatMap(({ actorId }) => actorId ?? [])),
    offeredPages(row.events.map(({ pageId }) => pageId)),
  ])
  if (!summary) return null
  const events = row.events.map(({ id, kind, actorId, organisation, pageId, note, createdAt }) => ({
    id,
    kind: kind as EventKind,
    by: actorId ? (authors.get(actorId) ?? FORMER) : null,
    organisation,
    page: (pageId && pages.get(pageId)) || null,
    note,
    at: createdAt.toISOString(),
  }))
  return { ...summary, purpose: row.purpose, actorId: row.actorId, events }
}

/** An open request that came of a search for exactly these words. */
export async function findWantedWords(
  words: string | null,
): Promise<Pick<WantedSummary, 'id' | 'slug'> | null> {
  if (!words) return null
  return db.wanted.findFirst({ where: { words, state: 'open' }, select: { id: true, slug: true } })
}

/** The organisation that a person's account names, which they may speak for in a claim. */
export async function findOwnBody(viewer: Viewer): Promise<Body | null> {
  if (!viewer) return null
  const person = await db.person.findUnique({ where: { id: viewer.id }, select: { organisation: BODY } })
  return person?.organisation ?? null
}

const BODY = { select: { id: true, slug: true, name: true } } as const
const CLAIMS = {
  claims: { orderBy: { claimedAt: 'asc' }, include: { organisation: BODY } },
} satisfies Prisma.WantedInclude
type Row = Prisma.WantedGetPayload<{ include: typeof CLAIMS }>

async function summariesOf(rows: Row[]): Promise<WantedSummary[]> {
  const actors = rows.flatMap(({ actorId, claims }) => [actorId, ...claims.map((claim) => claim.actorId)])
  const [authors, answers, areas] = await Promise.all([
    authorsOf(actors.filter((actor) => actor !== null)),
    offeredPages(rows.map(({ answerPageId }) => answerPageId)),
    Promise.all(rows.map(({ categories }) => listStanding(categories))),
  ])
  const author = (actor: string) => authors.get(actor) ?? FORMER
  return rows.map((row, index) => ({
    id: row.id,
    slug: row.slug,
    origin: row.origin as Origin,
    title: row.title,
    lookingFor: row.lookingFor as LookingFor,
    nation: row.nation,
    bodyGroup: row.bodyGroup as BodyGroup | '',
    state: row.state as WantedState,
    askedAt: row.askedAt.toISOString(),
    by: row.actorId ? author(row.actorId) : null,
    areas: areas[index] ?? [],
    claims: row.claims.map(({ organisation, actorId, dueOn, claimedAt }) => {
      const day = dayOfDate(dueOn)
      const dates = { dueOn: day, late: day < today(), claimedAt: claimedAt.toISOString() }
      return { organisation, actorId, by: author(actorId), ...dates }
    }),
    answer: (row.answerPageId && answers.get(row.answerPageId)) || null,
  }))
}
