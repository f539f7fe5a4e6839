import 'server-only'

const STATUS = Symbol.for('cupboard.status')

/** Answers the present request with another status than 200. Our own server (scripts/serve.mjs) carries it out. */
export function answerWith(status: 410 | 422 | 429 | 409 | 403): void {
  ;(globalThis as { [STATUS]?: (status: number) => void })[STATUS]?.(status)
}
