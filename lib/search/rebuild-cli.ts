import 'server-only'
import { disconnect } from '@/lib/platform/db'
import { readWaitingFiles } from './file-text'
import { rebuildIndex } from './rebuild'

// `npm run search:rebuild`
const everyMs = 2000
const began = Date.now()
let told = began

await readWaitingFiles()
const { documents, words } = await rebuildIndex((done, total) => {
  if (Date.now() - told < everyMs) return
  told = Date.now()
  console.log(`${inWords(done)} of ${inWords(total)} things …`)
})
const seconds = ((Date.now() - began) / 1000).toFixed(1)
console.log(
  `The index is written: ${inWords(documents)} documents and ${inWords(words)} words were not as they should be, in ${seconds} s.`,
)
await disconnect()

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}
