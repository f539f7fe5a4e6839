import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { SignedIn } from './access'

/** The person behind a session, as the database knows them now, or null when it has ended. */
export async function findSession(sessionId: string): Promise<SignedIn | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { person: true } })
  if (!session || session.endedAt || session.expiresAt < now() || session.person.suspendedAt) return null
  const { id, actorId, name, handle, role, demonstration } = session.person
  return { id, actorId, sessionId, name, handle, role, demonstration }
}
