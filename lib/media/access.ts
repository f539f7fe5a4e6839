import type { Viewer } from '@/lib/users/access'

type Owned = { personId: string | null; publishedAt: Date | null }

/** A file is for everybody once a published page links it; before that it is for whoever uploaded it. */
export function canOpen(viewer: Viewer, file: Owned): boolean {
  return file.publishedAt !== null || (viewer !== null && viewer.id === file.personId)
}

/** Whoever looks at contributions that wait also opens the files that these link. */
export function canOpenWaiting(viewer: Viewer): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}
