import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import type { Viewer } from '@/lib/users/access'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import { canRemoveComments, canSettle } from './access'
import { threadsPerPage } from './limits'
import { hashOfField, idsTalkedAbout, type ShownPage } from './shown-page'

/** How many threads are open about a page: in all, and by the field they are about. */
export type OpenThreads = { total: number; byField: Record<string, number> }

export type CommentView = {
  id: number
  author: Author
  createdAt: string
  /** Sanitised; empty for whoever may not read a removed comment. */
  html: string
  /** The moderator's reason, or null. */
  removed: string | null
}
export type ThreadView = {
  id: number
  field: string
  title: string
  /** The version that was current when it was opened, or null when that was of a page since merged into this one. */
  number: number | null
  /** Whether the field says something else now than when the thread was opened. */
  outdated: boolean
  resolved: { by: Author; at: string } | null
  changedAt: string
  comments: CommentView[]
  commentCount: number
  maySettle: boolean
}
export type ThreadRow = Pick<ThreadView, 'id' | 'field' | 'title' | 'resolved' | 'commentCount'>
export type Discussion = { open: ThreadView[]; openCount: number; resolved: ThreadRow[]; fields: string[] }

const resolvedMost = 100

export function countOpenThreads(pageId: number): Promise<OpenThreads> {
  return cached(['open-threads', pageId], [tags.page(pageId)], async () => {
    const rows = await db.thread.groupBy({
      by: ['field'],
      where: { pageId: { in: await idsTalkedAbout(pageId) }, resolvedAt: null },
      _count: true,
    })
    const byField = Object.fromEntries(rows.map(({ field, _count }) => [field, _count]))
    return { total: rows.reduce((sum, { _count }) => sum + _count, 0), byField }
  })
}

/**
 * The talk about a page: open threads, those with the newest comment first and each with its first and last comments;
 * resolved ones by name. `field` leaves only the threads about it.
 */
export async function listThreads(
  viewer: Viewer,
  page: ShownPage,
  { field, page: number }: { field?: string; page: number },
): Promise<Discussion> {
  const all = { pageId: { in: await idsTalkedAbout(page.id) } }
  const where = field ? { ...all, field } : all
  const [used, openCount, open, resolved] = await Promise.all([
    db.thread.findMany({ where: all, distinct: ['field'], select: { field: true } }),
    db.thread.count({ where: { ...where, resolvedAt: null } }),
    db.thread.findMany({
      where: { ...where, resolvedAt: null },
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      skip: (number - 1) * threadsPerPage,
      take: threadsPerPage,
      include: COUNTED,
    }),
    db.thread.findMany({
      where: { ...where, resolvedAt: { not: null } },
      orderBy: [{ resolvedAt: 'desc' }, { id: 'desc' }],
      take: resolvedMost,
      include: COUNTED,
    }),
  ])
  const shown = await endsOf(open.map(({ id }) => id))
  const authors = await authorsOf([...shown, ...resolved].map(writerOf))
  return {
    open: open.map((thread) => viewOf(thread, shown, { viewer, page, authors })),
    openCount,
    resolved: resolved.map((thread) => viewOf(thread, [], { viewer, page, authors })),
    fields: used.map((row) => row.field).filter(Boolean),
  }
}

/** One thread of a page with every comment, or null when the page has no such thread. */
export async function findThread(viewer: Viewer, page: ShownPage, id: number): Promise<ThreadView | null> {
  const where = { id, pageId: { in: await idsTalkedAbout(page.id) } }
  const thread = await db.thread.findFirst({ where, include: COUNTED })
  if (!thread) return null
  const comments = await db.comment.findMany({ where: { threadId: id }, orderBy: { id: 'asc' } })
  const authors = await authorsOf([...comments, thread].map(writerOf))
  return viewOf(thread, comments, { viewer, page, authors })
}

const COUNTED = { _count: { select: { comments: true } } } satisfies Prisma.ThreadInclude
type Stored = Prisma.ThreadGetPayload<{ include: typeof COUNTED }>
type StoredComment = Prisma.CommentGetPayload<object>
type Seen = { viewer: Viewer; page: ShownPage; authors: Map<string, Author> }

/** The first comment of each thread and the last three. */
async function endsOf(threads: number[]): Promise<StoredComment[]> {
  const ids = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM (
      SELECT id, row_number() OVER one AS first, row_number() OVER (PARTITION BY thread_id ORDER BY id DESC) AS last
      FROM comment WHERE thread_id = ANY(${threads}) WINDOW one AS (PARTITION BY thread_id ORDER BY id)) numbered
    WHERE first = 1 OR last <= 3`
  return db.comment.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, orderBy: { id: 'asc' } })
}

function writerOf(row: { actorId: string; resolvedBy?: string | null }): string {
  return row.resolvedBy ?? row.actorId
}

function viewOf(thread: Stored, comments: StoredComment[], { viewer, page, authors }: Seen): ThreadView {
  const { id, field, title, resolvedAt, resolvedBy } = thread
  return {
    id,
    field,
    title,
    number: thread.pageId === page.id ? thread.number : null,
    outdated: field !== '' && hashOfField(page.content, field) !== thread.fieldHash,
    resolved: resolvedAt && {
      by: authors.get(resolvedBy ?? '') ?? FORMER,
      at: resolvedAt.toISOString(),
    },
    changedAt: thread.changedAt.toISOString(),
    comments: comments
      .filter(({ threadId }) => threadId === id)
      .map((comment) => commentOf(comment, viewer, authors)),
    commentCount: thread._count.comments,
    maySettle: canSettle(viewer, thread),
  }
}

function commentOf(comment: StoredComment, viewer: Viewer, authors: Map<string, Author>): CommentView {
  const removed = comment.removedAt ? comment.removedReason : null
  return {
    id: comment.id,
    author: authors.get(comment.actorId) ?? FORMER,
    createdAt: comment.createdAt.toISOString(),
    html: removed === null || canRemoveComments(viewer) ? comment.html : '',
    removed,
  }
}
