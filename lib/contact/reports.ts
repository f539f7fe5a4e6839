import 'server-only'
import { now } from '@/lib/platform/clock'
import { db, type PageKind, type Prisma } from '@/lib/platform/db'
import { canReview } from '@/lib/review/access'
import type { Viewer } from '@/lib/users/access'

/** What a report is about: the contact of a page, a comment, or the form itself. */
export type ReportKind = 'contact' | 'comment' | 'form'
export type ReportRow = {
  id: number
  kind: ReportKind
  body: string
  /** The part of the form; empty for the whole form and for other kinds. */
  field: string
  createdAt: string
  /** None for the form. */
  page: { kind: PageKind; id: number; slug: string; title: string } | null
  comment: { id: number; threadId: number; body: string } | null
  reporter: string
}

/** Open reports, the oldest first: for moderators, else empty. */
export async function listOpenReports(viewer: Viewer): Promise<ReportRow[]> {
  if (!canReview(viewer)) return []
  const rows = await db.report.findMany({
    where: { closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
    include: WITH_SUBJECT,
  })
  return rows.map(rowOf)
}

export async function closeReport(viewer: Viewer, id: number): Promise<void> {
  if (canReview(viewer))
    await db.report.updateMany({ where: { id, closedAt: null }, data: { closedAt: now() } })
}

const TITLE = { select: { title: true } }
const WITH_SUBJECT = {
  reporter: { select: { name: true } },
  page: { include: { caseStudy: TITLE, story: TITLE } },
  comment: { select: { id: true, threadId: true, body: true } },
} satisfies Prisma.ReportInclude

function rowOf(row: Prisma.ReportGetPayload<{ include: typeof WITH_SUBJECT }>): ReportRow {
  const { id, kind, body, field, createdAt, page, comment, reporter } = row
  return {
    id,
    kind: kind as ReportKind,
    body,
    field,
    createdAt: createdAt.toISOString(),
    page: page && {
      kind: page.kind,
      id: page.id,
      slug: page.slug,
      title: page.caseStudy?.title ?? page.story?.title ?? page.slug,
    },
    comment,
    reporter: reporter?.name ?? 'A former member',
  }
}
