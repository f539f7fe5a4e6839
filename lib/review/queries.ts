import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { db, type Prisma } from '@/lib/platform/db'
import { findHead } from '@/lib/revisions/queries'
import type { StoryContent } from '@/lib/stories/schema'
import type { Viewer } from '@/lib/users/access'
import { canReadQueue, canSeeSubmission } from './access'

export type SubmissionRow = {
  id: number
  kind: 'case_study' | 'story'
  title: string
  isNew: boolean
  note: string
  state: string
  reason: string
  contributor: { name: string; demonstration: boolean }
  createdAt: string
  decidedAt: string | null
  decidedBy: string | null
}

export type SubmissionView = SubmissionRow & {
  contributorId: string
  pageId: number | null
  base: number | null
  content: CaseStudyContent | StoryContent
  /** The page as it is now, or null for a new page. */
  head: { id: number; slug: string; number: number; content: CaseStudyContent | StoryContent } | null
}

const PEOPLE = {
  contributor: { select: { name: true, demonstration: true } },
  decidedBy: { select: { name: true } },
} satisfies Prisma.SubmissionInclude

/** What waits (the oldest first) or has been decided (the newest first): for those who review, else empty. */
export async function listSubmissions(
  viewer: Viewer,
  which: 'waiting' | 'decided',
): Promise<SubmissionRow[]> {
  if (!canReadQueue(viewer)) return []
  const waiting = which === 'waiting'
  const rows = await db.submission.findMany({
    where: { state: waiting ? 'waiting' : { not: 'waiting' } },
    orderBy: waiting ? { createdAt: 'asc' } : { decidedAt: 'desc' },
    take: 100,
    include: PEOPLE,
  })
  return rows.map(rowOf)
}

/** How many contributions wait, and how many decided ones are kept: for those who may read the queue, else none. */
export async function countSubmissions(viewer: Viewer): Promise<{ waiting: number; decided: number }> {
  if (!canReadQueue(viewer)) return { waiting: 0, decided: 0 }
  const [waiting, decided] = await Promise.all([
    db.submission.count({ where: { state: 'waiting' } }),
    db.submission.count({ where: { state: { not: 'waiting' } } }),
  ])
  return { waiting, decided }
}

/** A person's own contributions that went through review, the newest first. */
export async function listOwnSubmissions(viewer: NonNullable<Viewer>): Promise<SubmissionRow[]> {
  const rows = await db.submission.findMany({
    where: { contributorId: viewer.id },
    orderBy: { createdAt: 'desc' },
    take: 100,
    include: PEOPLE,
  })
  return rows.map(rowOf)
}

/** One contribution beside the page it would change, or null when it is not there for this viewer. */
export async function findSubmission(viewer: Viewer, id: number): Promise<SubmissionView | null> {
  const row = await db.submission.findUnique({ where: { id }, include: PEOPLE })
  if (!row || !canSeeSubmission(viewer, row)) return null
  const head = row.pageId ? await findHead<CaseStudyContent | StoryContent>(row.kind, row.pageId) : null
  return {
    ...rowOf(row),
    contributorId: row.contributorId,
    pageId: row.pageId,
    base: row.base,
    content: row.content as CaseStudyContent | StoryContent,
    head,
  }
}

function rowOf(row: Prisma.SubmissionGetPayload<{ include: typeof PEOPLE }>): SubmissionRow {
  return {
    id: row.id,
    kind: row.kind,
    title: String((row.content as { title?: string }).title ?? ''),
    isNew: row.base === null,
    note: row.note,
    state: row.state,
    reason: row.reason,
    contributor: row.contributor,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy?.name ?? null,
  }
}
