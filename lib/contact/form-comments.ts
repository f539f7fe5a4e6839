import 'server-only'
import { db } from '@/lib/platform/db'
import { canEditTemplate } from '@/lib/templates/access'
import type { Viewer } from '@/lib/users/access'

export type FormComment = { id: number; field: string; body: string; by: string; createdAt: string }

/** What members say about the form and is not closed yet, the oldest first: for editors of the template, else empty. */
export async function listFormComments(viewer: Viewer): Promise<FormComment[]> {
  if (!canEditTemplate(viewer)) return []
  const rows = await db.report.findMany({
    where: { kind: 'form', closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
    include: { reporter: { select: { name: true } } },
  })
  return rows.map(({ id, field, body, reporter, createdAt }) => ({
    id,
    field,
    body,
    by: reporter?.name ?? 'A former member',
    createdAt: createdAt.toISOString(),
  }))
}
