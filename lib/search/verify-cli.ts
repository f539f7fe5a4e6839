import 'server-only'
import { db, disconnect } from '@/lib/platform/db'
import { type Difference, verifyIndex } from './verify'

// `npm run search:verify`. Another engine adds its own comparison here.
type Check = { name: string; differences: () => Promise<Difference[]> }
const CHECKS: Check[] = [{ name: 'The index', differences: verifyIndex }]

for (const { name, differences } of CHECKS) {
  const began = Date.now()
  const found = await differences()
  for (const { id, what } of found) console.error(`${id}: ${what}`)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (found.length > 0) {
    console.error(`${name} differs from the database in ${found.length} places, in ${seconds} s.`)
    process.exitCode = 1
  } else {
    const count = (await db.searchDocument.count()).toLocaleString('en-GB')
    console.log(`${name} is as the database: ${count} documents, in ${seconds} s.`)
  }
}
await disconnect()
