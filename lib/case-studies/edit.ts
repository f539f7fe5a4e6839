import 'server-only'
import { refused } from '@/lib/platform/outcome'
import { type Edit, type Publishing, type PublishRefusal, publishEdit } from '@/lib/revisions/publish'
import { knownLabels } from '@/lib/taxonomy/labels'
import { findTemplates } from '@/lib/templates/queries'
import type { SignedIn } from '@/lib/users/access'
import { canPublish } from './access'
import type { CaseStudyContent } from './schema'
import { caseStudiesOn } from './write'

export type EditRefusal = PublishRefusal | 'not-allowed' | 'unknown-label'

/**
 * Adds a revision of a case study, merged with what others have saved since `base`. Changes that touch theirs come back
 * as a conflict and nothing is written.
 */
export async function editCaseStudy(
  viewer: SignedIn,
  edit: Edit<CaseStudyContent>,
): Promise<Publishing<EditRefusal>> {
  if (!canPublish(viewer)) return refused('not-allowed')
  if (!(await knownLabels(edit.content.categories))) return refused('unknown-label')
  const { current } = await findTemplates()
  return publishEdit(caseStudiesOn(current.fields), viewer, edit)
}
