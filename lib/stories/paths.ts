type Addressed = { id: number; slug: string }

export const storiesPath = '/stories'
export const newStoryPath = '/stories/new'

export function storyPath({ id, slug }: Addressed): string {
  return `/stories/${id}-${slug}`
}
export function editStoryPath(page: Addressed): string {
  return `${storyPath(page)}/edit`
}
export function storyHistoryPath(page: Addressed): string {
  return `${storyPath(page)}/history`
}
export function storyVersionPath(page: Addressed, number: number): string {
  return `${storyPath(page)}/v/${number}`
}
export function compareStoryPath(page: Addressed, from: number, to: number): string {
  return `${storyPath(page)}/compare?from=${from}&to=${to}`
}
/** Says that a save was merged with others, and how. */
export function mergedStoryPath(page: Addressed, number: number): string {
  return `${storyPath(page)}/merged/${number}`
}
export function undoStoryPath(page: Addressed, number: number): string {
  return `${storyPath(page)}/undo/${number}`
}

const LINK = /^(?:(?:\S*\/)?case-studies\/)?([1-9]\d{0,8})(?:[-/?#]\S*)?$/

/**
 * The ids in a list such as "12, /case-studies/14-school-meals", or null when an entry is neither the number nor
 * the address of a case study.
 */
export function caseStudyIdsIn(text: string): number[] | null {
  const ids = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((entry) => Number(LINK.exec(entry)?.[1] ?? 0))
  return ids.includes(0) ? null : [...new Set(ids)]
}
