import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { publishing } from '@/lib/platform/publication/publishing'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { canModerateWanted } from './access'
import type { EventKind, WantedState } from './vocabulary'

export type Held = {
  id: number
  slug: string
  state: WantedState
  actorId: string | null
  claims: { organisationId: number; actorId: string }[]
}

/** The request, locked until the end of the transaction. Null where there is none that this viewer may see. */
export async function holdWanted(tx: Tx, viewer: SignedIn, id: number): Promise<Held | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT FROM wanted WHERE id = ${id} FOR UPDATE`
  if (rows.length === 0) return null
  const row = await tx.wanted.findUniqueOrThrow({ where: { id }, include: { claims: true } })
  if (row.state === 'hidden' && !canModerateWanted(viewer)) return null
  return { ...row, state: row.state as WantedState }
}

type Happened = { kind: EventKind; organisationId?: number; pageId?: number; note?: string }

/** Writes down who did what to a request, publishes it, and has those told whom it concerns. */
export async function recordEvent(tx: Tx, viewer: SignedIn, id: number, happened: Happened): Promise<void> {
  const event = await tx.wantedEvent.create({
    data: { wantedId: id, actorId: viewer.actorId, createdAt: now(), ...happened },
  })
  await publishing(tx, [tags.wanted])
  await emit(tx, 'wanted.changed', { eventId: event.id })
}
