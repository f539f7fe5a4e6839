import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { slugOf } from '@/lib/platform/slug'
import { appendRevision, lockPage, type OnBehalfOf, sameAsHead } from '@/lib/revisions/append'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import type { Saved } from './create'
import { projectCaseStudy } from './project'
import { htmlOf, recordOf } from './record'
import type { CaseStudyContent } from './schema'
import { tagsShowing } from './tags'

export type Edit = {
  id: number
  /** The number of the revision that the author was reading. */
  base: number
  content: CaseStudyContent
  note: string
  restoredFrom?: number
  onBehalfOf?: OnBehalfOf
}
export type EditRefusal = 'not-allowed' | 'not-found' | 'unknown-label' | 'stale' | 'unchanged'

/** Adds a revision on top of the one the author was reading, or refuses and writes nothing. */
export async function editCaseStudy(viewer: SignedIn, edit: Edit): Promise<Outcome<Saved, EditRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(edit.content.categories))) return refused('unknown-label')

  const { record, privateEmail } = recordOf(edit.content)
  const html = htmlOf(edit.content)
  const slug = slugOf(edit.content.title)
  const outcome = await db.$transaction(
    async (tx): Promise<Outcome<Saved & { tags: string[] }, EditRefusal>> => {
      // Locked before comparing: two savers must not both find their base to be the head.
      const page = await lockPage(tx, 'case_study', edit.id)
      if (!page) return refused('not-found')
      if (page.headNumber !== edit.base) return refused('stale')
      if (sameAsHead(page, record) && !privateEmail) return refused('unchanged')

      const before = await tagsShowing(tx, page.id)
      const { number, createdAt } = await appendRevision(tx, page, {
        content: record,
        html,
        slug,
        actorId: edit.onBehalfOf?.actorId ?? viewer.actorId,
        note: edit.note,
        restoredFrom: edit.restoredFrom,
      })
      await projectCaseStudy(tx, {
        pageId: page.id,
        content: edit.content,
        changedAt: createdAt,
        privateEmail,
      })
      await emit(tx, 'case-study.saved', { pageId: page.id })
      await edit.onBehalfOf?.settle(tx, page.id)
      return done({ id: page.id, slug, number, tags: [...before, ...(await tagsShowing(tx, page.id))] })
    },
  )
  if (!outcome.ok) return outcome

  await published(outcome.value.tags)
  const { id, number } = outcome.value
  return done({ id, slug, number })
}
