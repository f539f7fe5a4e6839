import 'server-only'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { askToWait } from './status'

const LIMITS = {
  // Counted per account and per source: wrong passwords only.
  'sign-in': { points: 10, duration: 15 * 60 },
  'sign-in-source': { points: 60, duration: 15 * 60 },
  register: { points: 20, duration: 60 * 60 },
  save: { points: 400, duration: 60 },
  'save-pending': { points: 20, duration: 60 * 60 },
  // Once a second while somebody types, in two or three windows.
  draft: { points: 200, duration: 60 },
  message: { points: 10, duration: 60 * 60 },
  upload: { points: 60, duration: 60 * 60 },
  comment: { points: 60, duration: 60 * 60 },
  wanted: { points: 20, duration: 60 * 60 },
} as const

export type Limited = keyof typeof LIMITS

const limiters = new Map<Limited, RateLimiterPostgres>()

/** Counts one use against a limit kept in the database. Returns 0, or the seconds to wait when it is used up. */
export async function use(limit: Limited, who: string): Promise<number> {
  try {
    await limiter(limit).consume(who)
    return 0
  } catch (error) {
    return askToWait(secondsLeft(error))
  }
}

const PROGRAM_LIMITS = {
  'api-read': { points: 6000, duration: 60 },
  'api-write': { points: 600, duration: 60 },
  'search-opened': { points: 120, duration: 60 },
} as const

export type ProgramLimited = keyof typeof PROGRAM_LIMITS

const counters = new Map<ProgramLimited, RateLimiterMemory>()

/**
 * Counts one request of a program. Returns 0, or the seconds to wait. Kept in memory, so that a read writes nothing:
 * each server process counts for itself.
 */
export async function countRequest(limit: ProgramLimited, who: string): Promise<number> {
  const counter = counters.get(limit) ?? new RateLimiterMemory({ keyPrefix: limit, ...PROGRAM_LIMITS[limit] })
  counters.set(limit, counter)
  try {
    await counter.consume(who)
    return 0
  } catch (error) {
    return secondsLeft(error)
  }
}

/** How many requests a program may send in a minute. */
export function perMinute(limit: ProgramLimited): number {
  return PROGRAM_LIMITS[limit].points
}

/** Seconds to wait if the limit is used up already, without counting a use. */
export async function exhausted(limit: Limited, who: string): Promise<number> {
  const state = await limiter(limit).get(who)
  if (!state || state.consumedPoints < LIMITS[limit].points) return 0
  return askToWait(Math.ceil(state.msBeforeNext / 1000))
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
