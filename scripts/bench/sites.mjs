import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atEnd } from '../lib/command.mjs'
import { ready } from '../lib/database.mjs'
import { liveHolder } from '../lib/lock.mjs'
import { build, isBuilt } from '../lib/next-build.mjs'
import { dataDirectory } from '../lib/paths.mjs'
import { freePort } from '../lib/ports.mjs'
import { startPostgres } from '../lib/postgres.mjs'
import { PlainError } from '../lib/progress.mjs'
import { launchSite, prepareDatabase, untilOneEnds, untilReady } from '../lib/site.mjs'
import { removeTemporary, temporaryDirectory } from '../lib/temporary.mjs'
import { copyDatabase, deepen, enrolPeople, fill, query } from './database.mjs'
import { DEPTHS } from './rows.mjs'

/** One site for each size, filled and running on a database server of their own, in a folder that is thrown away. */
export async function openSites(sizes) {
  const served = Boolean((await liveHolder(dataDirectory()))?.address)
  const directory = await temporaryDirectory()
  atEnd(() => removeTemporary(directory))
  Object.assign(process.env, {
    DATA_DIR: join(directory, 'bench'),
    HOST: '127.0.0.1',
    DEMO: '1',
    SMTP_URL: '',
  })
  // Durable, as in service: a save waits for the disk.
  const server = await startPostgres(process.env.DATA_DIR)
  atEnd(server.stop)
  ready('own', server.url)
  await prepareDatabase()
  await buildUnlessServed(served)
  await enrolPeople(server.url)
  await deepen(server.url, DEPTHS)

  const urls = await fillInTurn(server.url, sizes)
  const databasePid = Number.parseInt(
    readFileSync(join(process.env.DATA_DIR, 'postgres/postmaster.pid'), 'utf8'),
    10,
  )
  const sites = []
  for (const [index, size] of sizes.entries())
    sites.push(await openSite({ size, url: urls[index], directory, databasePid }))
  return sites
}

/** Waits until the worker has done everything that the saves have asked for. */
export async function drained({ url }) {
  while ((await query(url, 'SELECT 1 FROM graphile_worker._private_jobs LIMIT 1')).length > 0) await pause(10)
}

async function fillInTurn(first, sizes) {
  const urls = [first]
  await fill(first, sizes[0])
  for (const size of sizes.slice(1)) {
    const url = await copyDatabase(first, `cupboard_${size}`)
    await fill(url, size)
    urls.push(url)
  }
  return urls
}

async function openSite({ size, url, directory, databasePid }) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    SITE_URL: origin,
    NODE_ENV: 'production',
  }
  const logFile = join(directory, `${size}.log`)
  const log = openSync(logFile, 'w')
  const parts = launchSite({ env, stdio: ['ignore', log, log] })
  const ended = untilOneEnds(parts).catch((error) => {
    throw new PlainError(`${readFileSync(logFile, 'utf8')}\n${error.message}`)
  })
  await Promise.race([ended, untilReady(origin)])
  // Only an end before the site is ready says anything; later it shows in the requests.
  ended.catch(() => {})
  const [web, worker] = parts.map(({ child }) => child.pid)
  const pids = { web, worker, database: databasePid }
  return { size, url, port, origin, env, answers: new Map(), pids }
}

async function buildUnlessServed(served) {
  if (isBuilt()) return
  if (!served) return build()
  throw new PlainError(
    'npm start is running from this folder, and a new build would break it. Stop it first.',
  )
}
