import 'server-only'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { log } from '@/lib/platform/log'
import { type ComparedField, type Comparison, compareFields } from './compare'

// Shorter ones are compared at once, in less time than it takes to hand them over.
const mostHere = 60_000
// Milliseconds from asking to answering; from `compareUntil` on, or after `longestWork`, by whole paragraphs only.
const answerWithin = 1900
const compareUntil = 1200
const longestWork = 500
// The thread has to load itself first, once.
const startsWithin = 4000
const mostWaiting = 20
const idleFor = 600_000

type Job = { resolve: (comparison: Comparison | null) => void; timer: NodeJS.Timeout }
type Pool = {
  worker: Worker
  jobs: Map<number, Job>
  answeredAt: number
  ready: boolean
  idle?: NodeJS.Timeout
}

// Kept on globalThis because the development server loads this module again on every change.
const kept = globalThis as { cupboardComparing?: Pool }
let last = 0

/**
 * Compares versions of any length within two seconds: long ones in a thread of their own, so that nobody else waits.
 * When time runs out it is coarser (whole paragraphs in place of words); null when there are too many to compare at
 * the moment.
 */
export async function compareApart(fields: ComparedField[]): Promise<Comparison | null> {
  return lengthOf(fields) <= mostHere ? compareFields(fields) : comparedByWorker(fields)
}

function lengthOf(fields: ComparedField[]): number {
  return fields.reduce((sum, { older, newer }) => sum + lengthOfValue(older) + lengthOfValue(newer), 0)
}

function lengthOfValue(value: unknown): number {
  return typeof value === 'string' ? value.length : JSON.stringify(value).length
}

function comparedByWorker(fields: ComparedField[]): Promise<Comparison | null> {
  const pool = open()
  if (pool.jobs.size >= mostWaiting) return Promise.resolve(null)
  clearTimeout(pool.idle)
  last += 1
  const id = last
  return new Promise((resolve) => {
    const timer = setTimeout(() => giveUp(pool, id), answerWithin + (pool.ready ? 0 : startsWithin))
    pool.jobs.set(id, { resolve, timer })
    // The more wait, the less time for each.
    const longest = longestWork / pool.jobs.size
    pool.worker.postMessage({ id, fields, asked: Date.now(), until: compareUntil, longest })
  })
}

function open(): Pool {
  if (kept.cupboardComparing) return kept.cupboardComparing
  const path = join(
    /* turbopackIgnore: true */ realpathSync(process.cwd()),
    'lib/revisions/compare-worker.mjs',
  )
  const worker = new Worker(/* turbopackIgnore: true */ path, {
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const pool: Pool = { worker, jobs: new Map(), answeredAt: Date.now(), ready: false }
  worker.unref()
  worker.on('message', ({ id, comparison }) => {
    pool.answeredAt = Date.now()
    pool.ready = true
    answer(pool, id, comparison)
  })
  worker.on('error', (error) => close(pool, error.message))
  worker.on('exit', () => close(pool, 'the comparing thread ended'))
  kept.cupboardComparing = pool
  return pool
}

function answer(pool: Pool, id: number, comparison: Comparison | null) {
  const job = pool.jobs.get(id)
  if (!job) return
  pool.jobs.delete(id)
  clearTimeout(job.timer)
  job.resolve(comparison)
  if (pool.jobs.size === 0) pool.idle = setTimeout(() => close(pool, null), idleFor).unref()
}

/** A thread that answers nobody any more is ended; one that has too much to do goes on. */
function giveUp(pool: Pool, id: number) {
  if (Date.now() - pool.answeredAt >= answerWithin) close(pool, 'the comparing thread did not answer')
  else answer(pool, id, null)
}

/** Ends the thread; whoever still waits is told so. */
function close(pool: Pool, problem: string | null) {
  if (kept.cupboardComparing === pool) kept.cupboardComparing = undefined
  if (problem && pool.jobs.size > 0) log('warn', 'comparing apart failed', { reason: problem })
  clearTimeout(pool.idle)
  for (const id of [...pool.jobs.keys()]) answer(pool, id, null)
  clearTimeout(pool.idle)
  void pool.worker.terminate()
}
