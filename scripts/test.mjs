import { readFileSync } from 'node:fs'
import { runPlaywright, startTestSite } from './lib/browser-tests.mjs'
import { atEnd, command } from './lib/command.mjs'
import { checkNode } from './lib/environment.mjs'
import { ensureGenerated } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { liveHolder } from './lib/lock.mjs'
import { dataDirectory, inRoot } from './lib/paths.mjs'
import { isStopping } from './lib/processes.mjs'
import { explain, say, step } from './lib/progress.mjs'
import { inWords, oneFailed, sum } from './lib/tally.mjs'
import { removeTemporary, temporaryDirectory } from './lib/temporary.mjs'
import { checkStyle, checkTypes, runVitest } from './lib/test-steps.mjs'

const fast = process.argv.includes('--fast')
const tallies = []

// What the tests themselves are told: a browser, and a Meilisearch to try the search on, in indexes of their own.
const FOR_TESTS = /^(?:CHROMIUM_PATH|MEILISEARCH_(?:URL|ADMIN_KEY|SEARCH_KEY))$/

await command(async () => {
  checkNode()
  const served = Boolean((await liveHolder(dataDirectory()))?.address)
  forgetOwnSettings()
  await required(runSteps(served))
  if (isStopping()) return
  const total = sum(tallies)
  say(`\n${inWords(total)}`)
  return total.failed ? 1 : 0
})

async function runSteps(served) {
  await ensureInstalled()
  await ensureGenerated()
  const directory = await temporaryDirectory()
  process.env.CUPBOARD_TEST_DIRECTORY = directory
  atEnd(() => removeTemporary(directory))

  await check('Types', checkTypes)
  await check('Lint', checkStyle)
  await check('Unit, component and integration tests', (onLine) => runVitest(directory, { fast, onLine }))
  if (fast) return
  await startTestSite(directory, { served })
  await check('Browser tests', (note) => runPlaywright(directory, note))
}

// The tests must never reach the real database, mail or files that a developer's .env names.
function forgetOwnSettings() {
  const names = readFileSync(inRoot('.env.example'), 'utf8').matchAll(/^#?\s*([A-Z0-9_]+)=/gm)
  for (const [, name] of names) if (!FOR_TESTS.test(name)) process.env[name] = ''
  delete process.env.NODE_ENV
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

async function check(label, work) {
  const { tally, output, unsteady = [] } = await step(label, work, (result) => inWords(result.tally))
  tallies.push(tally)
  if (tally.failed && !isStopping()) say(`\n${output}`)
  for (const title of unsteady) say(`Passed only the second time: ${title}`)
}

// Without this nothing after it can run, so its failure is part of the verdict.
async function required(work) {
  try {
    await work
  } catch (error) {
    if (isStopping()) return
    explain(error)
    tallies.push(oneFailed)
  }
}
