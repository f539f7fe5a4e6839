import 'server-only'
import { createHmac } from 'node:crypto'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { addressOf } from '@/lib/contact/message'
import { writeMail } from '@/lib/outbox/mail'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { findHead } from '@/lib/revisions/queries'
import { questionHtml, questionText } from './letter'
import { askedAfterMonths, questionsPerDay } from './limits'
import { confirmPath } from './paths'
import { hashOfToken } from './queries'
import { monthsAfter } from './standing'

/** Asks the contact of each page that nobody changed or confirmed for a year whether it is still true. */
export async function askWhatIsDue(due: Date): Promise<void> {
  const before = monthsAfter(due, -askedAfterMonths)
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM page p JOIN case_study cs ON cs.page_id = p.id
    WHERE cs.has_contact AND p.state = 'live' AND p.updated_at <= ${before} AND NOT EXISTS (
      SELECT FROM confirmation c WHERE c.page_id = p.id AND greatest(c.asked_at, c.answered_at) > ${before})
    ORDER BY p.updated_at, p.id LIMIT ${questionsPerDay}`
  for (const { id } of pages) await ask(id, due)
}

async function ask(pageId: number, due: Date): Promise<void> {
  const head = await findHead<CaseStudyContent>('case_study', pageId)
  const address = head && (await addressOf(pageId, head.content))
  if (!head || !address) return

  const date = due.toISOString().slice(0, 10)
  const token = tokenFor(pageId, date)
  const facts = {
    name: head.content.contact?.name ?? '',
    title: head.content.title,
    url: `${env.siteUrl}${confirmPath(token)}`,
  }
  await db.$transaction(async (tx) => {
    const letter = {
      key: `still-true:${pageId}:${date}`,
      to: { name: facts.name, address },
      subject: `Is this still true? ${head.content.title}`,
      text: questionText(facts),
      html: questionHtml(facts),
    }
    if (await writeMail(tx, letter))
      await tx.confirmation.create({ data: { pageId, tokenHash: hashOfToken(token), askedAt: due } })
  })
}

/** 192 bits that only we can make, the same when a job runs twice. */
function tokenFor(pageId: number, date: string): string {
  return createHmac('sha256', env.authSecret)
    .update(`still true? ${pageId} ${date}`)
    .digest('base64url')
    .slice(0, 32)
}
