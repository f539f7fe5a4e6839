import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './ports.mjs'
import { asOwner, database, openCluster, role } from './postgres-cluster.mjs'
import { isServing } from './postgres-process.mjs'
import { run } from './processes.mjs'
import { PlainError, step } from './progress.mjs'

const ATTEMPTS = 3
const LOG_LIMIT_BYTES = 10_000_000

/**
 * Starts the PostgreSQL that belongs to `dataDir`; one that a killed command left behind is stopped first.
 * `durable: false` is for databases that are thrown away: it trades safety in a power cut for speed.
 */
export async function startPostgres(dataDir, { durable = true } = {}) {
  const server = await openCluster(dataDir, { durable })
  if (isServing(server.cluster))
    await step('Stopping the database of an earlier run', () => stopPostgres(server))
  openLog(server)
  const port = await step('Starting the database', () => startOnFreePort(server))
  return {
    url: `postgresql://${role}:${server.password}@127.0.0.1:${port}/${database}`,
    port,
    stop: () => stopPostgres(server),
  }
}

/** Stops the server of `dataDir` if one runs, whoever started it. */
export async function stopLeftPostgres(dataDir) {
  if (!existsSync(join(dataDir, 'postgres/PG_VERSION'))) return
  const cluster = realpathSync(join(dataDir, 'postgres'))
  if (isServing(cluster)) await stopPostgres(await openCluster(dataDir, { durable: true }))
}

async function startOnFreePort(server) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = await freePort()
    const args = ['start', '-w', '-t', '600', '-s', '-l', server.log, '-o', settings(port, server.durable)]
    if ((await control(server, args)).code === 0) return port
    // Another program took the port, or the last processes of a killed server are still leaving.
    await pause(500)
  }
  throw new PlainError(
    `${lastLines(server.log)}\nPostgreSQL did not start; the end of ${server.log} is above.`,
  )
}

async function stopPostgres(server) {
  for (const mode of ['fast', 'immediate']) {
    if (!isServing(server.cluster)) return
    await control(server, ['stop', '-m', mode, '-w', '-t', '30', '-s'])
  }
}

// pg_ctl outlives our own shutdown: interrupted half way, it would leave a server that nobody knows of.
function control(server, args) {
  const options = { ...asOwner(server, server.cluster), survives: true }
  return run(join(server.binaries, 'pg_ctl'), [...args, '-D', server.cluster], options)
}

function settings(port, durable) {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    shared_buffers: '256MB',
    work_mem: '16MB',
    max_connections: 100,
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

function openLog({ log, user }) {
  if (statSync(log, { throwIfNoEntry: false })?.size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`)
  closeSync(openSync(log, 'a', 0o600))
  if (user) chownSync(log, user.uid, user.gid)
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
}
