import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './paths.mjs'
import { run, runNode } from './processes.mjs'
import { PlainError, step } from './progress.mjs'
import { fingerprint, isStamped, writeStamp } from './stamps.mjs'

const stamp = inRoot('node_modules/.cupboard-stamp')

/** Installs the packages of the lock file, unless they are there. */
export async function ensureInstalled() {
  const wanted = fingerprint(['package-lock.json'])
  if (isStamped(stamp, wanted)) return
  if (!isInstalled()) await step('Installing packages (once; needs the network)', install)
  writeStamp(stamp, wanted)
}

async function install() {
  // --include=dev, because NODE_ENV=production would leave out what the build and the tests need.
  const result = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (result.code === 0) return
  throw new PlainError(
    `${result.output}\nnpm could not install the packages; its own words are above. ` +
      'Check the network (and the proxy or registry npm is set to use), then run the command again.',
  )
}

function npm(args) {
  const beside = process.platform === 'win32' ? 'node_modules' : '../lib/node_modules'
  const places = [process.env.npm_execpath, join(dirname(process.execPath), beside, 'npm/bin/npm-cli.js')]
  const program = places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place))
  if (program) return runNode([program, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

// npm writes node_modules/.package-lock.json last, so it names what a finished installation holds.
function isInstalled() {
  try {
    const wanted = readLock('package-lock.json')
    const present = readLock('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' || present[path]?.version === entry.version || (entry.optional && !present[path]),
    )
  } catch {
    return false
  }
}

function readLock(path) {
  return JSON.parse(readFileSync(inRoot(path), 'utf8')).packages
}
