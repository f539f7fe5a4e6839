import 'server-only'
import { db } from '@/lib/platform/db'
import { tell } from './tell'
import type { Reasons } from './watchers'

/** Tells whoever asked, and those who claimed it for their organisation, what happened to a request. */
export async function notifyOfWanted({ eventId }: { eventId: number }): Promise<void> {
  const event = await db.wantedEvent.findUnique({
    where: { id: eventId },
    include: { wanted: { include: { claims: true } } },
  })
  if (!event || event.kind === 'asked') return
  const { actorId, claims } = event.wanted
  const actors = [actorId, ...claims.map((claim) => claim.actorId)].filter((actor) => actor !== null)
  const people = await db.person.findMany({
    where: { actorId: { in: actors } },
    select: { id: true, actorId: true },
  })
  const reasons: Reasons = new Map(
    people.map((person) => [person.id, person.actorId === actorId ? 'wanted' : 'claimed']),
  )
  await tell({ happening: `wanted:${eventId}`, kind: 'wanted' }, reasons, event.actorId)
}
