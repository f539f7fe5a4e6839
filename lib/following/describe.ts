import 'server-only'
import { commentPath, compareSincePath, discussionPath } from '@/lib/discussions/paths'
import { lawVersionPath } from '@/lib/legal/paths'
import { db, type Prisma } from '@/lib/platform/db'
import { authorsOf, FORMER } from '@/lib/users/names'
import { hierarchyDeedsOf } from './hierarchy-deeds'
import { namesOf, type PageName, pageNames, type Watched } from './names'
import { stoppingOf } from './unsubscribe'
import { wantedDeedsOf } from './wanted-deeds'

export type NotificationRow = Prisma.NotificationGetPayload<object>
type PageRow = NotificationRow & { pageId: number }

/** One thing to tell, in words. */
export type Told = {
  id: number
  kind: string
  /** Null for what is about no page. */
  pageId: number | null
  number: number | null
  title: string
  /** "Changed", "New case study", "New comment" and so on. */
  what: string
  who: string
  /** What its author wrote about it. */
  note: string
  path: string
  pathLabel: string
  /** "You watch Food and catering." */
  why: string
  reason: string
  createdAt: string
  unread: boolean
}

export type Deed = {
  actorId: string | null
  title: string
  note: string
  what: string
  path: string
  pathLabel: string
}

/** Puts rows into words as things stand now. A row whose page or deed is gone for good is left out. */
export async function describe(rows: NotificationRow[]): Promise<Told[]> {
  const ofPages = rows.filter((row): row is PageRow => row.pageId !== null)
  const [pages, names] = await Promise.all([
    pageNames(ofPages.map(({ pageId }) => pageId)),
    namesOf(rows.map(({ reason }) => stoppingOf(reason)).filter((stopping) => stopping !== 'all')),
  ])
  const deeds = new Map([
    ...(await deedsOf(ofPages, pages)),
    ...(await lawDeedsOf(rows, names)),
    ...(await hierarchyDeedsOf(rows)),
    ...(await wantedDeedsOf(rows)),
  ])
  const authors = await authorsOf([...deeds.values()].flatMap(({ actorId }) => actorId ?? []))
  return rows.flatMap((row) => {
    const deed = deeds.get(row.id)
    if (!deed) return []
    const { id, kind, pageId, number, reason, createdAt, readAt } = row
    const { actorId, ...rest } = deed
    const who = ((actorId && authors.get(actorId)) || FORMER).name
    const why = whyOf(reason, names)
    const facts = {
      id,
      kind,
      pageId,
      number,
      reason,
      createdAt: createdAt.toISOString(),
      unread: readAt === null,
    }
    return [{ ...facts, ...rest, who, why }]
  })
}

/** Versions of the law register, by the id of the row that tells them: each is about the law that is watched. */
async function lawDeedsOf(rows: NotificationRow[], names: Map<string, Watched>): Promise<Map<number, Deed>> {
  const told = rows.filter(({ kind }) => kind === 'law')
  const versions = await db.lawRegister.findMany({
    where: { version: { in: numbersAfter('law:', told) } },
    select: { version: true, actorId: true, note: true },
  })
  const [what, pathLabel] = ['Law register changed', 'See what changed']
  return new Map(
    told.flatMap((row) => {
      const version = versions.find((it) => row.happening === `law:${it.version}`)
      if (!version) return []
      const title = names.get(row.reason)?.name ?? 'A law that you watch'
      const { actorId, note } = version
      return [[row.id, { actorId, title, note, what, path: lawVersionPath(version.version), pathLabel }]]
    }),
  )
}

/** What happened, by the id of the row that tells it. */
async function deedsOf(rows: PageRow[], pages: Map<number, PageName>): Promise<Map<number, Deed>> {
  const [changes, comments, requests, events] = await Promise.all([
    db.revision.findMany({
      where: { OR: rows.flatMap(({ pageId, number }) => (number ? [{ pageId, number }] : [])) },
      select: { pageId: true, number: true, actorId: true, note: true },
    }),
    db.comment.findMany({
      where: { id: { in: rows.flatMap((row) => row.commentId ?? []) } },
      include: { thread: true },
    }),
    db.reviewRequest.findMany({ where: { id: { in: numbersAfter('review:', rows) } } }),
    db.pageEvent.findMany({ where: { id: { in: numbersAfter('fate:', rows) } } }),
  ])
  const deeds = new Map<number, Deed>()
  for (const row of rows) {
    const page = pages.get(row.pageId)
    if (!page) continue
    const change = row.number && changes.find((it) => it.pageId === row.pageId && it.number === row.number)
    const comment = comments.find((it) => it.id === row.commentId && !it.removedAt)
    const request = requests.find((it) => row.happening === `review:${it.id}`)
    const event = events.find((it) => row.happening === `fate:${it.id}`)
    if (change) deeds.set(row.id, ofChange(page, change))
    if (comment) deeds.set(row.id, ofComment(page, comment))
    if (request) deeds.set(row.id, ofRequest(page, request))
    if (event) deeds.set(row.id, ofEvent(page, event))
  }
  return deeds
}

function ofChange(
  page: PageName,
  { number, actorId, note }: { number: number; actorId: string; note: string },
): Deed {
  if (number === 1) {
    const what = page.kind === 'story' ? 'New change story' : 'New case study'
    return { actorId, title: page.title, note, what, path: page.path, pathLabel: 'Read it' }
  }
  const path = compareSincePath(page, number - 1, number)
  return { actorId, title: page.title, note, what: 'Changed', path, pathLabel: 'See what changed' }
}

type CommentRow = Prisma.CommentGetPayload<{ include: { thread: true } }>

function ofComment(page: PageName, { id, threadId, actorId, body }: CommentRow): Deed {
  const path = commentPath(page, { thread: threadId, comment: id })
  const { title } = page
  return { actorId, title, note: shortened(body), what: 'New comment', path, pathLabel: 'Read the comment' }
}

function ofRequest(
  page: PageName,
  { askedBy, note, dueOn }: { askedBy: string; note: string; dueOn: Date },
): Deed {
  const what = `You are asked to review this by ${DAY.format(dueOn)}`
  return { actorId: askedBy, title: page.title, note, what, path: discussionPath(page), pathLabel: 'Answer' }
}

const FATES: Record<string, string> = {
  withdrawn: 'Withdrawn',
  returned: 'Back after it was withdrawn',
  merged: 'Merged into another page',
  unmerged: 'Back after it was merged into another page',
}

function ofEvent(
  page: PageName,
  { kind, actorId, reason }: { kind: string; actorId: string; reason: string },
): Deed {
  const { title, path } = page
  return { actorId, title, note: reason, what: FATES[kind] ?? kind, path, pathLabel: 'Open the page' }
}

function whyOf(reason: string, names: Map<string, Watched>): string {
  if (reason === 'thread') return 'You wrote in this discussion.'
  if (reason === 'asked') return 'You were asked by name.'
  if (reason === 'wanted') return 'You asked for it.'
  if (reason === 'claimed') return 'You said that your organisation would write it.'
  const watched = names.get(reason)
  if (!watched) return 'You watch what it belongs to.'
  if (watched.kind === 'page') return 'You watch this page.'
  return watched.kind === 'search' ? `You watch the search ${watched.name}.` : `You watch ${watched.name}.`
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

function numbersAfter(start: string, rows: NotificationRow[]): number[] {
  return rows.flatMap(({ happening }) =>
    happening.startsWith(start) ? [Number(happening.slice(start.length))] : [],
  )
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
