import 'server-only'
import { refused } from '@/lib/platform/outcome'
import type { Publishing } from '@/lib/revisions/publish'
import { restoring } from '@/lib/revisions/undo'
import type { SignedIn } from '@/lib/users/access'
import { type EditRefusal, editCaseStudy } from './edit'
import type { CaseStudyContent } from './schema'

type Restore = { id: number; number: number; base: number }

/** Makes an old version the current one by adding it again as a new revision; nothing is removed. */
export async function restoreCaseStudy(viewer: SignedIn, restore: Restore): Promise<Publishing<EditRefusal>> {
  const edit = await restoring<CaseStudyContent>({ kind: 'case_study', ...restore })
  return edit ? editCaseStudy(viewer, edit) : refused('not-found')
}
