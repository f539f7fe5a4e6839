// Passes a request on to the Next server, and its answer back, both as they come.
import { Agent, request as ask } from 'node:http'
import { pipeline } from 'node:stream'
import { answerPlainly, BODY_REFUSALS } from '../refuse.mjs'
import { bodyMaxFor } from '../whole-body.mjs'
import { hopByHop, isInternal } from './headers.mjs'

// The names of what a page shows travel in a header.
const headersMax = 512 * 1024
const FREE_MS = 30_000
// A Next server that says nothing at all for so long is stuck.
const SILENT_MS = 60_000

export const UNAVAILABLE = [
  503,
  'The page cannot be shown just now',
  'Something went wrong on our side. Nothing that you saved is lost. Try again in a minute.',
]

/** The way to the Next server on a port of this machine. */
export function openWay(port) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, timeout: FREE_MS })
  const target = { host: '127.0.0.1', port, agent, maxHeaderSize: headersMax, timeout: SILENT_MS }
  return {
    open(method, path, headers) {
      const asked = ask({ ...target, method, path, headers })
      asked.on('timeout', () => asked.destroy(new Error('The pages did not answer.')))
      // From here on it is the reader who may be slow.
      asked.on('response', () => asked.setTimeout(0))
      return asked
    },
    close: () => agent.destroy(),
  }
}

/**
 * Sends a request without a body; resolves with the beginning of the answer, and fails when none comes. If it is for one
 * `reader` alone, who leaves meanwhile, it is not gone on with.
 */
export function askFor(way, { method, url }, headers, reader) {
  return new Promise((resolve, reject) => {
    if (reader?.destroyed) return reject(new Error('The reader left.'))
    const asked = way.open(method, url, headers)
    const leave = () => asked.destroy()
    const end = (settle) => (outcome) => {
      reader?.off('close', leave)
      settle(outcome)
    }
    reader?.once('close', leave)
    asked.on('response', end(resolve))
    asked.on('error', end(reject))
    asked.end()
  })
}

/** Passes on a request with all that it carries. What Next cannot answer for, the reader is told plainly. */
export function passOnWhole(way, request, response, headers) {
  const asked = way.open(request.method, request.url, headers)
  asked.on('response', (answer) => relay(answer, response))
  asked.on('error', (error) => {
    readOn(request, asked)
    unavailable(response, error)
  })
  response.on('close', () => {
    readOn(request, asked)
    asked.destroy()
  })
  limit(request, asked, response)
  request.pipe(asked)
}

/** A body that does not say how long it is can still be too long. */
function limit(request, asked, response) {
  const most = bodyMaxFor(request.url)
  let size = 0
  request.on('data', (chunk) => {
    size += chunk.length
    if (size <= most || response.headersSent) return
    readOn(request, asked)
    answerPlainly(response, BODY_REFUSALS['too-large'])
    asked.destroy()
  })
}

/** Whoever is still sending hears the answer only once everything is taken from them. */
function readOn(request, asked) {
  request.unpipe(asked)
  request.resume()
}

/** Gives the answer to the reader as it comes; `begun` are the pieces that were read already. */
export function relay(answer, response, begun = []) {
  if (response.destroyed || response.headersSent) return answer.destroy()
  response.writeHead(answer.statusCode, answer.statusMessage, headersOf(answer))
  for (const chunk of begun) response.write(chunk)
  if (answer.headers['content-length'] === undefined) response.flushHeaders()
  // A reader who leaves ends the rendering; an answer that is cut off is cut off for the reader too.
  pipeline(answer, response, () => {})
}

function headersOf({ rawHeaders }) {
  const flat = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at].toLowerCase()
    if (!hopByHop.has(name) && !isInternal(name)) flat.push(rawHeaders[at], rawHeaders[at + 1])
  }
  return flat
}

/** Tells the reader that there is no answer, and the log why. */
export function unavailable(response, error) {
  if (!response.destroyed) note(response.req, error)
  if (response.headersSent || response.destroyed) response.destroy()
  else answerPlainly(response, UNAVAILABLE)
}

function note({ method, url }, { message: reason }) {
  const [path] = url.split('?', 1)
  const line = {
    time: new Date().toISOString(),
    level: 'error',
    message: 'not answered',
    method,
    path,
    reason,
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
