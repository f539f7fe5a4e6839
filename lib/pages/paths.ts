import { caseStudyPath } from '@/lib/case-studies/paths'
import { storyPath } from '@/lib/stories/paths'

type Addressed = { kind: 'case_study' | 'story'; id: number; slug: string }

export function pagePath(page: Addressed): string {
  return page.kind === 'story' ? storyPath(page) : caseStudyPath(page)
}
export function pageHistoryPath(page: Addressed): string {
  return `${pagePath(page)}/history`
}
export function withdrawPath(page: Addressed): string {
  return `${pagePath(page)}/withdraw`
}
export function mergePath(page: Addressed): string {
  return `${pagePath(page)}/merge`
}

/** The id in "12", "12-school-meals" or an address that ends in it, or null. */
export function pageIdIn(text: string): number | null {
  const digits = /^(?:\S*\/(?:case-studies|stories)\/)?([1-9]\d{0,8})(?:[-/?#]\S*)?$/.exec(text.trim())?.[1]
  return digits ? Number(digits) : null
}
