import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inRoot, root } from './paths.mjs'
import { PlainError } from './progress.mjs'

const GRACE_MS = 8000
const windows = process.platform === 'win32'
const followParent = pathToFileURL(inRoot('scripts/lib/follow-parent.mjs')).href
const children = new Set()
let stopping = false

export const typeScript = ['--conditions=react-server', '--import', 'tsx']

/**
 * Starts a program. It gets a process group of its own, so that Ctrl-C reaches us alone and we decide the
 * order of the shutdown; `shared: true` leaves it in ours, for programs that read the keyboard.
 */
export function launch(command, args, { shared = false, survives = false, ...options } = {}) {
  if (stopping && !survives) throw new PlainError('Stopped.')
  const child = spawn(command, args, {
    cwd: root,
    detached: !shared && !windows,
    windowsHide: true,
    ...options,
  })
  child.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  child.ended.catch(() => {})
  if (survives) return child

  const entry = { child, shared }
  children.add(entry)
  child.once('exit', () => children.delete(entry))
  child.once('error', () => children.delete(entry))
  return child
}

/**
 * Starts a Node program that ends by itself when this process dies, even by SIGKILL.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { shared?: boolean, survives?: boolean }} [options]
 */
export function launchNode(args, { env = process.env, ...options } = {}) {
  return launch(process.execPath, ['--import', followParent, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, CUPBOARD_PARENT: String(process.pid) },
    ...options,
  })
}

/** Runs a program to its end and keeps what it printed. */
export function run(command, args, { input, onLine, ...options } = {}) {
  return collect(launch(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options }), { input, onLine })
}

export function runNode(args, { onLine, ...options } = {}) {
  return collect(launchNode(args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }), { onLine })
}

async function collect(child, { input, onLine }) {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line)
    })
  }
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const [code, signal] = await once(child, 'close')
  return { code, signal, output }
}

/** Asks every child to end, and makes it after eight seconds. Nothing more can be started afterwards. */
export async function stopChildren(signal = 'SIGTERM') {
  stopping = true
  const entries = [...children]
  const kill = () => {
    for (const entry of entries) send(entry, 'SIGKILL')
  }
  for (const entry of entries) send(entry, entry.shared ? signal : 'SIGTERM')
  const deadline = setTimeout(kill, GRACE_MS)
  await Promise.allSettled(entries.map(({ child }) => child.ended))
  clearTimeout(deadline)
}

export function isStopping() {
  return stopping
}

function send({ child, shared }, signal) {
  // The terminal has already given its Ctrl-C to a child that shares our process group.
  if (shared && signal === 'SIGINT' && process.stdin.isTTY) return
  try {
    if (shared || windows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** Tells two processes with the same number apart; undefined when there is no such process. */
export function startTime(pid) {
  if (!isAlive(pid)) return undefined
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A killed process that nobody has collected yet still has its entry.
      return state === 'Z' ? undefined : rest[18]
    }
    if (!windows) return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return isAlive(pid) ? 'unknown' : undefined
  }
  return 'unknown'
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

process.on('exit', () => {
  for (const entry of children) send(entry, 'SIGKILL')
})
