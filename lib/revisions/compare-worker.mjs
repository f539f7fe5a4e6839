// Runs in a thread of its own (compare-apart.ts), loaded by its path and outside the bundle of the web server: it
// compares long texts while readers are served.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { compareFields } = await import('./compare.ts')
const ready = Date.now()

parentPort.on('message', ({ id, fields, asked, until, longest }) => {
  const end = Math.min(Math.max(asked, ready) + until, Date.now() + longest)
  const comparison = compareFields(fields, () => Date.now() > end)
  parentPort.postMessage({ id, comparison })
})
