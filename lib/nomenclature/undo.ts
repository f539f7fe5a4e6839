import 'server-only'
import type { Outcome } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import type { NewUndoing } from './schema'

export type UndoRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'not-applied'
  /** Pages were labelled with a heading that undoing would remove. */
  | 'in-use'
/** A later change stands on this one: that one is undone first. */
export type BuiltUpon = { ok: false; reason: 'built-upon'; change: { id: number; decisionNumber: number } }

/** Takes an applied change back: headings and labels are exactly as they were before it. */
export async function undoChange(
  _viewer: SignedIn,
  _undoing: NewUndoing,
): Promise<Outcome<{ taxonomyVersion: number }, UndoRefusal> | BuiltUpon> {
  throw new Error('Being written')
}
