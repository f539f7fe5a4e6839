import 'server-only'
import { run } from 'graphile-worker'
import { disconnect, pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { startPushing } from '@/lib/search/push/loop'
import { verifyMeilisearch } from '@/lib/search/push/verify'
import { Presence, watchForTheDead } from './presence'
import { parsedSchedule } from './schedule'
import { taskList, workerLogger } from './tasks'

// Entry point 2: claims jobs as they are committed, retries them and parks what keeps failing.
const presence = await Presence.begin()
const stopWatching = await watchForTheDead()
const stopPushing = startPushing({
  async onDrift() {
    const { differences } = await verifyMeilisearch({ repair: true })
    log('warn', 'search index was repaired', { differences: differences.length })
  },
})
const runner = await run({
  pgPool: pool(),
  taskList,
  parsedCronItems: parsedSchedule,
  concurrency: 3,
  pollInterval: 2000,
  noHandleSignals: true,
  logger: workerLogger,
  events: presence.events,
})
await runner.addJob('worker.started', {}, { jobKey: 'worker.started', maxAttempts: 8 })
log('info', 'worker started')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runner.stop())
await runner.promise
stopWatching()
await stopPushing()
await presence.end()
await disconnect()
