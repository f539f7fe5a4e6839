// The one clock of tags (see docs/decisions/0020): tells this process what was published anywhere, and whether it may
// answer from memory. Plain JavaScript, as the page server and Next's cache handler load it by its path.
import { randomUUID } from 'node:crypto'
import { createFreshness } from './freshness.mjs'
import { createLease } from './lease.mjs'
import { openLine } from './line.mjs'

/**
 * Opens the clock of a process and keeps it connected.
 *
 * `onEmptied` is called when it was cut off and is connected again: what was in memory is outdated, whatever its tags.
 *
 * @param {{ databaseUrl: string, kind: 'page-server' | 'pages', onEmptied?: () => void }} options
 */
export function openClock({ databaseUrl, kind, onEmptied = () => {} }) {
  const freshness = createFreshness()
  const lease = createLease()
  /** @type {Set<(tags: string[]) => void>} */
  const listeners = new Set()
  let joined = false
  const line = openLine({
    databaseUrl,
    kind,
    id: randomUUID(),
    newest: freshness.newest,
    lease,
    onJoined(number) {
      freshness.startAt(number)
      if (joined) onEmptied()
      joined = true
    },
    onHeard(number, tags, whole) {
      freshness.hear(number, tags, whole)
      for (const listener of listeners) listener(tags)
    },
  })

  return {
    /** The largest number that this process has seen; what begins now shows all that was published until then. */
    now: freshness.newest,
    /** Whether none of the tags was published after `startedAt`. Without knowing it says no. */
    isFresh: freshness.isFresh,
    /** Whether this process may answer from memory just now. */
    mayServe: lease.holds,
    /** The same, after waiting for it so many milliseconds at most. */
    async mayServeWithin(/** @type {number} */ ms) {
      if (!lease.holds()) await lease.within(ms)
      return lease.holds()
    },
    /** Calls back with the tags of each publication; "*" stands for everything. Returns what ends it. */
    heard(/** @type {(tags: string[]) => void} */ listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Leaves, so that no saver waits for this process any more. */
    close: line.close,
  }
}

/** @typedef {ReturnType<typeof openClock>} Clock */
