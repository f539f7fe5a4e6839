import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { EventName, Events } from './events'

/** Adds a job in the transaction of the change: both happen or neither does. */
export async function emit<Name extends EventName>(tx: Tx, name: Name, payload: Events[Name]): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, max_attempts => 8)`
}
