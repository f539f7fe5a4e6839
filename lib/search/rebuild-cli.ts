import 'server-only'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { readWaitingFiles } from './file-text'
import { pushRound } from './push/round'
import { askForRebuild } from './push/standing'
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
if (env.searchEngine === 'meilisearch') await rebuildOther()
await disconnect()

/** Here, unless a worker is at it: then it does this next. */
async function rebuildOther(): Promise<void> {
  await askForRebuild()
  console.log('Meilisearch is filled anew …')
  const { outcome } = await pushRound()
  const words = {
    done: 'Meilisearch answers from the new index.',
    busy: 'The worker fills it. /admin/search shows how far it is.',
    away: 'Meilisearch is away: the worker fills it when it is back. Until then PostgreSQL answers.',
  }
  console.log(words[outcome])
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}
