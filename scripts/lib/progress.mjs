const QUIET_MS = 1500
const HEARTBEAT_MS = 30_000

/** An error whose message is written for the person at the terminal. */
export class PlainError extends Error {}

const FILE_FAULTS = {
  EACCES:
    'may not be used by this user. Run the command as its owner, or set DATA_DIR to a folder of your own.',
  EROFS: 'cannot be written: the disk is read-only. Set DATA_DIR to a folder on another one.',
  ENOSPC: 'cannot be written: the disk is full.',
}

export function explain(error) {
  eraseLine()
  const fault = error.path && FILE_FAULTS[error.code]
  console.error(fault ? `${error.path} ${fault}` : error instanceof PlainError ? error.message : error)
}

export function say(line) {
  eraseLine()
  console.log(line)
}

/**
 * Runs one piece of work; what takes longer than a moment is shown while it runs and timed when it ends.
 * With `describe`, its result is told in any case.
 */
export async function step(label, work, describe) {
  const began = Date.now()
  const progress = { label, began, latest: '', lastShown: 0 }
  const timer = setInterval(process.stdout.isTTY ? drawLine : printLine, QUIET_MS, progress)
  const note = (line) => {
    progress.latest = line.trim()
  }
  const end = (outcome) => {
    clearInterval(timer)
    say(`${label}: ${outcome}, ${seconds(began)}`)
  }
  try {
    const value = await work(note)
    if (describe || Date.now() - began > QUIET_MS) end(describe?.(value) ?? 'done')
    return value
  } catch (error) {
    end('failed')
    throw error
  } finally {
    clearInterval(timer)
  }
}

function drawLine({ label, began, latest }) {
  const text = `${label} … ${seconds(began)}  ${latest}`
  process.stdout.write(`\x1b[2K\r${text.slice(0, (process.stdout.columns || 80) - 1)}`)
}

function printLine(progress) {
  const { label, began, latest, lastShown } = progress
  if (Date.now() - lastShown < HEARTBEAT_MS) return
  console.log(lastShown === 0 ? `${label} …` : `${label} … ${seconds(began)}  ${latest}`)
  progress.lastShown = Date.now()
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}

function eraseLine() {
  if (process.stdout.isTTY) process.stdout.write('\x1b[2K\r')
}

// A closed terminal must not stop the shutdown half way through.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
