import 'server-only'
import { disconnect } from '@/lib/platform/db'
import { countRevisions, verifyChains } from './verify'

// `npm run db:verify`
const everyMs = 2000
const total = await countRevisions()
const began = Date.now()
let told = began

const { pages, revisions, faults, withheld } = await verifyChains((walked) => {
  if (Date.now() - told < everyMs) return
  told = Date.now()
  console.log(`${inWords(walked)} of ${inWords(total)} revisions …`)
})
for (const { pageId, number, what } of faults) console.error(`Page ${pageId}, version ${number}: ${what}.`)
const seconds = ((Date.now() - began) / 1000).toFixed(1)
if (faults.length > 0) {
  console.error(`${faults.length} faults in ${revisions} revisions of ${pages} pages, in ${seconds} s.`)
  process.exitCode = 1
} else {
  console.log(`Every chain is whole: ${revisions} revisions of ${pages} pages, in ${seconds} s.`)
  if (withheld > 0)
    console.log(
      `${withheld} of them were imported without their text, because their pages had been withdrawn.`,
    )
}
await disconnect()

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}
