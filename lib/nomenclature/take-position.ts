import 'server-only'
import type { Outcome } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import type { NewPosition } from './schema'

export type PositionRefusal = 'not-allowed' | 'no-organisation' | 'not-found' | 'closed'

/** Says what the viewer's public body thinks of a proposal. A body has one position: the last that was taken for it. */
export async function takePosition(
  _viewer: SignedIn,
  _position: NewPosition,
): Promise<Outcome<null, PositionRefusal>> {
  throw new Error('Being written')
}
