import 'server-only'
import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'

const everyMs = 5000
const NAME = 'cupboard worker '

/**
 * Says in the database that a worker lives, for as long as it does: a lock under the name that its jobs are locked by.
 * The database drops the lock with the connection, whatever ended the process.
 */
export class Presence {
  readonly events: WorkerEvents = new EventEmitter()
  private names: string[] = []
  private client: pg.Client | null = null
  private ended = false
  private waiting = false

  static async begin(): Promise<Presence> {
    const presence = new Presence()
    await presence.connect()
    return presence
  }

  private constructor() {
    this.events.on('pool:create', ({ workerPool }) => {
      this.names.push(workerPool.id)
      void this.hold(workerPool.id)
    })
  }

  async end(): Promise<void> {
    this.ended = true
    await this.client?.end()
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env.databaseUrl, keepAlive: true })
    client.on('error', (error) => log('warn', 'worker presence lost', { reason: error.message }))
    client.on('end', () => this.reconnect())
    await client.connect()
    this.client = client
    for (const name of this.names) await this.hold(name)
  }

  private reconnect(): void {
    this.client = null
    if (this.ended || this.waiting) return
    this.waiting = true
    const again = () => {
      this.waiting = false
      this.connect().catch(() => this.reconnect())
    }
    setTimeout(again, 1000).unref()
  }

  private async hold(name: string): Promise<void> {
    await this.client
      ?.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [NAME + name])
      .catch((error: Error) => log('warn', 'worker presence not held', { reason: error.message }))
  }
}

/** Gives back the jobs of workers that are no more; without this they stay locked for four hours. */
export async function releaseJobsOfTheDead(): Promise<void> {
  // A worker says that it lives a moment after it begins, hence the two seconds.
  await pool().query(
    `WITH lockers AS MATERIALIZED (
       SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds'),
     dead AS MATERIALIZED (
       SELECT locked_by FROM lockers WHERE pg_try_advisory_xact_lock(hashtextextended($1 || locked_by, 0)))
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [NAME],
  )
}

/** Looks for jobs of the dead now and every few seconds, until the returned function is called. */
export async function watchForTheDead(): Promise<() => void> {
  await releaseJobsOfTheDead()
  const timer = setInterval(() => {
    releaseJobsOfTheDead().catch((error: Error) =>
      log('warn', 'no look for dead workers', { reason: error.message }),
    )
  }, everyMs)
  return () => clearInterval(timer)
}
