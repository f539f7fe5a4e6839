import 'server-only'
import { createHash } from 'node:crypto'
import { type PageName, pageNames } from '@/lib/following/names'
import { cached } from '@/lib/platform/cache'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Standing, standingOf } from './standing'

/** Whether a page is confirmed to be still true, or was asked about in vain. */
export function findStanding(pageId: number): Promise<Standing> {
  return cached(['standing', pageId], [tags.page(pageId)], async () => {
    const page = await db.page.findUnique({ where: { id: pageId }, select: { updatedAt: true } })
    if (!page) return null
    const questions = await db.confirmation.findMany({
      where: { pageId },
      orderBy: { askedAt: 'desc' },
      take: 10,
    })
    return standingOf(page.updatedAt, questions, now())
  })
}

export type OpenQuestion = { id: number; page: PageName; answer: string; askedOn: string }

/** The question behind a link in a mail, or null: unknown, or about a page that is not there any more. */
export async function findQuestion(token: string): Promise<OpenQuestion | null> {
  const row = await db.confirmation.findUnique({
    where: { tokenHash: hashOfToken(token) },
    include: { page: { select: { state: true } } },
  })
  if (row?.page.state !== 'live') return null
  const page = (await pageNames([row.pageId])).get(row.pageId)
  return page ? { id: row.id, page, answer: row.answer, askedOn: row.askedAt.toISOString() } : null
}

/** Only the hash of a token is kept: who reads the database cannot answer for anybody. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
