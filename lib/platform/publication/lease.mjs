// How long a process may answer from memory without hearing from the database. A saver waits for a silent process as
// long, and a little longer, as clocks do not run exactly alike.

export const leaseMs = 300
export const renewEveryMs = 100
export const longestWaitMs = leaseMs + 20

/**
 * The right to answer from memory, until `leaseMs` after the moment `from` which it is renewed: both by the clock that
 * nobody sets and by that on the wall, as the first stands still while a machine sleeps.
 */
export function createLease() {
  let until = moment(Number.NEGATIVE_INFINITY)
  const waiting = new Set()
  return {
    holds: () => performance.now() < until.steady && Date.now() < until.wall,
    renew(from) {
      until = { steady: from.steady + leaseMs, wall: from.wall + leaseMs }
      for (const go of waiting) go()
      waiting.clear()
    },
    end() {
      until = moment(Number.NEGATIVE_INFINITY)
    },
    /** Resolves when it is renewed, or after so many milliseconds. */
    async within(ms) {
      let timer
      await new Promise((resolve) => {
        waiting.add(resolve)
        timer = setTimeout(() => {
          waiting.delete(resolve)
          resolve()
        }, ms)
      })
      clearTimeout(timer)
    },
  }
}

/** Now, by both clocks. */
export function moment(shift = 0) {
  return { steady: performance.now() + shift, wall: Date.now() + shift }
}
