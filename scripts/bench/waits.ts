import { setTimeout as pause } from 'node:timers/promises'
import { published } from '@/lib/platform/cache'
import { db, disconnect, pool } from '@/lib/platform/db'
import { publishing } from '@/lib/platform/publication/publishing'

// `waits.ts <count> [<pause>]` publishes so many times in the database of DATABASE_URL, as a save does that changes
// nothing else, and prints of each how many milliseconds it waited, after its commit, for the processes that keep pages.
const [count = 0, pauseMs = 0] = process.argv.slice(2).map(Number)
const names = ['bench']
// Opening connections is not waiting.
await db.$queryRaw`SELECT 1`
await pool().query('SELECT 1')
for (let time = 0; time < count; time++) {
  await db.$transaction((tx) => publishing(tx, names))
  const committed = performance.now()
  await published(names)
  console.log((performance.now() - committed).toFixed(2))
  if (pauseMs > 0) await pause(pauseMs)
}
await disconnect()
