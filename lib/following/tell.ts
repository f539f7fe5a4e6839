import 'server-only'
import { db } from '@/lib/platform/db'
import { mailAtOnce } from './mail-at-once'
import type { Reasons } from './watchers'

export type Happening = {
  /** Tells one happening apart from another, so that a job that runs twice tells once. */
  happening: string
  kind:
    | 'made'
    | 'changed'
    | 'comment'
    | 'review'
    | 'withdrawn'
    | 'returned'
    | 'merged'
    | 'law'
    | 'category'
    | 'wanted'
  /** Left out where it is about no page. */
  pageId?: number
  number?: number
  commentId?: number
}

/** Tells each person once, on the site and, where they want it so, by mail at once. Nobody is told of their own deed. */
export async function tell(happening: Happening, reasons: Reasons, actorId: string | null): Promise<void> {
  const people = await db.person.findMany({
    where: { id: { in: [...reasons.keys()] }, suspendedAt: null, ...(actorId ? { NOT: { actorId } } : {}) },
    select: { id: true },
  })
  const data = people.map(({ id }) => ({ ...happening, personId: id, reason: reasons.get(id) ?? '' }))
  await db.notification.createMany({ data, skipDuplicates: true })
  await mailAtOnce(happening.happening)
}
