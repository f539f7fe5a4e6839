import 'server-only'
import { emit } from '@/lib/outbox/emit'
import type { Tx } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, type LockedPage, type OnBehalfOf } from '@/lib/revisions/append'
import type { SignedIn } from '@/lib/users/access'
import { projectCaseStudy } from './project'
import { htmlOf, recordOf } from './record'
import type { CaseStudyContent } from './schema'
import { tagsShowing } from './tags'

export type Saved = { id: number; slug: string; number: number }
export type Draft = {
  content: CaseStudyContent
  note: string
  restoredFrom?: number
  onBehalfOf?: OnBehalfOf
}
export type Prepared = Draft & ReturnType<typeof recordOf> & { html: ReturnType<typeof htmlOf>; slug: string }

/** What can be worked out before a page is locked, so that others wait as little as possible. */
export function prepare(draft: Draft): Prepared {
  const { content } = draft
  return { ...draft, ...recordOf(content), html: htmlOf(content), slug: slugOf(content.title) }
}

/** Everything that a save writes, and the names of every cached page that it changes. */
export async function writeCaseStudy(
  tx: Tx,
  viewer: SignedIn,
  { page, draft }: { page: LockedPage; draft: Prepared },
): Promise<Saved & { tags: string[] }> {
  const { content, record, html, slug, note, restoredFrom, privateEmail, onBehalfOf } = draft
  const before = await tagsShowing(tx, page.id)
  const actorId = onBehalfOf?.actorId ?? viewer.actorId
  const change = { content: record, html, slug, actorId, note, restoredFrom }
  const { number, createdAt } = await appendRevision(tx, page, change)
  await projectCaseStudy(tx, { pageId: page.id, content, changedAt: createdAt, privateEmail })
  await emit(tx, 'case-study.saved', { pageId: page.id, number })
  await onBehalfOf?.settle(tx, page.id)
  return { id: page.id, slug, number, tags: [...before, ...(await tagsShowing(tx, page.id))] }
}
