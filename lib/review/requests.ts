import 'server-only'
import { cached } from '@/lib/platform/cache'
import { dayOfDate, today } from '@/lib/platform/day'
import { db, type PageKind, type Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import type { SignedIn, Viewer } from '@/lib/users/access'
import { authorsOf, FORMER } from '@/lib/users/names'
import { canCloseRequest } from './access'

/** Who looks at a page until when, as everybody sees it. A name is null for people who are not listed. */
export type OpenReview = { id: number; dueOn: string; names: (string | null)[] }

export type ReviewRequestView = {
  id: number
  dueOn: string
  state: 'open' | 'past' | 'closed'
  /** For whoever asked, was asked, or moderates; empty for others. */
  note: string
  askedBy: string | null
  people: { name: string | null; answer: string; answeredAt: string | null }[]
  mayClose: boolean
}
export type AskedReview = {
  id: number
  page: { kind: PageKind; id: number; slug: string; title: string }
  askedBy: string
  dueOn: string
  past: boolean
  note: string
}

const closedShown = 5

/** Reviews that go on today: asked for, not closed, and not past their day. */
export async function listOpenReviews(pageId: number): Promise<OpenReview[]> {
  const open = await cached(['open-reviews', pageId], [tags.page(pageId)], async () => {
    const requests = await db.reviewRequest.findMany({
      where: { pageId, closedAt: null },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      include: WITH_PEOPLE,
    })
    return requests.map(({ id, dueOn, people }) => {
      return { id, dueOn: dayOfDate(dueOn), names: people.map(({ person }) => publicName(person)) }
    })
  })
  return open.filter(({ dueOn }) => dueOn >= today())
}

/** The requests for review of a page: open ones by their day, then the last that were closed. */
export async function listRequests(viewer: Viewer, pageId: number): Promise<ReviewRequestView[]> {
  const [open, closed] = await Promise.all([
    db.reviewRequest.findMany({
      where: { pageId, closedAt: null },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      include: WITH_PEOPLE,
    }),
    db.reviewRequest.findMany({
      where: { pageId, closedAt: { not: null } },
      orderBy: { closedAt: 'desc' },
      take: closedShown,
      include: WITH_PEOPLE,
    }),
  ])
  const all = [...open, ...closed]
  const askers = await listedActors(all.map(({ askedBy }) => askedBy))
  return all.map((request) => viewOf(request, viewer, askers))
}

/** What this person has been asked to look at and has not answered, the most urgent first. */
export async function listAskedOf(viewer: SignedIn): Promise<AskedReview[]> {
  const rows = await db.reviewRequest.findMany({
    where: {
      closedAt: null,
      page: { state: 'live' },
      people: { some: { personId: viewer.id, answeredAt: null } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 50,
    include: { page: { include: { caseStudy: TITLE, story: TITLE } } },
  })
  const askers = await authorsOf(rows.map(({ askedBy }) => askedBy))
  return rows.map(({ id, page, askedBy, dueOn, note }) => ({
    id,
    page: {
      kind: page.kind,
      id: page.id,
      slug: page.slug,
      title: page.caseStudy?.title ?? page.story?.title ?? '',
    },
    askedBy: (askers.get(askedBy) ?? FORMER).name,
    dueOn: dayOfDate(dueOn),
    past: dayOfDate(dueOn) < today(),
    note,
  }))
}

/** People who chose to be found, to be offered while a name is typed. */
export async function listAskable(): Promise<{ name: string; handle: string; organisation: string }[]> {
  const people = await db.person.findMany({
    where: { listed: true, suspendedAt: null },
    orderBy: [{ name: 'asc' }, { handle: 'asc' }],
    take: 500,
    select: { name: true, handle: true, organisation: { select: { name: true } } },
  })
  return people.map(({ organisation, ...person }) => ({ ...person, organisation: organisation?.name ?? '' }))
}

const TITLE = { select: { title: true } }
const WITH_PEOPLE = {
  people: {
    orderBy: { person: { name: 'asc' } },
    include: { person: { select: { id: true, name: true, listed: true, suspendedAt: true } } },
  },
} satisfies Prisma.ReviewRequestInclude
type Stored = Prisma.ReviewRequestGetPayload<{ include: typeof WITH_PEOPLE }>
type Named = { name: string; listed: boolean; suspendedAt: Date | null }

function publicName({ name, listed, suspendedAt }: Named): string | null {
  return listed && !suspendedAt ? name : null
}

async function listedActors(actorIds: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { actorId: { in: actorIds }, listed: true, suspendedAt: null },
    select: { actorId: true, name: true },
  })
  return new Map(people.map(({ actorId, name }) => [actorId, name]))
}

function viewOf(request: Stored, viewer: Viewer, askers: Map<string, string>): ReviewRequestView {
  const { id, askedBy, note, closedAt, people } = request
  const dueOn = dayOfDate(request.dueOn)
  const mayClose = canCloseRequest(viewer, { askedBy })
  const within = mayClose || people.some(({ personId }) => personId === viewer?.id)
  const going = dueOn < today() ? 'past' : 'open'
  return {
    id,
    dueOn,
    state: closedAt ? 'closed' : going,
    note: within ? note : '',
    askedBy: viewer?.actorId === askedBy ? viewer.name : (askers.get(askedBy) ?? null),
    // Whoever asked knows whom, and everybody knows themselves.
    people: people.map(({ person, answer, answeredAt }) => ({
      name: mayClose || person.id === viewer?.id ? person.name : publicName(person),
      answer,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    mayClose: mayClose && closedAt === null,
  }
}
