import 'server-only'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { verifyMeilisearch } from './push/verify'
import { type Difference, verifyIndex } from './verify'

// `npm run search:verify`
type Check = { name: string; differences: () => Promise<Difference[]> }
const CHECKS: Check[] = [
  { name: 'The index', differences: verifyIndex },
  ...(env.searchEngine === 'meilisearch' ? [{ name: 'Meilisearch', differences: ofMeilisearch }] : []),
]

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

async function ofMeilisearch(): Promise<Difference[]> {
  const { differences, why } = await verifyMeilisearch({ repair: false })
  if (why) return [{ id: 'Meilisearch', what: why }]
  const words = { missing: 'is missing', extra: 'should not be there' }
  return differences.map(({ id, kind, fields }) => ({
    id,
    what: kind === 'differs' ? fields.join(', ') : words[kind],
  }))
}
