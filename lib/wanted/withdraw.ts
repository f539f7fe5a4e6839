import 'server-only'
import type { SignedIn } from '@/lib/users/access'
import { canWithdrawWanted } from './access'
import { moveWanted } from './move'

/** Takes one's own request off the list; its address goes on saying so. Refuses 'not-open' and 'not-allowed'. */
export function withdrawWanted(viewer: SignedIn, { id }: { id: number }) {
  return moveWanted(viewer, {
    id,
    kind: 'withdrawn',
    to: 'withdrawn',
    refuses: (wanted) => {
      if (!canWithdrawWanted(viewer, wanted)) return 'not-allowed'
      return wanted.state === 'open' ? null : 'not-open'
    },
  })
}
