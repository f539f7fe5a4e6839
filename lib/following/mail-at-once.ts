import 'server-only'
import { db, type Prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { writeLetter } from './write-letter'

/** People who can get mail: a demonstration account has no mailbox, only files on a machine without a mail server. */
export function reachable(): Prisma.PersonWhereInput {
  return { suspendedAt: null, ...(env.smtpUrl ? { demonstration: false } : {}) }
}

/** Mails a happening to those who want to hear at once and have not heard yet. */
export async function mailAtOnce(happening: string): Promise<void> {
  const rows = await db.notification.findMany({
    where: { happening, mailId: null, person: { mailFrequency: 'at-once', ...reachable() } },
    include: { person: { select: { id: true, name: true, email: true } } },
    orderBy: { id: 'asc' },
  })
  for (const { person, ...row } of rows)
    await writeLetter({ key: `at-once:${happening}:${person.id}`, person, rows: [row], digest: false })
}
