import 'server-only'
import { type Outcome, refused } from '@/lib/platform/outcome'
import { type Draft, type Published, publishNew } from '@/lib/revisions/publish'
import { knownLabels } from '@/lib/taxonomy/labels'
import { findTemplates } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import type { CaseStudyContent } from './schema'
import { caseStudiesOn } from './write'

/**
 * Publishes a new case study with its first revision.
 * Refuses 'not-allowed' (visitors and new members), 'unknown-label', and 'key-reused' for another save.
 */
export async function createCaseStudy(
  viewer: SignedIn,
  draft: Draft<CaseStudyContent>,
): Promise<Outcome<Published, 'not-allowed' | 'unknown-label' | 'key-reused'>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(draft.content.categories))) return refused('unknown-label')
  const { current } = await findTemplates()
  return publishNew(caseStudiesOn(current.fields), viewer, draft)
}
