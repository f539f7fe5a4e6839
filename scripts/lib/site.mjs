import { setTimeout as pause } from 'node:timers/promises'
import { siteAddress } from './environment.mjs'
import { inRoot } from './paths.mjs'
import { isStopping, launchNode, runNode, typeScript } from './processes.mjs'
import { PlainError, say, step } from './progress.mjs'

const READY_MS = 120_000

/** Brings the database up to date and, when it is empty, fills it. */
export async function prepareDatabase({ seed = true } = {}) {
  await step('Preparing the database', async (note) => {
    const args = [...typeScript, inRoot('scripts/prepare.mjs'), ...(seed ? ['--seed'] : [])]
    const onLine = (line) => {
      say(`  ${line}`)
      note(line)
    }
    const { code } = await runNode(args, { onLine })
    if (code !== 0) throw new PlainError('The database could not be prepared; the cause is above.')
  })
}

/** Starts the web part and the worker. */
export function launchSite({ dev = false, ...options } = {}) {
  const env = { ...process.env, NODE_ENV: dev ? 'development' : 'production' }
  const web = dev ? [inRoot('scripts/serve-pages.mjs'), '--dev'] : [inRoot('scripts/serve.mjs')]
  const worker = [...typeScript, inRoot('lib/worker/main.ts')]
  return [
    { name: 'web part', child: launchNode(web, { env, ...options }) },
    { name: 'worker', child: launchNode(dev ? ['--watch', ...worker] : worker, { env, ...options }) },
  ]
}

/** Never resolves by itself: fails as soon as one part of the site ends. */
export function untilOneEnds(parts) {
  return Promise.race(
    parts.map(async ({ name, child }) => {
      const { code, signal } = await child.ended
      throw new PlainError(
        `The ${name} ended by itself (${signal ?? `exit code ${code}`}), so everything is stopped.`,
      )
    }),
  )
}

export async function untilReady(address = siteAddress()) {
  await step('Starting the site', async () => {
    const deadline = Date.now() + READY_MS
    while (!(await isReady(address))) {
      if (isStopping()) throw new PlainError('Stopped.')
      if (Date.now() > deadline)
        throw new PlainError(`The site did not answer on ${address} within two minutes.`)
      await pause(100)
    }
  })
}

async function isReady(address) {
  try {
    const response = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(10_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
