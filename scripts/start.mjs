import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './lib/command.mjs'
import { nameOf, ready, startEmbedded, untilReleased } from './lib/database.mjs'
import { demonstrationAccounts, demonstrationPassword } from './lib/demonstration-accounts.mjs'
import { checkDurability } from './lib/durability.mjs'
import {
  checkDemonstration,
  checkedPort,
  checkSearchEngine,
  loadEnvironment,
  siteAddress,
} from './lib/environment.mjs'
import { ensureGenerated } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { takeLock } from './lib/lock.mjs'
import { build, isBuilt } from './lib/next-build.mjs'
import { dataDirectory } from './lib/paths.mjs'
import { checkAddress, isInUse } from './lib/ports.mjs'
import { isStopping } from './lib/processes.mjs'
import { PlainError, say, step } from './lib/progress.mjs'
import { launchSite, prepareDatabase, untilOneEnds, untilReady } from './lib/site.mjs'

const dev = process.argv.includes('--dev')
const typed = dev ? 'npm run dev' : 'npm start'
const LETTING_GO_MS = 10_000

await command(async () => {
  loadEnvironment()
  checkDemonstration()
  checkSearchEngine()
  const port = checkedPort()
  const embedded = !process.env.DATABASE_URL
  if (embedded) await reserveData()
  await checkAddress(process.env.HOST, port, typed)
  await ensureInstalled()
  await ensureGenerated()
  if (embedded) ready('own', await startEmbedded(dataDirectory()))
  else ready('given', process.env.DATABASE_URL)
  await checkDurability(process.env.DATABASE_URL)
  await prepareDatabase()
  if (!dev && !isBuilt()) await build()

  const parts = launchSite({ dev })
  const ended = untilOneEnds(parts)
  await Promise.race([ended, untilReady()])
  introduce(embedded)
  await ended.catch((error) => {
    if (!isStopping()) throw error
  })
  return 0
})

async function reserveData() {
  const dataDir = dataDirectory()
  const { held, holder, afterKill } = await takeLock(dataDir, { command: typed, address: siteAddress() })
  if (held) return afterKill && (await portLetGo())
  if (holder.address) throw new PlainError(alreadyRunning(holder, dataDir))
  await step(`Waiting for ${nameOf(holder)} to be done with the database`, () => untilReleased(dataDir))
  return reserveData()
}

// What a killed start left behind ends by itself, a moment later.
async function portLetGo() {
  const deadline = Date.now() + LETTING_GO_MS
  while (Date.now() < deadline && (await isInUse(process.env.HOST, checkedPort()))) {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function alreadyRunning({ address, pid }, dataDir) {
  return (
    `The Cupboard is already running at ${address} (process ${pid}) on the data in ${dataDir}. ` +
    `Stop that one first, or give this one data and a port of its own: DATA_DIR=./data-2 PORT=3001 ${typed}`
  )
}

function introduce(embedded) {
  const dataDir = dataDirectory()
  const database = embedded ? realpathSync(join(dataDir, 'postgres')) : dataDir
  say(`\nThe Sustainable Procurement Cupboard is ready: ${siteAddress()}`)
  say(
    embedded
      ? `Everything it keeps is in ${dataDir}`
      : `It uses the database in DATABASE_URL; files are in ${join(dataDir, 'files')}`,
  )
  if (!database.startsWith(realpathSync(dataDir))) say(`except the database itself, which is in ${database}`)
  if (process.env.DEMO === '1') {
    say(`Demonstration accounts, each with the password ${demonstrationPassword}`)
    for (const { email, role } of demonstrationAccounts) say(`  ${email.padEnd(30)}${role}`)
  }
  say('Stop with Ctrl-C.')
}
