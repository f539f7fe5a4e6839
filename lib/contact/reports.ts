import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { canReview } from '@/lib/review/access'
import type { Viewer } from '@/lib/users/access'

export type ReportRow = {
  id: number
  body: string
  createdAt: string
  page: { id: number; slug: string; title: string }
  reporter: string
}

/** Open reports, the oldest first: for moderators, else empty. */
export async function listOpenReports(viewer: Viewer): Promise<ReportRow[]> {
  if (!canReview(viewer)) return []
  const rows = await db.report.findMany({
    where: { closedAt: null, kind: 'contact' },
    orderBy: { createdAt: 'asc' },
    take: 100,
    include: {
      reporter: { select: { name: true } },
      page: { include: { caseStudy: { select: { title: true } } } },
    },
  })
  return rows.flatMap(({ id, body, createdAt, page, reporter }) =>
    page
      ? {
          id,
          body,
          createdAt: createdAt.toISOString(),
          page: { id: page.id, slug: page.slug, title: page.caseStudy?.title ?? '' },
          reporter: reporter?.name ?? 'A former member',
        }
      : [],
  )
}

export async function closeReport(viewer: Viewer, id: number): Promise<void> {
  if (canReview(viewer))
    await db.report.updateMany({ where: { id, closedAt: null }, data: { closedAt: now() } })
}
