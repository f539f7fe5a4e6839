import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type PageKind } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import { type ProseHtml, RENDERER } from './render'

export type RevisionRow = {
  number: number
  note: string
  createdAt: string
  author: Author
  restoredFrom: number | null
  /** Names of the top-level fields that differ from the version before; empty for the first. */
  changed: string[]
}

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

/** The newest revisions of a page first, `perPage` at a time. */
export async function listRevisions(pageId: number, { page, perPage }: { page: number; perPage: number }) {
  const total = await db.revision.count({ where: { pageId } })
  const found = await db.revision.findMany({
    where: { pageId },
    orderBy: { number: 'desc' },
    skip: (page - 1) * perPage,
    // One more than shown: the last row is compared with the version before it.
    take: perPage + 1,
  })
  const authors = await authorsOf(found.map((revision) => revision.actorId))
  const rows = found.slice(0, perPage).map((revision, index): RevisionRow => {
    const before = found[index + 1]
    return {
      number: revision.number,
      note: revision.note,
      createdAt: revision.createdAt.toISOString(),
      author: authors.get(revision.actorId) ?? FORMER,
      restoredFrom: revision.restoredFrom,
      changed: before ? changedFields(before.content, revision.content) : [],
    }
  })
  return { rows, total }
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
    if (!revision) return null
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

/** The current version of a page without the cache: what an editor starts from. */
export async function findHead<Content>(kind: PageKind, pageId: number) {
  const page = await db.page.findFirst({ where: { id: pageId, kind } })
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

function changedFields(before: unknown, after: unknown): string[] {
  const older = before as Record<string, unknown>
  const newer = after as Record<string, unknown>
  const names = new Set([...Object.keys(older), ...Object.keys(newer)])
  return [...names].filter((name) => JSON.stringify(older[name]) !== JSON.stringify(newer[name]))
}
