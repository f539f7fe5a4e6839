import 'server-only'

const STATUS = Symbol.for('cupboard.status')

/** Answers the present request with another status than 200. Our own server (scripts/serve.mjs) carries it out. */
export function answerWith(status: 400 | 410 | 422 | 429 | 409 | 403): void {
  ;(globalThis as { [STATUS]?: (status: number) => void })[STATUS]?.(status)
}

const WAIT = Symbol.for('cupboard.wait')

/** Tells whoever is answered 429 how many seconds to wait (`Retry-After`). Gives the seconds back. */
export function askToWait(seconds: number): number {
  ;(globalThis as { [WAIT]?: (seconds: number) => void })[WAIT]?.(seconds)
  return seconds
}
