import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atEnd } from './command.mjs'
import { startTime } from './processes.mjs'

const fileIn = (dataDir) => join(dataDir, 'start.json')

/**
 * Marks DATA_DIR as ours. Answers `{ held: true, afterKill }`, or `{ held: false, holder }` with the command that
 * has it. It is released when the command ends. Two servers on one cluster, or one command stopping the database of another,
 * is what this prevents.
 */
export async function takeLock(dataDir, about) {
  mkdirSync(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  const own = JSON.stringify({ ...about, pid: process.pid, startTime: startTime(process.pid) })
  atEnd(() => releaseLock(dataDir))
  if (create(file, own)) return { held: true, afterKill: false }

  const holder = await liveHolder(dataDir)
  if (holder) return { held: false, holder }
  rmSync(file, { force: true })
  if (!create(file, own)) return takeLock(dataDir, about)
  // Another command may have cleared the same dead mark at the same moment, and ours with it.
  await pause(100)
  return read(file)?.pid === process.pid ? { held: true, afterKill: true } : takeLock(dataDir, about)
}

function releaseLock(dataDir) {
  if (read(fileIn(dataDir))?.pid === process.pid) rmSync(fileIn(dataDir), { force: true })
}

export async function liveHolder(dataDir) {
  const file = fileIn(dataDir)
  // A mark without content is being written this instant, or was when the power went.
  for (let attempt = 0; attempt < 10 && read(file) === null; attempt++) await pause(50)
  const holder = read(file)
  return holder && startTime(holder.pid) === holder.startTime ? holder : undefined
}

function create(file, content) {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** undefined when there is no file, null when it holds nothing readable. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return error.code === 'ENOENT' ? undefined : null
  }
}
