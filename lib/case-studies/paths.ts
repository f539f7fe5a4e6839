import { withUs } from '@/lib/legal/lens/paths'
import type { Us } from '@/lib/legal/lens/vocabulary'

type Addressed = { id: number; slug: string }

export const caseStudiesPath = '/case-studies'
export const newCaseStudyPath = '/case-studies/new'

export function caseStudyPath({ id, slug }: Addressed): string {
  return `/case-studies/${id}-${slug}`
}
export function editPath(page: Addressed): string {
  return `${caseStudyPath(page)}/edit`
}
/** One part of the form in front, the rest folded below it. */
export function editSectionPath(page: Addressed, section: string): string {
  return `${editPath(page)}?section=${section}`
}
/** The form, at one of the template's own fields. */
export function editOwnFieldPath(page: Addressed, key: string): string {
  return `${editPath(page)}#extra-${key}`
}
/** The form on the newest template. */
export function upgradePath(page: Addressed): string {
  return `${editPath(page)}?template=newest`
}
export function historyPath(page: Addressed): string {
  return `${caseStudyPath(page)}/history`
}
export function versionPath(page: Addressed, number: number): string {
  return `${caseStudyPath(page)}/v/${number}`
}
export function comparePath(page: Addressed, from: number, to: number): string {
  return `${caseStudyPath(page)}/compare?from=${from}&to=${to}`
}
/** Says that a save was merged with others, and how. */
export function mergedPath(page: Addressed, number: number): string {
  return `${caseStudyPath(page)}/merged/${number}`
}
export function undoPath(page: Addressed, number: number): string {
  return `${caseStudyPath(page)}/undo/${number}`
}
export function contactPath(page: Addressed): string {
  return `${caseStudyPath(page)}/contact`
}
/** The case study beside the rules of one body; without one, where a form asks who that is. */
export function appliesPath(page: Addressed, us: Us | null): string {
  return withUs(`${caseStudyPath(page)}/applies`, us)
}
