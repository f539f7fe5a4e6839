import 'server-only'
import type { Outcome } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import type { NewChange } from './schema'

export type ChangeFault =
  /** A heading that it names does not exist. */
  | 'unknown-heading'
  /** One of the six sections: they keep their names, places and order. */
  | 'section'
  /** A heading that is out of use already. */
  | 'retired'
  | 'unchanged'
  /** It would stand under itself. */
  | 'cycle'
  /** Headings stand at most two levels below a section. */
  | 'too-deep'
  /** It has sub-headings, which have to go somewhere first. */
  | 'has-children'
  | 'name-taken'

/** Puts a change of the hierarchy up for review by public bodies until its closing date. */
export async function proposeChange(
  _viewer: SignedIn,
  _change: NewChange,
): Promise<Outcome<{ id: number }, 'not-allowed' | ChangeFault>> {
  throw new Error('Being written')
}
