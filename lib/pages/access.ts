import type { Viewer } from '@/lib/users/access'

/** Withdrawing, returning, merging and undoing a merge are for moderators. */
export function canMovePages(viewer: Viewer): boolean {
  return viewer?.role === 'moderator'
}
