import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { dataDirectory, inRoot } from './paths.mjs'
import { PlainError } from './progress.mjs'

const OLDEST_NODE = [20, 19]
const DEFAULTS = { HOST: '127.0.0.1', PORT: '3000' }

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new PlainError(
    `The Cupboard needs Node ${OLDEST_NODE.join('.')} or newer and this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and run the command again.',
  )
}

/** Reads `.env` (what is already set wins) and fills in what every program here relies on. */
export function loadEnvironment() {
  checkNode()
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  for (const [name, value] of Object.entries(DEFAULTS)) process.env[name] ||= value
  process.env.DATA_DIR = dataDirectory()
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

export function checkedPort() {
  const port = Number(process.env.PORT)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new PlainError(`PORT is "${process.env.PORT}", which is not a port. Give a number from 1 to 65535.`)
}

export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** As lib/platform/env.ts has it, said before anything is started. */
export function checkSearchEngine() {
  const { SEARCH_ENGINE, MEILISEARCH_URL } = process.env
  if (!['', 'postgres', 'meilisearch'].includes(SEARCH_ENGINE ?? ''))
    throw new PlainError(`SEARCH_ENGINE is "${SEARCH_ENGINE}". Set it to postgres or to meilisearch.`)
  if (SEARCH_ENGINE !== 'meilisearch') return
  const needed = ['MEILISEARCH_URL', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_SEARCH_KEY']
  const missing = needed.filter((name) => !process.env[name])
  if (missing.length > 0)
    throw new PlainError(
      `SEARCH_ENGINE=meilisearch needs ${missing.join(' and ')}. Set what is missing as docs/search.md says, or SEARCH_ENGINE=postgres.`,
    )
  if (!URL.canParse(MEILISEARCH_URL) || !/^https?:$/.test(new URL(MEILISEARCH_URL).protocol))
    throw new PlainError(
      'MEILISEARCH_URL is not an address. Give it as in MEILISEARCH_URL=http://127.0.0.1:7700.',
    )
}

/** The password of the demonstration accounts is public, so only this machine gets them unasked. */
export function checkDemonstration() {
  const { DATABASE_URL, DEMO, HOST } = process.env
  if (DATABASE_URL || DEMO || isLoopback(HOST)) return
  throw new PlainError(
    `HOST=${HOST} lets other machines in, and the demonstration accounts have a public password. ` +
      'Set DEMO=0 to start without them, or DEMO=1 to show them all the same.',
  )
}

/** The address to open in a browser on this machine. */
export function siteAddress(host = process.env.HOST, port = process.env.PORT) {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const name = everywhere[host] ?? (isIP(host) === 6 ? `[${host}]` : host)
  return `http://${name}:${port}`
}
