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
