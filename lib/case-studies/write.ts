import 'server-only'
import { emit } from '@/lib/outbox/emit'
import type { Tx } from '@/lib/platform/db'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, type LockedPage } from '@/lib/revisions/append'
import type { Draft, Publisher, Saved } from '@/lib/revisions/publish'
import type { SignedIn } from '@/lib/users/access'
import { projectCaseStudy } from './project'
import { htmlOf, recordOf } from './record'
import { renumberMine } from './renumber'
import { type CaseStudyContent, caseStudyContent } from './schema'
import { CASE_STUDY_SHAPE } from './shape'
import { tagsShowing } from './tags'

type Prepared = Draft<CaseStudyContent> &
  ReturnType<typeof recordOf> & { html: ReturnType<typeof htmlOf>; slug: string }

/** How case studies are published. */
export const CASE_STUDIES: Publisher<CaseStudyContent, Prepared> = {
  kind: 'case_study',
  shape: CASE_STUDY_SHAPE,
  align: renumberMine,
  read: (record) => caseStudyContent.safeParse(record).data ?? null,
  prepare: (draft) => {
    const { content } = draft
    return { ...draft, ...recordOf(content), html: htmlOf(content), slug: slugOf(content.title) }
  },
  changesMore: ({ privateEmail }) => privateEmail !== '',
  write: writeCaseStudy,
}

/** Everything that a save writes, and the names of every cached page that it changes. */
async function writeCaseStudy(
  tx: Tx,
  viewer: SignedIn,
  { page, draft }: { page: LockedPage; draft: Prepared },
): Promise<Saved & { tags: string[] }> {
  const { content, record, slug, privateEmail, onBehalfOf } = draft
  const before = await tagsShowing(tx, page.id)
  const actorId = onBehalfOf?.actorId ?? viewer.actorId
  const { number, createdAt } = await appendRevision(tx, page, { ...draft, content: record, actorId })
  await projectCaseStudy(tx, { pageId: page.id, content, changedAt: createdAt, privateEmail })
  await emit(tx, 'case-study.saved', { pageId: page.id, number })
  await onBehalfOf?.settle(tx, page.id)
  return { id: page.id, slug, number, tags: [...before, ...(await tagsShowing(tx, page.id))] }
}
