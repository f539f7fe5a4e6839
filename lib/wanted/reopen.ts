import 'server-only'
import type { SignedIn } from '@/lib/users/access'
import { canReopenWanted } from './access'
import { moveWanted } from './move'

/**
 * Puts a request back on the list: an answered one by those who may settle it, a withdrawn one by whoever asked, a
 * closed or hidden one by a moderator. Refuses 'open' and 'not-allowed'.
 */
export function reopenWanted(viewer: SignedIn, { id }: { id: number }) {
  return moveWanted(viewer, {
    id,
    kind: 'reopened',
    to: 'open',
    refuses: (wanted) => {
      if (wanted.state === 'open') return 'open'
      return canReopenWanted(viewer, wanted) ? null : 'not-allowed'
    },
  })
}
