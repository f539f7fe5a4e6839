import 'server-only'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { HANDLERS } from './handlers'
import { Presence } from './presence'
import { SCHEDULED } from './schedule'

const events: TaskList = Object.fromEntries(
  Object.entries(HANDLERS).map(([name, handlers]) => [
    name,
    async (payload: unknown) => {
      for (const handler of handlers) await (handler as (facts: unknown) => Promise<void>)(payload)
    },
  ]),
)

const scheduled: TaskList = Object.fromEntries(
  Object.entries(SCHEDULED).map(([name, task]) => [
    name,
    (payload: unknown) => task(new Date((payload as { _cron: { ts: string } })._cron.ts)),
  ]),
)

export const taskList: TaskList = { ...events, ...scheduled }

export const workerLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log(level === 'error' ? 'error' : 'warn', message)
})

/** Runs every job that waits, then returns: what a script or a test does instead of waiting. */
export async function drainOutbox(): Promise<void> {
  const presence = await Presence.begin()
  try {
    await runOnce({
      pgPool: pool(),
      taskList,
      logger: workerLogger,
      noHandleSignals: true,
      events: presence.events,
    })
  } finally {
    await presence.end()
  }
}
