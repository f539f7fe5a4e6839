import { editPath, newCaseStudyPath } from '@/lib/case-studies/paths'
import { editStoryPath, newStoryPath } from '@/lib/stories/paths'

export const draftsPath = '/account/drafts'
export const draftsApiPath = '/api/drafts'

type Continued = {
  id: number
  kind: 'case_study' | 'story'
  page: { id: number; slug: string } | null
}

/** Where a draft is opened to go on with it. */
export function continuePath({ id, kind, page }: Continued): string {
  if (page) return kind === 'story' ? editStoryPath(page) : editPath(page)
  return `${kind === 'story' ? newStoryPath : newCaseStudyPath}?draft=${id}`
}
