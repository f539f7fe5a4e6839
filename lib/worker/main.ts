import 'server-only'
import { run } from 'graphile-worker'
import { disconnect, pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { taskList, workerLogger } from './tasks'

// Entry point 2: claims jobs as they are committed, retries them and parks what keeps failing.
const runner = await run({
  pgPool: pool(),
  taskList,
  concurrency: 2,
  pollInterval: 2000,
  noHandleSignals: true,
  logger: workerLogger,
})
log('info', 'worker started')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runner.stop())
await runner.promise
await disconnect()
