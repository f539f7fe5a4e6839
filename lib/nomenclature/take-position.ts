import 'server-only'
import { published } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { dayOfDate, today } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canTakePosition } from './access'
import type { NewPosition } from './schema'

export type PositionRefusal = 'not-allowed' | 'no-organisation' | 'not-found' | 'closed'

/** Says what the viewer's public body thinks of a proposal. A body has one position: the last that was taken for it. */
export async function takePosition(
  viewer: SignedIn,
  { changeId, stance, reason }: NewPosition,
): Promise<Outcome<null, PositionRefusal>> {
  if (!canTakePosition(viewer)) return refused('not-allowed')
  const person = await db.person.findUnique({ where: { id: viewer.id }, select: { organisationId: true } })
  if (!person?.organisationId) return refused('no-organisation')
  const key = { changeId, organisationId: person.organisationId }

  const outcome = await db.$transaction(async (tx): Promise<Outcome<null, PositionRefusal>> => {
    // Held against a decision: no position comes to a proposal that was decided meanwhile.
    const [change] = await tx.$queryRaw<{ state: string; closesOn: Date }[]>`
      SELECT state, closes_on AS "closesOn" FROM category_change WHERE id = ${changeId} FOR SHARE`
    if (!change) return refused('not-found')
    if (change.state !== 'open' || dayOfDate(change.closesOn) < today()) return refused('closed')
    const position = { actorId: viewer.actorId, stance, reason, takenAt: now() }
    await tx.categoryPosition.upsert({
      where: { changeId_organisationId: key },
      create: { ...key, ...position },
      update: position,
    })
    await publishing(tx, [tags.nomenclature])
    return done(null)
  })
  if (outcome.ok) await published([tags.nomenclature])
  return outcome
}
