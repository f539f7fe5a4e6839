import type { Viewer } from '@/lib/users/access'

/** The template is everybody's form: those who look after the site change it. */
export function canEditTemplate(viewer: Viewer): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}
