import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Statement } from '@/lib/platform/write-rows'
import type { EventName, Events } from './events'

/** Adds a job in the transaction of the change: both happen or neither does. */
export async function emit<Name extends EventName>(tx: Tx, name: Name, payload: Events[Name]): Promise<void> {
  const { values, text } = emitting(name, payload)
  await tx.$executeRawUnsafe(text(['$1', '$2']), ...values)
}

/** The same as a statement, to go with what `writeRows` writes. */
export function emitting<Name extends EventName>(name: Name, payload: Events[Name]): Statement {
  return {
    values: [name, JSON.stringify(payload)],
    text: ([task, json]) => `SELECT graphile_worker.add_job(${task}::text, ${json}::json, max_attempts => 8)`,
  }
}
