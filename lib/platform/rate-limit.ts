import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'

const LIMITS = {
  // Counted per account and per source: wrong passwords only.
  'sign-in': { points: 10, duration: 15 * 60 },
  'sign-in-source': { points: 60, duration: 15 * 60 },
  register: { points: 20, duration: 60 * 60 },
  save: { points: 400, duration: 60 },
  'save-pending': { points: 20, duration: 60 * 60 },
  message: { points: 10, duration: 60 * 60 },
  comment: { points: 60, duration: 60 * 60 },
} as const

export type Limited = keyof typeof LIMITS

const limiters = new Map<Limited, RateLimiterPostgres>()

/** Counts one use against a limit kept in the database. Returns 0, or the seconds to wait when it is used up. */
export async function use(limit: Limited, who: string): Promise<number> {
  try {
    await limiter(limit).consume(who)
    return 0
  } catch (error) {
    return secondsLeft(error)
  }
}

/** Seconds to wait if the limit is used up already, without counting a use. */
export async function exhausted(limit: Limited, who: string): Promise<number> {
  const state = await limiter(limit).get(who)
  return state && state.consumedPoints >= LIMITS[limit].points ? Math.ceil(state.msBeforeNext / 1000) : 0
}

export async function forgive(limit: Limited, who: string): Promise<void> {
  await limiter(limit).delete(who)
}

export function waitMessage(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again. Nothing you typed is lost.`
}

function limiter(name: Limited): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    ...LIMITS[name],
  })
  limiters.set(name, made)
  return made
}

function secondsLeft(error: unknown): number {
  if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
  throw error
}
