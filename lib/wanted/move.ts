import 'server-only'
import { published } from '@/lib/platform/cache'
import { db, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { tags } from '@/lib/platform/tags'
import type { SignedIn } from '@/lib/users/access'
import { type Held, holdWanted, recordEvent } from './hold'
import type { EventKind, WantedState } from './vocabulary'

export type MoveRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'open'
type Addressed = { id: number; slug: string }
type Move = {
  id: number
  kind: EventKind
  to: WantedState
  reason?: string
  /** Whether it may go from where it stands now. */
  refuses: (wanted: Held) => Exclude<MoveRefusal, 'not-found'> | null
  before?: (tx: Tx, wanted: Held) => Promise<void>
}

/** Takes a request from one state to another, locked, written down and told. */
export async function moveWanted(
  viewer: SignedIn,
  { id, kind, to, reason = '', refuses, before }: Move,
): Promise<Outcome<Addressed, MoveRefusal>> {
  const outcome = await db.$transaction(async (tx): Promise<Outcome<Addressed, MoveRefusal>> => {
    const wanted = await holdWanted(tx, viewer, id)
    if (!wanted) return refused('not-found')
    const refusal = refuses(wanted)
    if (refusal) return refused(refusal)
    await before?.(tx, wanted)
    await tx.wanted.update({ where: { id }, data: { state: to, answerPageId: null } })
    await recordEvent(tx, viewer, id, { kind, note: reason })
    return done({ id, slug: wanted.slug })
  })
  if (outcome.ok) await published([tags.wanted])
  return outcome
}
