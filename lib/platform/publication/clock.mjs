// The one clock of tags (see docs/decisions/0020): tells this process what was published anywhere, and whether it may
// answer from memory. Plain JavaScript, as the page server and Next's cache handler load it by its path.
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { receiveMessageOnPort, Worker } from 'node:worker_threads'
import { createFreshness } from './freshness.mjs'
import { createCount, createLease, sharedMemory } from './lease.mjs'

const goodbyeWithinMs = 1000

/**
 * Opens the clock of a process and keeps it connected.
 *
 * `onEmptied` is called when it was cut off and is connected again: what was in memory is outdated, whatever its tags.
 *
 * @param {{ databaseUrl: string, kind: 'page-server' | 'pages', onEmptied?: () => void }} options
 */
export function openClock({ databaseUrl, kind, onEmptied = () => {} }) {
  const memory = sharedMemory()
  const lease = createLease(memory)
  const count = createCount(memory)
  const freshness = createFreshness()
  const events = new EventEmitter().setMaxListeners(0)
  events.on('emptied', onEmptied)
  let taken = 0
  let joined = false

  const { port1: near, port2: far } = new MessageChannel()
  const thread = new Worker(new URL('./line-thread.mjs', import.meta.url), {
    workerData: { memory, databaseUrl, kind, id: randomUUID(), port: far },
    transferList: [far],
    execArgv: [],
  })
  thread.unref()

  function take(message) {
    taken += 1
    if (message.joined) {
      freshness.startAt(message.joined)
      if (joined) tell('emptied')
      joined = true
    } else if (message.tags) {
      freshness.hear(message.number, message.tags, message.whole)
      tell('heard', message.tags, message.number)
    } else tell(message.left ? 'left' : 'leased')
  }

  // Afterwards: it may be somebody's question that made us look.
  function tell(name, ...facts) {
    queueMicrotask(() => events.emit(name, ...facts))
  }

  /** What the thread has acknowledged it has sent before. */
  function catchUp() {
    while (taken < count.read()) {
      const received = receiveMessageOnPort(near)
      if (!received) return
      take(received.message)
    }
  }

  /** Waits until it happens, so many milliseconds at most. */
  async function next(name, ms) {
    const over = new AbortController()
    const timer = setTimeout(() => over.abort(), ms)
    await once(events, name, { signal: over.signal }).catch(() => {})
    clearTimeout(timer)
  }

  near.on('message', take)
  near.unref()

  return {
    /** The largest number that this process has seen; what begins now shows all that was published until then. */
    now() {
      catchUp()
      return freshness.newest()
    },
    /** Whether none of the tags was published after `startedAt`. Without knowing it says no. */
    isFresh(/** @type {Iterable<string>} */ tags, /** @type {number} */ startedAt) {
      catchUp()
      return freshness.isFresh(tags, startedAt)
    },
    /** Whether this process may answer from memory just now. */
    mayServe() {
      catchUp()
      return lease.holds()
    },
    /** The same, after waiting for it so many milliseconds at most. */
    async mayServeWithin(/** @type {number} */ ms) {
      if (!this.mayServe()) await next('leased', ms)
      return this.mayServe()
    },
    /** Calls back with the tags of each publication, and its number; "*" stands for everything. Returns what ends it. */
    heard(/** @type {(tags: string[], number: number) => void} */ listener) {
      events.on('heard', listener)
      return () => events.off('heard', listener)
    },
    /** Leaves, so that no saver waits for this process any more. */
    async close() {
      lease.end()
      const left = next('left', goodbyeWithinMs)
      near.postMessage('leave')
      await left
      await thread.terminate()
      near.close()
    },
  }
}

/** @typedef {ReturnType<typeof openClock>} Clock */
