// How long a process may answer from memory without hearing from the database. A saver waits for a silent process as
// long, and a little longer, as clocks do not run exactly alike.

export const leaseMs = 300
export const renewEveryMs = 100
export const longestWaitMs = leaseMs + 20

/** Memory that the two threads of a clock share. */
export function sharedMemory() {
  return new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT)
}

/**
 * The right to answer from memory, until `leaseMs` after the moment `from` which it is renewed: both by the clock that
 * nobody sets and by that on the wall, as the first stands still while a machine sleeps. Both threads see it.
 */
export function createLease(memory) {
  const until = new BigInt64Array(memory, 0, 2)
  // Each thread counts from its own beginning; this is the same for all.
  const begun = Number(process.hrtime.bigint()) / 1e6 - performance.now()
  return {
    holds: () =>
      performance.now() + begun < Number(Atomics.load(until, 0)) &&
      Date.now() < Number(Atomics.load(until, 1)),
    /** Now, by both clocks. */
    moment: () => ({ steady: performance.now() + begun, wall: Date.now() }),
    renew(from) {
      Atomics.store(until, 0, BigInt(Math.floor(from.steady + leaseMs)))
      Atomics.store(until, 1, BigInt(Math.floor(from.wall + leaseMs)))
    },
    end() {
      Atomics.store(until, 0, 0n)
      Atomics.store(until, 1, 0n)
    },
  }
}

/** How many messages one thread has sent to the other: read before each answer, so that none is overlooked. */
export function createCount(memory) {
  const count = new BigInt64Array(memory, 16, 1)
  return { rise: () => Atomics.add(count, 0, 1n), read: () => Number(Atomics.load(count, 0)) }
}
