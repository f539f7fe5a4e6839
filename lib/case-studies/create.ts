import 'server-only'
import { published } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { createPage } from '@/lib/revisions/append'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import { type Draft, prepare, type Saved, writeCaseStudy } from './write'

/**
 * Publishes a new case study with its first revision.
 * Refuses 'not-allowed' (visitors and new members) and 'unknown-label'.
 */
export async function createCaseStudy(
  viewer: SignedIn,
  draft: Draft,
): Promise<Outcome<Saved, 'not-allowed' | 'unknown-label'>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(draft.content.categories))) return refused('unknown-label')

  const prepared = prepare(draft)
  const { tags, ...saved } = await db.$transaction(async (tx) => {
    const page = await createPage(tx, 'case_study', prepared.slug)
    return writeCaseStudy(tx, viewer, { page, draft: prepared })
  })
  await published(tags)
  return done(saved)
}
