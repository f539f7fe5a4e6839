import 'server-only'
import { db } from '@/lib/platform/db'
import { reachable } from './mail-at-once'
import { writeLetter } from './write-letter'

const day = 24 * 60 * 60 * 1000
/** What lies longer back is old news, such as for somebody who chose "never" until today. */
const LOOKS_BACK = { daily: 3 * day, weekly: 9 * day }

/** Sends the daily and weekly mails that are due at this moment: 7 in the morning in London, weekly ones on Monday. */
export async function sendDigests(due: Date): Promise<void> {
  const london = Object.fromEntries(LONDON.formatToParts(due).map(({ type, value }) => [type, value]))
  // The clock of the schedule knows no summer time, so it asks at six and at seven.
  if (Number(london.hour) !== 7) return
  const date = `${london.year}-${london.month}-${london.day}`
  await sendDigest('daily', date, due)
  if (london.weekday === 'Mon') await sendDigest('weekly', date, due)
}

async function sendDigest(frequency: 'daily' | 'weekly', date: string, due: Date): Promise<void> {
  const unmailed = {
    mailId: null,
    readAt: null,
    createdAt: { lte: due, gt: new Date(due.getTime() - LOOKS_BACK[frequency]) },
  }
  const people = await db.person.findMany({
    where: { mailFrequency: frequency, ...reachable(), notifications: { some: unmailed } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, email: true },
  })
  for (const person of people) {
    const rows = await db.notification.findMany({
      where: { personId: person.id, ...unmailed },
      orderBy: { id: 'desc' },
      take: 500,
    })
    await writeLetter({ key: `digest:${frequency}:${date}:${person.id}`, person, rows, digest: true })
  }
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})
