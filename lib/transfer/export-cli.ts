import 'server-only'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { disconnect } from '@/lib/platform/db'
import { type ExportRefusal, exportSite } from './export'
import { inMegabytes, inWords, teller } from './tell'

// `npm run export -- FILE`
const [file, ...others] = process.argv.slice(2)
const MESSAGES: Record<ExportRefusal, string> = {
  exists: `There is ${file} already. Give the name of a file that is not there yet.`,
  'not-writable': `Nothing can be written to ${file}. Name a file in a folder that is there and that you may write to.`,
  'disk-full': 'The disk is full, so nothing was exported. Make room, or name a file on another disk.',
  'file-missing':
    'The bytes of a file that a page links are missing below DATA_DIR, so nothing was exported. Put them back from a backup.',
}

if (!file || others.length > 0) fail('Usage: npm run export -- FILE, such as cupboard-2026-11-22.zip')
else await run(resolve(file))
await disconnect()

async function run(path: string) {
  const began = Date.now()
  const outcome = await exportSite(path, teller('Written'))
  if (!outcome.ok) return fail(MESSAGES[outcome.reason])
  const { pages, revisions, withheld, files } = outcome.value
  const size = inMegabytes((await stat(path)).size)
  console.log(
    `${path}: ${inWords(pages)} pages, ${inWords(revisions)} versions, ${inWords(files)} files, ${size}.`,
  )
  if (withheld > 0)
    console.log(
      `${inWords(withheld)} of the versions are without their text, because their pages are withdrawn.`,
    )
  console.log(
    `It took ${((Date.now() - began) / 1000).toFixed(1)} s. The README.txt in it says how to check it.`,
  )
}

function fail(message: string) {
  console.error(message)
  process.exitCode = 1
}
