import { stopChildren } from './processes.mjs'
import { explain, step } from './progress.mjs'

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
const closers = []

/** Registers what has to be undone when the command ends, however it ends; last in, first out. */
export function atEnd(close) {
  closers.push(close)
}

/** Runs a command to its end or to Ctrl-C; either way nothing it started is left running. */
export async function command(work) {
  const interrupted = firstSignal()
  const working = Promise.resolve().then(work)
  const signal = await Promise.race([interrupted, working.then(none, none)])
  if (signal) await step('Stopping', () => stopChildren(signal))
  // What was under way may still be starting something; the rest is closed only after it.
  let code = await exitCode(working, signal)
  await stopChildren()
  for (const close of closers.reverse()) code = (await exitCode(close())) || code
  process.exit(code)
}

function firstSignal() {
  return new Promise((resolve) => {
    for (const signal of Object.keys(EXIT_CODES)) process.on(signal, () => resolve(signal))
  })
}

async function exitCode(work, signal) {
  try {
    return (await work) ?? EXIT_CODES[signal] ?? 0
  } catch (error) {
    if (!signal) explain(error)
    return EXIT_CODES[signal] ?? 1
  }
}

function none() {
  return undefined
}
