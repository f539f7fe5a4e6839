import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './processes.mjs'

/** Whether a server runs on this cluster; the note of one that was killed is removed. */
export function isServing(cluster) {
  const file = join(cluster, 'postmaster.pid')
  const pid = pidIn(file)
  if (pid && isAlive(pid) && isServerOf(pid, cluster)) return true
  // PostgreSQL would refuse to start as long as any program has the number in this file.
  rmSync(file, { force: true })
  return false
}

function pidIn(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return undefined
  }
}

function isServerOf(pid, cluster) {
  if (process.platform === 'win32') return output('tasklist', ['/FI', `PID eq ${pid}`]).includes('postgres')
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(`-D ${cluster} `)
}

function commandOf(pid) {
  if (process.platform !== 'linux') return output('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function output(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
