import type { Viewer } from '@/lib/users/access'

/** Whether what this person writes waits for a moderator before it is published. */
export function waitsForReview(viewer: Viewer): boolean {
  return viewer?.role === 'pending'
}

export function canReview(viewer: Viewer): boolean {
  return viewer?.role === 'moderator'
}

/** Administrators may read the queue; deciding is for moderators. */
export function canReadQueue(viewer: Viewer): boolean {
  return canReview(viewer) || viewer?.role === 'admin'
}

/** Nobody decides on their own contribution. */
export function canDecide(viewer: Viewer, submission: { contributorId: string }): boolean {
  return canReview(viewer) && viewer?.id !== submission.contributorId
}

/** A contribution is seen by its author and by those who review. */
export function canSeeSubmission(viewer: Viewer, submission: { contributorId: string }): boolean {
  return viewer !== null && (canReadQueue(viewer) || viewer.id === submission.contributorId)
}

/** A request for review is closed by whoever asked, or by a moderator. */
export function canCloseRequest(viewer: Viewer, request: { askedBy: string }): boolean {
  return canReview(viewer) || viewer?.actorId === request.askedBy
}
