import 'server-only'
import { caseStudyPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { emit } from '@/lib/outbox/emit'
import { writeMail } from '@/lib/outbox/mail'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { findHead } from '@/lib/revisions/queries'
import type { SignedIn } from '@/lib/users/access'

/** Writes to a case study's contact without showing the address. The sender's name and address go with it. */
export async function writeToContact(
  viewer: SignedIn,
  { pageId, body }: { pageId: number; body: string },
): Promise<Outcome<null, 'not-found' | 'no-address'>> {
  const head = await findHead<CaseStudyContent>('case_study', pageId)
  if (!head) return refused('not-found')
  if (!(await addressOf(pageId, head.content))) return refused('no-address')

  await db.$transaction(async (tx) => {
    const message = await tx.message.create({ data: { pageId, senderId: viewer.id, body } })
    await emit(tx, 'message.written', { messageId: message.id })
  })
  return done(null)
}

/** Writes the mail that carries a message. The mail has the message's id, so a second run repeats nothing. */
export async function deliverMessage({ messageId }: { messageId: number }): Promise<void> {
  const message = await db.message.findUnique({ where: { id: messageId }, include: { sender: true } })
  if (!message || message.sentAt) return
  const head = await findHead<CaseStudyContent>('case_study', message.pageId)
  const address = head && (await addressOf(message.pageId, head.content))
  if (!head || !address) return

  const { sender } = message
  const text = [
    `${sender.name} asks about a case study for which you are the contact:`,
    `${head.content.title}\n${env.siteUrl}${caseStudyPath(head)}`,
    message.body,
    `Reply to this mail to write to ${sender.name} (${sender.email}). They have not seen your address.`,
    'You get this because the case study names you as its contact. If that is wrong, edit the page or report it there.',
  ].join('\n\n')
  await db.$transaction(async (tx) => {
    await writeMail(tx, {
      key: `message-${message.id}`,
      to: { name: head.content.contact?.name ?? '', address },
      replyTo: sender.email,
      subject: `A question about “${head.content.title}”`,
      text,
    })
    await tx.message.update({ where: { id: message.id }, data: { sentAt: now() } })
  })
}

/** Tells moderators that a contact has left or is wrong. */
export async function reportContact(
  viewer: SignedIn,
  { pageId, body }: { pageId: number; body: string },
): Promise<Outcome<null, 'not-found'>> {
  if (!(await db.caseStudy.findUnique({ where: { pageId }, select: { pageId: true } })))
    return refused('not-found')
  await db.report.create({ data: { pageId, kind: 'contact', body, reporterId: viewer.id } })
  return done(null)
}

/** Where the contact of a case study is written to, shown or not; null when nobody gave an address. */
export async function addressOf(pageId: number, content: CaseStudyContent): Promise<string | null> {
  if (!content.contact?.byForm) return content.contact?.email || null
  return (await db.privateContact.findUnique({ where: { pageId } }))?.email ?? null
}
