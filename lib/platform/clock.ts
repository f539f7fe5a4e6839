import 'server-only'

/** The present moment, to the millisecond that PostgreSQL and the revision chain keep. */
export function now(): Date {
  return new Date()
}
