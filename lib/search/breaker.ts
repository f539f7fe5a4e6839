import 'server-only'

const failuresMax = 5
const openMs = 30_000

/** Stops asking a server that keeps failing, and tries it again after a while: one request then goes first. */
export class Breaker {
  #failures = 0
  #closedFrom = 0

  /** Whether to ask now. `now` in milliseconds. */
  allows(now = Date.now()): boolean {
    if (this.#failures < failuresMax) return true
    if (now < this.#closedFrom) return false
    // Others are turned away until the one that goes first has come back.
    this.#closedFrom = now + openMs
    return true
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(now = Date.now()): void {
    this.#failures += 1
    if (this.#failures >= failuresMax) this.#closedFrom = now + openMs
  }

  get open(): boolean {
    return this.#failures >= failuresMax
  }
}
