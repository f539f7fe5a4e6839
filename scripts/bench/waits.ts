import { published } from '@/lib/platform/cache'
import { db, disconnect } from '@/lib/platform/db'
import { publishing } from '@/lib/platform/publication/publishing'

// `waits.ts <count>` publishes so many times in the database of DATABASE_URL, as a save does that changes nothing else,
// and prints how long each waited, after its commit, for the processes that keep pages in memory: milliseconds, as JSON.
const count = Number(process.argv[2])
const names = ['bench']
const waits: number[] = []
// The first opens connections.
for (let time = 0; time <= count; time++) {
  await db.$transaction((tx) => publishing(tx, names))
  const committed = performance.now()
  await published(names)
  if (time > 0) waits.push(performance.now() - committed)
}
await disconnect()
console.log(JSON.stringify(waits))
