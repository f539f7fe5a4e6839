import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'
import { describe, type Told } from './describe'
import { notificationsPerPage } from './limits'
import type { Frequency } from './vocabulary'

/** What a person has to be told, the newest first. Only their own. */
export async function listNotifications(
  viewer: SignedIn,
  page: number,
): Promise<{ rows: Told[]; total: number; newest: number }> {
  const where = { personId: viewer.id }
  const [total, rows] = await Promise.all([
    db.notification.count({ where }),
    db.notification.findMany({
      where,
      orderBy: { id: 'desc' },
      skip: (page - 1) * notificationsPerPage,
      take: notificationsPerPage,
    }),
  ])
  return { total, rows: await describe(rows), newest: rows[0]?.id ?? 0 }
}

export async function countUnread(viewer: SignedIn): Promise<number> {
  const shown = { OR: [{ commentId: null }, { comment: { removedAt: null } }] }
  return db.notification.count({ where: { personId: viewer.id, readAt: null, ...shown } })
}

/** Marks everything up to the newest that the person saw as read: what came meanwhile stays unread. */
export async function markRead(viewer: SignedIn, upTo: number): Promise<void> {
  const where = { personId: viewer.id, readAt: null, id: { lte: upTo } }
  await db.notification.updateMany({ where, data: { readAt: now() } })
}

export async function findFrequency(viewer: SignedIn): Promise<Frequency> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { mailFrequency: true },
  })
  return person.mailFrequency as Frequency
}

/** Sets how often a person hears by mail of what they watch. */
export async function chooseFrequency(viewer: SignedIn, mailFrequency: Frequency): Promise<void> {
  await db.person.update({ where: { id: viewer.id }, data: { mailFrequency } })
}
