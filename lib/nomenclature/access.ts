import { canPublish } from '@/lib/case-studies/access'
import type { SignedIn, Viewer } from '@/lib/users/access'

/** A change of the contents hierarchy is proposed by anyone who may publish. */
export function canPropose(viewer: Viewer): viewer is SignedIn {
  return canPublish(viewer)
}

/** A public body is spoken for by its representatives. */
export function canTakePosition(viewer: Viewer): viewer is SignedIn {
  return viewer?.role === 'representative'
}

/** Whoever may decide proposals in general. */
export function canDecideChanges(viewer: Viewer): viewer is SignedIn {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}

/** Nobody but an administrator decides on their own proposal. */
export function canDecideChange(viewer: Viewer, change: { proposedBy: string }): viewer is SignedIn {
  return canDecideChanges(viewer) && (viewer.role === 'admin' || viewer.actorId !== change.proposedBy)
}

/** Before the closing date only an administrator decides. */
export function canDecideEarly(viewer: Viewer): boolean {
  return viewer?.role === 'admin'
}
