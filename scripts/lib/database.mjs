import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atEnd } from './command.mjs'
import { liveHolder, takeLock } from './lock.mjs'
import { dataDirectory } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { isStopping } from './processes.mjs'
import { PlainError, step } from './progress.mjs'
import { secretsOf, writePrivately } from './secrets.mjs'

const addressFile = (dataDir) => join(dataDir, 'database.json')

/**
 * Points this process, and what it starts, at the database to use: the one given by DATABASE_URL, the one that
 * `npm start` has running, or the embedded one, started for this command and stopped at its end.
 * Answers 'given', 'shared' or 'own'.
 */
export async function openDatabase(command) {
  const dataDir = dataDirectory()
  if (process.env.DATABASE_URL) return ready('given', process.env.DATABASE_URL)

  const { held, holder } = await takeLock(dataDir, { command })
  if (held) return ready('own', await startEmbedded(dataDir))
  if (holder.address) return ready('shared', await addressFrom(dataDir))
  await step(`Waiting for ${nameOf(holder)} to be done with the database`, () => untilReleased(dataDir))
  return openDatabase(command)
}

/** Starts the embedded database for a command that holds the lock. */
export async function startEmbedded(dataDir) {
  rmSync(addressFile(dataDir), { force: true })
  const server = await startPostgres(dataDir)
  atEnd(async () => {
    rmSync(addressFile(dataDir), { force: true })
    await server.stop()
  })
  writePrivately(addressFile(dataDir), { url: server.url })
  return server.url
}

export function ready(kind, url) {
  process.env.DATABASE_URL = url
  process.env.AUTH_SECRET ||= secretsOf(dataDirectory()).authSecret
  if (process.env.DEMO === '1') process.env.DEMO_SET_BY_HAND = '1'
  else if (kind !== 'given') process.env.DEMO ||= '1'
  return kind
}

export function nameOf(holder) {
  return `${holder.command} (process ${holder.pid})`
}

export async function untilReleased(dataDir) {
  while (!isStopping() && (await liveHolder(dataDir))) await pause(300)
}

async function addressFrom(dataDir) {
  return step('Waiting for npm start to have its database ready', async () => {
    while (!existsSync(addressFile(dataDir))) {
      if (isStopping() || !(await liveHolder(dataDir)))
        throw new PlainError('npm start ended. Run the command again.')
      await pause(300)
    }
    return JSON.parse(readFileSync(addressFile(dataDir), 'utf8')).url
  })
}
