import 'server-only'
import { refused } from '@/lib/platform/outcome'
import type { Publishing } from '@/lib/revisions/publish'
import { undoing } from '@/lib/revisions/undo'
import type { SignedIn } from '@/lib/users/access'
import { type EditRefusal, editCaseStudy } from './edit'
import type { CaseStudyContent } from './schema'

/** Takes back what one version changed and keeps what came later; where later changes touch it, a conflict. */
export async function undoCaseStudyRevision(
  viewer: SignedIn,
  { id, number }: { id: number; number: number },
): Promise<Publishing<EditRefusal>> {
  const edit = await undoing<CaseStudyContent>({ kind: 'case_study', id, number })
  return edit ? editCaseStudy(viewer, edit) : refused('not-found')
}
