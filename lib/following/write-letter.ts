import 'server-only'
import { type Letter, writeMail } from '@/lib/outbox/mail'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { summarise } from './changes'
import { describe, type NotificationRow, type Told } from './describe'
import { type LetterFacts, letterText } from './letter'
import { letterHtml } from './letter-html'
import { digestMax } from './limits'
import { frequencyPath, notificationsPath, unsubscribePath } from './paths'
import { type Stopping, stoppingOf, unsubscribeToken } from './unsubscribe'

export type Addressee = { id: string; name: string; email: string }
type Wording = { key: string; person: Addressee; rows: NotificationRow[]; digest: boolean }

/** Writes one mail that tells these things to one person, and notes that they were told so. */
export async function writeLetter({ key, person, rows, digest }: Wording): Promise<void> {
  const told = await describe(rows)
  const [first] = told
  if (!first) return
  const letter = { key, personId: person.id, to: { name: person.name, address: person.email } }
  const content = await contentOf(told, { person, stopping: digest ? 'all' : stoppingOf(first.reason) })
  await db.$transaction(async (tx) => {
    const mailId = await writeMail(tx, { ...letter, ...content })
    if (!mailId) return
    await tx.notification.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { mailId } })
    if (digest) await tx.person.update({ where: { id: person.id }, data: { digestSentAt: now() } })
  })
}

type Content = Pick<Letter, 'subject' | 'text' | 'html' | 'unsubscribe'>

async function contentOf(
  told: Told[],
  { person, stopping }: { person: Addressee; stopping: Stopping },
): Promise<Content> {
  const shown = told.slice(0, digestMax)
  const parts = []
  for (const one of shown) parts.push({ told: one, change: await summarise(one) })
  const stop = `${env.siteUrl}${unsubscribePath(unsubscribeToken(person.id, stopping))}`
  const { subject, heading, lead } = headOf(told)
  const facts: LetterFacts = {
    heading,
    lead,
    parts,
    more: told.length - shown.length,
    links: {
      site: env.siteUrl,
      stop: { url: stop, label: labelOf(stopping, told) },
      frequency: `${env.siteUrl}${frequencyPath}`,
      list: `${env.siteUrl}${notificationsPath}`,
    },
  }
  return { subject, text: letterText(facts), html: letterHtml(facts), unsubscribe: stop }
}

/** What the last link of a mail stops: the reason says what is watched. */
function labelOf(stopping: Stopping, [first]: Told[]): string {
  if (stopping === 'all' || !first) return 'Stop all mail about what you watch'
  return first.why.replace(/^You watch (.*)\.$/, 'Stop watching $1')
}

function headOf(told: Told[]): { subject: string; heading: string; lead: string } {
  const [first] = told
  if (told.length === 1 && first)
    return { subject: `${first.what}: ${first.title}`, heading: first.title, lead: '' }
  const about = new Set(told.map(({ pageId, path }) => pageId ?? path)).size
  const noun = told.every(({ pageId }) => pageId !== null) ? 'page' : 'thing'
  const lead =
    about === 1 ? `All of it is about one ${noun}.` : `They are about ${about} ${noun}s, the newest first.`
  const subject = `${told.length} changes to what you watch`
  return { subject, heading: subject, lead }
}
