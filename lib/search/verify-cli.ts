import 'server-only'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { verifyMeilisearch } from './push/verify'
import { type Difference, verifyIndex } from './verify'

// `npm run search:verify`: the index against the database, and the other engine, where there is one, against the index.
type Verified = { documents: number; differences: Difference[]; why?: string }
type Check = { name: string; run: () => Promise<Verified> }

const CHECKS: Check[] = [{ name: 'The index', run: ownIndex }]
if (env.searchEngine === 'meilisearch') CHECKS.push({ name: 'Meilisearch', run: otherIndex })

for (const { name, run } of CHECKS) {
  const began = Date.now()
  const { documents, differences, why } = await run()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  for (const { id, what } of differences) console.error(`${id}: ${what}`)
  if (why) console.error(`${name} was not compared. ${why}`)
  else if (differences.length > 0)
    console.error(`${name} differs from the database in ${differences.length} places, in ${seconds} s.`)
  else
    console.log(
      `${name} is as the database: ${documents.toLocaleString('en-GB')} documents, in ${seconds} s.`,
    )
  if (why || differences.length > 0) process.exitCode = 1
}
await disconnect()

async function ownIndex(): Promise<Verified> {
  const differences = await verifyIndex()
  return { documents: await db.searchDocument.count(), differences }
}

async function otherIndex(): Promise<Verified> {
  const { documents, differences, why } = await verifyMeilisearch({ repair: false })
  const said = { missing: 'is missing', extra: 'should not be there' }
  const named = differences.map(({ id, kind, fields }) => {
    return { id, what: kind === 'differs' ? fields.join(', ') : said[kind] }
  })
  return { documents, differences: named, why }
}
