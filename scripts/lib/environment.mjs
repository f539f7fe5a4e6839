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
