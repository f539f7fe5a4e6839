import 'server-only'
import { disconnect } from '@/lib/platform/db'
import { verifyChains } from './verify'

// `npm run db:verify`
const { pages, revisions, faults } = await verifyChains()
for (const { pageId, number, what } of faults) console.error(`Page ${pageId}, version ${number}: ${what}.`)
if (faults.length > 0) {
  console.error(`${faults.length} faults in ${revisions} revisions of ${pages} pages.`)
  process.exitCode = 1
} else {
  console.log(`Every chain is whole: ${revisions} revisions of ${pages} pages.`)
}
await disconnect()
