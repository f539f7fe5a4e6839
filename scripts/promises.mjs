// The experiments that prove what the Cupboard promises, at full size: all of them, or those that are named
// (`npm run promises -- p06 fresh`). Hours for all; the suite of `npm test` holds each at a size that fits it.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startTestSite } from './lib/browser-tests.mjs'
import { atEnd, command } from './lib/command.mjs'
import { checkNode, siteAddress } from './lib/environment.mjs'
import { ensureGenerated } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { liveHolder } from './lib/lock.mjs'
import { dataDirectory, inRoot, programs } from './lib/paths.mjs'
import { runNode } from './lib/processes.mjs'
import { PlainError, say, step } from './lib/progress.mjs'
import { removeTemporary, temporaryDirectory } from './lib/temporary.mjs'

// Those whose file is not named after them: most stand beside the tests of what they look at.
const ELSEWHERE = {
  p04: ['tests/component/drafts/autosave.test.ts'],
  p07: ['tests/unit/editor/round-trip.test.ts', 'tests/unit/editor/markdown.test.ts'],
  p09: ['tests/unit/revisions/merge-text.test.ts', 'tests/integration/revisions/merge.test.ts'],
  p18: ['tests/e2e/hostile-markup.spec.ts', 'tests/e2e/hostile-input.spec.ts'],
  fresh: ['tests/e2e/fresh-processes.spec.ts'],
}
const NAME = /^(?:p\d\d|fresh)$/
const FIGURES = /^\s*(?:P\d\d|FRESH)\b/

await command(async () => {
  checkNode()
  const files = filesOf(process.argv.slice(2).map((name) => name.toLowerCase()))
  const served = Boolean((await liveHolder(dataDirectory()))?.address)
  await ensureInstalled()
  await ensureGenerated()
  process.env.CUPBOARD_FULL = '1'
  process.env.NO_COLOR = '1'
  // Nothing that a developer's .env names is touched: each experiment brings its own database.
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'SITE_URL']) delete process.env[name]

  const failed = []
  for (const file of files.filter((name) => name.endsWith('.test.ts')))
    if (!(await run(file, [programs.vitest, 'run', file]))) failed.push(file)
  const browser = files.filter((name) => name.endsWith('.spec.ts'))
  if (browser.length > 0) {
    const directory = await temporaryDirectory()
    atEnd(() => removeTemporary(directory))
    await startTestSite(directory, { served })
    process.env.BASE_URL = siteAddress()
    for (const file of browser)
      if (!(await run(file, [programs.playwright, 'test', file, '--reporter=list', '--timeout=10800000'])))
        failed.push(file)
  }
  say(failed.length > 0 ? `Broken: ${failed.join(', ')}` : `${files.length} experiments, every promise held.`)
  return failed.length > 0 ? 1 : 0
})

/** The files of the promises that are named, or of all. */
function filesOf(names) {
  const unknown = names.find((name) => !NAME.test(name))
  if (unknown) throw new PlainError(`Name promises like p06 or fresh, not ${unknown}.`)
  const standing = ['tests/promises', 'tests/e2e']
    .flatMap((folder) => readdirSync(inRoot(folder)).map((name) => join(folder, name)))
    .filter((path) => /\/p\d\d-[^/]*\.(?:test|spec)\.ts$/.test(path))
    .map((path) => [/\/(p\d\d)-[^/]*$/.exec(path)[1], path])
  const others = Object.entries(ELSEWHERE).flatMap(([name, paths]) => paths.map((path) => [name, path]))
  const known = [...standing, ...others].filter(([, path]) => existsSync(inRoot(path)))
  const chosen = names.length > 0 ? known.filter(([name]) => names.includes(name)) : known
  const missing = names.find((name) => !known.some(([other]) => other === name))
  if (missing)
    throw new PlainError(`There is no experiment for ${missing}. docs/promises.md names those there are.`)
  return chosen.sort(([one], [other]) => one.localeCompare(other)).map(([, path]) => path)
}

/** Shows the figures of one experiment as it prints them, and all that it said when it breaks. */
async function run(file, args) {
  return step(
    file,
    async (note) => {
      const onLine = (line) => (FIGURES.test(line) ? say(`  ${line.trim()}`) : note(line))
      const { code, output } = await runNode(args, { onLine })
      if (code !== 0) say(output)
      return code === 0
    },
    (held) => (held ? 'held' : 'BROKEN'),
  )
}
