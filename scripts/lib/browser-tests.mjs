import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from '../../tests/support/chromium.mjs'
import { atEnd } from './command.mjs'
import { ready } from './database.mjs'
import { siteAddress } from './environment.mjs'
import { build, isBuilt } from './next-build.mjs'
import { inRoot, programs } from './paths.mjs'
import { freePort } from './ports.mjs'
import { startPostgres } from './postgres.mjs'
import { runNode } from './processes.mjs'
import { PlainError } from './progress.mjs'
import { launchSite, prepareDatabase, untilOneEnds, untilReady } from './site.mjs'
import { tallyPlaywright, unsteadyTests } from './tally.mjs'

/** A site of its own, freshly filled, in `directory`; `served` tells that another one runs from this build. */
export async function startTestSite(directory, { served }) {
  process.env.CHROMIUM_PATH = await ensureChromium()
  process.env.DATA_DIR = join(directory, 'site')
  process.env.HOST = '127.0.0.1'
  process.env.PORT = String(await freePort())
  process.env.SITE_URL = siteAddress()
  process.env.DEMO = '1'

  const server = await startPostgres(process.env.DATA_DIR, { durable: false })
  atEnd(server.stop)
  ready('own', server.url)
  await prepareDatabase()
  await buildUnlessServed(served)
  await launchQuietly()
}

export async function runPlaywright(directory, onLine) {
  const report = join(directory, 'playwright.json')
  const env = { ...process.env, BASE_URL: siteAddress(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { code, output } = await runNode([programs.playwright, 'test', '--reporter=list,json'], {
    env,
    onLine,
  })
  return { tally: tallyPlaywright(report, code), output, unsteady: unsteadyTests(report) }
}

async function buildUnlessServed(served) {
  if (!served) return build()
  if (isBuilt()) return
  throw new PlainError(
    'npm start is running from this folder, and a new build would break it. Stop it first.',
  )
}

async function launchQuietly() {
  mkdirSync(inRoot('test-results'), { recursive: true })
  const logFile = inRoot('test-results/server.log')
  const log = openSync(logFile, 'w')
  const ended = untilOneEnds(launchSite({ stdio: ['ignore', log, log] }))
  try {
    await Promise.race([ended, untilReady()])
  } catch (error) {
    throw new PlainError(`${readFileSync(logFile, 'utf8')}\n${error.message}`)
  }
}
