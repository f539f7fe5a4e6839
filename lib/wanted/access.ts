import { canPublish } from '@/lib/case-studies/access'
import type { SignedIn, Viewer } from '@/lib/users/access'
import type { WantedState } from './vocabulary'

/** Asking, offering a page and claiming are for whoever may publish. */
export function canAsk(viewer: Viewer): viewer is SignedIn {
  return canPublish(viewer)
}

/** Closing and hiding what does not belong on the list. */
export function canModerateWanted(viewer: Viewer): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}

type Concerned = { actorId: string | null; claims: { actorId: string }[] }

/** Whether a page answers it is said by whoever asked, by those who claimed it, and by moderators. */
export function canSettleWanted(viewer: Viewer, { actorId, claims }: Concerned): boolean {
  if (!canAsk(viewer)) return false
  const concerned = [actorId, ...claims.map((claim) => claim.actorId)]
  return canModerateWanted(viewer) || concerned.includes(viewer.actorId)
}

/** One's own request. */
export function canWithdrawWanted(viewer: Viewer, { actorId }: { actorId: string | null }): boolean {
  return viewer !== null && viewer.actorId === actorId
}

/** A claim is given back by whoever made it, by a representative of the same body, and by moderators. */
export function canGiveBack(
  viewer: Viewer,
  claim: { actorId: string; organisation: { id: number } },
  ownBody: number | null,
): boolean {
  if (!viewer) return false
  if (viewer.actorId === claim.actorId || canModerateWanted(viewer)) return true
  return viewer.role === 'representative' && ownBody === claim.organisation.id
}

/** An answered one by those who may settle it, a withdrawn one by whoever asked, any by a moderator. */
export function canReopenWanted(viewer: Viewer, wanted: Concerned & { state: WantedState }): boolean {
  if (canModerateWanted(viewer)) return wanted.state !== 'open'
  if (wanted.state === 'answered') return canSettleWanted(viewer, wanted)
  return wanted.state === 'withdrawn' && canWithdrawWanted(viewer, wanted)
}
