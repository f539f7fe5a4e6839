import 'server-only'
import type { Clock } from './clock.mjs'

// Put there by ours.mjs, which our own server loads by its path and outside the bundle.
const CLOCK = Symbol.for('cupboard.clock')

/** Whether this process may answer with pages from memory, after waiting for it so many milliseconds at most. */
export async function knowsWhatIsCurrent(ms: number): Promise<boolean> {
  const clock = (globalThis as { [CLOCK]?: Clock })[CLOCK]
  return clock ? clock.mayServeWithin(ms) : true
}
