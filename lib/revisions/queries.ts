import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type PageKind } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import { type ProseHtml, RENDERER } from './render'
import { isWithheld } from './withheld'

export type RevisionRow = {
  number: number
  note: string
  createdAt: string
  author: Author
  minor: boolean
  restoredFrom: number | null
  /** The older version that its author had been reading, when the save was merged with later ones. */
  mergedFrom: number | null
  /** The version whose change this one takes back. */
  undoes: number | null
  /** Names of the top-level fields that differ from the version before; empty for the first. */
  changed: string[]
}

/** What happened to a page beside its versions. */
export type PageEventRow = {
  id: number
  /** `absorbed` and `released` are the other side of another page's `merged` and `unmerged`. */
  kind: 'withdrawn' | 'returned' | 'merged' | 'unmerged' | 'absorbed' | 'released'
  createdAt: string
  author: Author
  reason: string
  /** The page that this one was merged into, or was merged into it. */
  other: { id: number; slug: string; title: string } | null
}

export type RevisionList = { rows: RevisionRow[]; events: PageEventRow[]; total: number }

export type Version<Content> = {
  pageId: number
  slug: string
  headNumber: number
  number: number
  note: string
  createdAt: string
  author: Author
  content: Content
  /** Rendered HTML, or null when it was made by another renderer and must be made anew. */
  html: ProseHtml | null
}

type Wanted = { page: number; perPage: number; withoutMinor?: boolean }

/** The newest revisions of a page first, `perPage` at a time, with what else happened to it meanwhile. */
export function listRevisions(pageId: number, { page, perPage, withoutMinor = false }: Wanted) {
  const key = ['history', pageId, page, perPage, String(withoutMinor)]
  return cached(key, [tags.page(pageId)], async (): Promise<RevisionList> => {
    const where = { pageId, ...(withoutMinor ? { minor: false } : {}) }
    const skip = (page - 1) * perPage
    const [total, found, events] = await Promise.all([
      db.revision.count({ where }),
      db.revision.findMany({
        where,
        orderBy: { number: 'desc' },
        // One before those shown and one after them: what happened in between belongs to this part of the list.
        skip: Math.max(0, skip - 1),
        take: perPage + 2,
        select: ROW,
      }),
      db.pageEvent.findMany({
        where: { OR: [{ pageId }, { otherPageId: pageId }] },
        orderBy: { id: 'desc' },
        take: mostEvents,
        select: EVENT,
      }),
    ])
    const [before, shown] = skip > 0 ? [found[0], found.slice(1)] : [undefined, found]
    const rows = shown.slice(0, perPage)
    const oldest = shown.length > perPage ? rows.at(-1) : undefined
    const between = events.filter(
      ({ createdAt }) =>
        (!before || createdAt < before.createdAt) && (!oldest || createdAt >= oldest.createdAt),
    )
    const authors = await authorsOf([...rows, ...between].map(({ actorId }) => actorId))
    const authored = <Row extends { actorId: string; createdAt: Date }>({
      actorId,
      createdAt,
      ...row
    }: Row) => {
      return { ...row, createdAt: createdAt.toISOString(), author: authors.get(actorId) ?? FORMER }
    }
    return { rows: rows.map(authored), events: await withOthers(pageId, between.map(authored)), total }
  })
}

const mostEvents = 500
const ROW = {
  number: true,
  note: true,
  createdAt: true,
  actorId: true,
  minor: true,
  restoredFrom: true,
  mergedFrom: true,
  undoes: true,
  changed: true,
} as const
const EVENT = {
  id: true,
  pageId: true,
  kind: true,
  createdAt: true,
  actorId: true,
  reason: true,
  otherPageId: true,
} as const

type EventFacts = Omit<PageEventRow, 'kind' | 'other'> & {
  kind: string
  pageId: number
  otherPageId: number | null
}
const OTHER_SIDE: Record<string, PageEventRow['kind']> = { merged: 'absorbed', unmerged: 'released' }

/** The same events as seen from this page, with the other pages that they name as they are called now. */
async function withOthers(own: number, events: EventFacts[]): Promise<PageEventRow[]> {
  const ids = events.flatMap(({ pageId, otherPageId }) => (pageId === own ? (otherPageId ?? []) : pageId))
  const others = ids.length > 0 ? await titlesOf(ids) : []
  return events.map(({ pageId, otherPageId, kind, ...event }) => {
    const [as, otherId] = pageId === own ? [kind, otherPageId] : [OTHER_SIDE[kind] ?? kind, pageId]
    const other = others.find(({ id }) => id === otherId) ?? null
    return { ...event, kind: as as PageEventRow['kind'], other }
  })
}

function titlesOf(ids: number[]): Promise<{ id: number; slug: string; title: string }[]> {
  return db.$queryRaw`SELECT p.id, p.slug, r.content ->> 'title' AS title
    FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number WHERE p.id = ANY(${ids})`
}

/** One version of a page, or null when there is no such page or version. */
export function findVersion<Content>(
  kind: PageKind,
  pageId: number,
  number: number,
): Promise<Version<Content> | null> {
  return cached(['version', kind, pageId, number], [tags.page(pageId)], async () => {
    const revision = await db.revision.findFirst({
      where: { pageId, number, page: { kind } },
      include: { html: true, page: { select: { slug: true, headNumber: true } } },
    })
    if (!revision || isWithheld(revision.content)) return null
    const authors = await authorsOf([revision.actorId])
    return {
      pageId,
      slug: revision.page.slug,
      headNumber: revision.page.headNumber,
      number,
      note: revision.note,
      createdAt: revision.createdAt.toISOString(),
      author: authors.get(revision.actorId) ?? FORMER,
      content: revision.content as Content,
      html: revision.html?.renderer === RENDERER ? (revision.html.html as ProseHtml) : null,
    }
  })
}

/** The current version of a live page without the cache: what an editor starts from. */
export async function findHead<Content>(kind: PageKind, pageId: number) {
  const page = await db.page.findFirst({ where: { id: pageId, kind, state: 'live' } })
  if (!page) return null
  const revision = await db.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId, number: page.headNumber } },
  })
  return {
    id: pageId,
    slug: page.slug,
    number: revision.number,
    note: revision.note,
    content: revision.content as Content,
  }
}

/** The people who wrote a page, first contributor first, and how many versions there are. */
export async function listAuthors(pageId: number): Promise<Author[]> {
  const rows = await db.revision.findMany({
    where: { pageId },
    distinct: ['actorId'],
    orderBy: { number: 'asc' },
    select: { actorId: true },
  })
  return [...(await authorsOf(rows.map((row) => row.actorId))).values()]
}
