import 'server-only'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { lockPage, sameAsHead } from '@/lib/revisions/append'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import { type Draft, prepare, type Saved, writeCaseStudy } from './write'

/** `base` is the number of the revision that the author was reading. */
export type Edit = Draft & { id: number; base: number }
export type EditRefusal = 'not-allowed' | 'not-found' | 'unknown-label' | 'stale' | 'unchanged'

/** Adds a revision on top of the one the author was reading, or refuses and writes nothing. */
export async function editCaseStudy(viewer: SignedIn, edit: Edit): Promise<Outcome<Saved, EditRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(edit.content.categories))) return refused('unknown-label')

  const draft = prepare(edit)
  const outcome = await db.$transaction(
    async (tx): Promise<Outcome<Saved & { tags: string[] }, EditRefusal>> => {
      // Locked before comparing: two savers must not both find their base to be the head.
      const page = await lockPage(tx, 'case_study', edit.id)
      if (!page) return refused('not-found')
      if (page.headNumber !== edit.base) return refused('stale')
      if (sameAsHead(page, draft.record) && !draft.privateEmail) return refused('unchanged')

      return done(await writeCaseStudy(tx, viewer, { page, draft }))
    },
  )
  if (!outcome.ok) return outcome

  const { tags, ...saved } = outcome.value
  await published(tags)
  return done(saved)
}
