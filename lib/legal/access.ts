import type { Viewer } from '@/lib/users/access'

/** The register decides every label at once: administrators change it. */
export function canEditLawRegister(viewer: Viewer): boolean {
  return viewer?.role === 'admin'
}
