import { canPublish } from '@/lib/case-studies/access'
import { canReview } from '@/lib/review/access'
import type { Viewer } from '@/lib/users/access'

/** Everyone reads; whoever is signed in may write, report and say that a review is done. */
export function canComment(viewer: Viewer): boolean {
  return viewer !== null
}

/** A thread is resolved and reopened by those who may publish, and by whoever began it. */
export function canSettle(viewer: Viewer, thread: { actorId: string }): boolean {
  return canPublish(viewer) || viewer?.actorId === thread.actorId
}

/** Taking a comment away is for moderators, who still see what it said. */
export function canRemoveComments(viewer: Viewer): boolean {
  return canReview(viewer)
}
