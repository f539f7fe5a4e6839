// Whole answers of pages that are put together anew for each request and yet are the same for everybody, such as a
// history: kept with the tags of what they showed, and dropped with them.
import { createHash } from 'node:crypto'
import '../../lib/platform/cache-handler.mjs'

const store = globalThis[Symbol.for('cupboard.cache')]

/** Answers a request from what is kept, if it is. */
export function answerFromKept(request, response) {
  const entry = isPlain(request) ? store.get(keyOf(request)) : null
  if (!entry) return false
  const { headers, body, etag } = entry.value
  const known = request.headers['if-none-match'] === etag
  response.writeHead(known ? 304 : 200, known ? { ETag: etag, Vary: headers.vary } : headers)
  response.end(known || request.method === 'HEAD' ? undefined : body)
  return true
}

/** Keeps what the page answers, when it says that it may be kept (lib/platform/kept.ts). */
export function keepAnswer(request, response, answer) {
  if (request.method !== 'GET' || !isPlain(request)) return
  const startedAt = store.now()
  const chunks = []
  const { write, end, writeHead } = response
  response.writeHead = function (status, ...rest) {
    answer.keep &&= status === 200 && !answer.personal && !response.hasHeader('set-cookie')
    if (answer.keep) response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
    return writeHead.call(this, status, ...rest)
  }
  response.write = function (chunk, ...rest) {
    collect(chunks, chunk)
    return write.call(this, chunk, ...rest)
  }
  response.end = function (chunk, ...rest) {
    collect(chunks, chunk)
    const ended = end.call(this, chunk, ...rest)
    if (answer.keep) keep(request, response, { chunks, startedAt, tags: [...answer.tags] })
    return ended
  }
}

function keep(request, response, { chunks, startedAt, tags }) {
  const headers = response.getHeaders()
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== wantedEncoding(request) || !String(headers['content-type']).startsWith('text/html')) return
  const body = Buffer.concat(chunks)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const { date: _date, connection: _connection, 'transfer-encoding': _chunked, ...kept } = headers
  const value = { headers: { ...kept, etag, 'content-length': body.length }, body, etag }
  store.set(keyOf(request), { value, tags, bytes: body.length + 1024, startedAt })
}

/** Neither the framework's own request for a part of a page, nor one for a part of an answer. */
function isPlain({ method, headers }) {
  return (method === 'GET' || method === 'HEAD') && !headers.rsc && !headers['next-action'] && !headers.range
}

function keyOf(request) {
  return `answer ${wantedEncoding(request)} ${request.url}`
}

function wantedEncoding({ headers }) {
  return /\bgzip\b/.test(headers['accept-encoding'] ?? '') ? 'gzip' : 'identity'
}

function collect(chunks, chunk) {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
}
