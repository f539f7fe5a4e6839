import 'server-only'
import { resolve } from 'node:path'
import { disconnect } from '@/lib/platform/db'
import { importSite } from './import'
import { inWords, teller } from './tell'

// `npm run import -- FILE`
const [file, ...others] = process.argv.slice(2)

if (!file || others.length > 0) fail('Usage: npm run import -- FILE, a file that npm run export has written')
else await run(resolve(file))
await disconnect()

async function run(path: string) {
  const began = Date.now()
  const outcome = await importSite(path, { checking: teller('Checked'), writing: teller('Written') })
  if (!outcome.ok) return fail(`Nothing was imported. ${outcome.reason}`)
  const { site, exportedAt, members, withheld } = outcome.value
  const count = (name: string) => inWords(members.find((member) => member.name === name)?.lines ?? 0)
  console.log(`Everything that ${site} showed on ${exportedAt.slice(0, 10)} is here now.`)
  console.log(
    `${count('pages.jsonl')} pages and ${count('revisions.jsonl')} versions, every chain of them whole.`,
  )
  if (withheld > 0)
    console.log(
      `${inWords(withheld)} versions came without their text, because their pages had been withdrawn.`,
    )
  console.log(
    `It took ${((Date.now() - began) / 1000).toFixed(1)} s. Search follows when the site runs: npm start`,
  )
}

function fail(message: string) {
  console.error(message)
  process.exitCode = 1
}
