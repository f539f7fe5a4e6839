import { comparePath } from '@/lib/case-studies/paths'
import { pagePath } from '@/lib/pages/paths'
import type { PageKind } from '@/lib/platform/db'
import { compareStoryPath } from '@/lib/stories/paths'

/** A page of either kind, as far as addresses need it. */
export type Discussed = { kind: PageKind; id: number; slug: string }

/** The talk about a page, or about one field of it. */
export function discussionPath(page: Discussed, field?: string): string {
  const path = `${pagePath(page)}/discussion`
  return field ? `${path}?field=${field}` : path
}
export function threadPath(page: Discussed, thread: number): string {
  return `${discussionPath(page)}/${thread}`
}
/** Where one comment can be found for good, whether its thread is open or resolved. */
export function commentPath(
  page: Discussed,
  { thread, comment }: { thread: number; comment: number },
): string {
  return `${threadPath(page, thread)}#comment-${comment}`
}
/** Where named people are asked to look at a page. */
export function askPath(page: Discussed): string {
  return `${discussionPath(page)}/ask`
}
export function compareSincePath(page: Discussed, from: number, to: number): string {
  return page.kind === 'story' ? compareStoryPath(page, from, to) : comparePath(page, from, to)
}
/** Where members say what does not work about the form itself. */
export function formCommentsPath(field?: string): string {
  return field ? `/case-studies/form-comments?field=${field}` : '/case-studies/form-comments'
}
