import type { Viewer } from '@/lib/users/access'

/** Publishing at once is for everyone but visitors and new members, whose contributions a moderator sees first. */
export function canPublish(viewer: Viewer): boolean {
  return viewer !== null && viewer.role !== 'pending'
}

/** Anyone signed in may write; what a new member writes waits for review. */
export function canWrite(viewer: Viewer): boolean {
  return viewer !== null
}
