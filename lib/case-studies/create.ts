import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, createPage, type OnBehalfOf } from '@/lib/revisions/append'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import { projectCaseStudy } from './project'
import { htmlOf, recordOf } from './record'
import type { CaseStudyContent } from './schema'
import { tagsShowing } from './tags'

export type Saved = { id: number; slug: string; number: number }
type NewCaseStudy = { content: CaseStudyContent; note: string; onBehalfOf?: OnBehalfOf }

/**
 * Publishes a new case study with its first revision.
 * Refuses 'not-allowed' (visitors and new members) and 'unknown-label'.
 */
export async function createCaseStudy(
  viewer: SignedIn,
  { content, note, onBehalfOf }: NewCaseStudy,
): Promise<Outcome<Saved, 'not-allowed' | 'unknown-label'>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(content.categories))) return refused('unknown-label')

  const { record, privateEmail } = recordOf(content)
  const html = htmlOf(content)
  const slug = slugOf(content.title)
  const saved = await db.$transaction(async (tx) => {
    const page = await createPage(tx, 'case_study', slug)
    const actorId = onBehalfOf?.actorId ?? viewer.actorId
    const { number, createdAt } = await appendRevision(tx, page, {
      content: record,
      html,
      actorId,
      note,
      slug,
    })
    await projectCaseStudy(tx, { pageId: page.id, content, changedAt: createdAt, privateEmail })
    await emit(tx, 'case-study.saved', { pageId: page.id })
    await onBehalfOf?.settle(tx, page.id)
    return { id: page.id, slug, number, tags: await tagsShowing(tx, page.id) }
  })
  await published(saved.tags)
  return done({ id: saved.id, slug: saved.slug, number: saved.number })
}
