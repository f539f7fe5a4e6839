// The clock of this process, shared by Next's cache handler and the server around it, which load it by their own paths.
import { openClock } from './clock.mjs'

const ours = Symbol.for('cupboard.clock')
const store = Symbol.for('cupboard.cache')

/** The clock, opened on first use. There is none while the site is built, nor without a database: nothing is kept then. */
export function ourClock() {
  globalThis[ours] ??= open()
  return globalThis[ours]
}

function open() {
  const { DATABASE_URL, NEXT_PHASE } = process.env
  if (!DATABASE_URL || NEXT_PHASE === 'phase-production-build') return undefined
  const onEmptied = () => globalThis[store]?.clear()
  return openClock({ databaseUrl: DATABASE_URL, kind: 'pages', onEmptied })
}
