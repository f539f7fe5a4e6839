import 'server-only'
import type { SignedIn } from '@/lib/users/access'
import { canModerateWanted } from './access'
import { moveWanted } from './move'

type Closing = { id: number; reason: string }

/** A moderator takes a request off the list with a reason that everybody reads. */
export function closeWanted(viewer: SignedIn, { id, reason }: Closing) {
  return moveWanted(viewer, {
    id,
    kind: 'closed',
    to: 'closed',
    reason,
    refuses: (wanted) => {
      if (!canModerateWanted(viewer)) return 'not-allowed'
      return wanted.state === 'open' ? null : 'not-open'
    },
  })
}

/**
 * A moderator hides what should not be read, such as somebody's name that many searched for: from then on its address
 * answers as if there were nothing. The words never come back by themselves.
 */
export function hideWanted(viewer: SignedIn, { id, reason }: Closing) {
  return moveWanted(viewer, {
    id,
    kind: 'hidden',
    to: 'hidden',
    reason,
    refuses: (wanted) => {
      if (!canModerateWanted(viewer)) return 'not-allowed'
      return wanted.state === 'hidden' ? 'not-open' : null
    },
    before: async (tx) => {
      const { words } = await tx.wanted.findUniqueOrThrow({ where: { id } })
      if (words) await tx.searchGap.deleteMany({ where: { words } })
    },
  })
}
