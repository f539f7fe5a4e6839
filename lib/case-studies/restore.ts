import 'server-only'
import { db } from '@/lib/platform/db'
import { type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { type EditRefusal, editCaseStudy } from './edit'
import type { CaseStudyContent } from './schema'
import type { Saved } from './write'

type Restore = { id: number; number: number; base: number }

/** Makes an old version the current one by adding it again as a new revision; nothing is removed. */
export async function restoreCaseStudy(
  viewer: SignedIn,
  { id, number, base }: Restore,
): Promise<Outcome<Saved, EditRefusal>> {
  const revision = await db.revision.findUnique({
    where: { pageId_number: { pageId: id, number }, page: { kind: 'case_study' } },
  })
  if (!revision) return refused('not-found')

  return editCaseStudy(viewer, {
    id,
    base,
    content: revision.content as CaseStudyContent,
    note: `Restored version ${number}`,
    restoredFrom: number,
  })
}
