import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { command } from '../lib/command.mjs'
import { checkNode } from '../lib/environment.mjs'
import { ensureGenerated } from '../lib/generation.mjs'
import { ensureInstalled } from '../lib/installation.mjs'
import { inRoot } from '../lib/paths.mjs'
import { PlainError, say, step } from '../lib/progress.mjs'
import { barsTable } from './bars.mjs'
import { query } from './database.mjs'
import { signIn } from './editors.mjs'
import { startHelper } from './helper.mjs'
import { repetition } from './repetition.mjs'
import { growthTable, machine, meaning, remarks, sizeTable, weightTable } from './report.mjs'
import { memoryTable, severalTable } from './report-several.mjs'
import { ROWS } from './rows.mjs'
import { openSites } from './sites.mjs'
import { weigh } from './weight.mjs'
import { readWorld } from './world.mjs'

// How long a row is read, of how many addresses, and how many pages it takes where each can be taken once.
const FULL = {
  sizes: [1000, 10_000],
  repetitions: 3,
  cellMs: 2000,
  bareMs: 800,
  pairs: 6,
  pairMs: 500,
  world: { cachedPages: 100, categories: 30, addresses: 50 },
  memoryPages: 1000,
  alone: { cold: 20, saves: 12, edits: 6 },
  together: { cold: 48, saves: 48, edits: 6 },
}
const QUICK = {
  sizes: [1000],
  repetitions: 3,
  cellMs: 400,
  bareMs: 200,
  pairs: 4,
  pairMs: 250,
  world: { cachedPages: 30, categories: 12, addresses: 20 },
  memoryPages: 100,
  alone: { cold: 6, saves: 5, edits: 2 },
  together: { cold: 16, saves: 16, edits: 2 },
}

await command(async () => {
  const plan = planOf(process.argv.slice(2))
  checkNode()
  await ensureInstalled()
  await ensureGenerated()
  const busyBefore = loadavg()[0]
  const sites = await openSites(plan.sizes)
  const bench = { ...plan, sites, load: startHelper('load.mjs'), bare: startHelper('bare.mjs') }
  for (const site of sites) {
    site.world = await readWorld(site, plan.world)
    site.cookies = await signIn(bench, site)
  }

  const results = await measureAll(bench)
  const weights = plan.weighs && (await step('Weighing pages in a browser', () => weigh(sites.at(-1))))
  const versions = await versionsOf(sites[0])
  print(results, {
    plan,
    weights,
    busyBefore,
    about: machine({ ...versions, browser: weights ? weights.browser : '' }),
  })
  return verdict(results)
})

function planOf(args) {
  const { values } = understood(args)
  const plan = values.quick ? QUICK : FULL
  const only = values.only?.split(',').map((part) => part.trim())
  const rows = ROWS.filter(({ name }) => !only || only.some((part) => name.includes(part)))
  if (rows.length === 0 && !only.includes('weight'))
    throw new PlainError(
      `No row is called ${values.only}. There are:\n${ROWS.map(({ name }) => name).join('\n')}`,
    )
  const sizes = values.sizes?.split(',').map(Number) ?? plan.sizes
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new PlainError('Give the sizes as numbers of case studies: --sizes 1000,10000,100000')
  // Asked for by name it is filled in earnest.
  const memoryPages = values.only === 'memory' ? 20_000 : plan.memoryPages
  return { ...plan, memoryPages, sizes, rows, weighs: !only || only.includes('weight') }
}

function understood(args) {
  try {
    return parseArgs({
      args,
      options: { quick: { type: 'boolean' }, only: { type: 'string' }, sizes: { type: 'string' } },
    })
  } catch {
    throw new PlainError(
      `npm run bench knows --quick, --only <parts of names of rows> and --sizes <numbers>, not: ${args.join(' ')}`,
    )
  }
}

async function measureAll(bench) {
  const results = []
  for (let number = 1; number <= bench.repetitions; number++)
    await step(
      `Measuring, repetition ${number} of ${bench.repetitions}`,
      (note) => repetition(bench, { number, note, onResult: (result) => results.push(result) }),
      () => 'done',
    )
  return results
}

async function versionsOf({ url }) {
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/next/package.json'), 'utf8'))
  const [{ server_version: postgres }] = await query(url, 'SHOW server_version')
  return { next: version, postgres }
}

function print(results, { plan, weights, busyBefore, about }) {
  say(`\n${about}`)
  for (const size of plan.sizes) say(`\n${sizeTable(results, size)}`)
  say(`\n${meaning}`)
  if (plan.sizes.length > 1) say(`\n${growthTable(results, plan.sizes)}`)
  for (const table of [severalTable(results), memoryTable(results), plan.weighs ? weightTable(weights) : ''])
    if (table) say(`\n${table}`)
  say(`\n${barsTable(results, { size: plan.sizes.at(-1), weights })}\n`)
  say(remarks(results, busyBefore))
}

/** Fails for requests that failed, never for how long one took. */
function verdict(results) {
  const failures = results.flatMap(({ ours, bare }) => [...ours.failures, ...(bare?.failures ?? [])])
  for (const failure of failures.slice(0, 20)) say(`FAILED ${failure}`)
  if (failures.length > 0) say(`${failures.length} or more requests failed.`)
  return failures.length > 0 ? 1 : 0
}
