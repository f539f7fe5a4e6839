// Tells the page server in front (scripts/lib/page-server) which answers it may store, in a header that nobody else sees.
import { ourClock } from '../../lib/platform/publication/ours.mjs'
import { hold } from './held-body.mjs'
import { KEEP, QUERY } from './page-server/headers.mjs'
import { isFromPageServer } from './refuse.mjs'

/**
 * An answer that says that it is the same for everybody (lib/platform/kept.ts) is held until it is whole and everything
 * that it shows is known. Pages from Next's own cache carry the header already (lib/platform/cache-handler.mjs).
 */
export function sayKept(request, response, answer) {
  const told = isFromPageServer(request)
  const clock = told && request.method === 'GET' && !request.headers.rsc ? ourClock() : undefined
  const startedAt = clock?.mayServe() ? clock.now() : null
  const inner = { writeHead: response.writeHead, write: response.write, end: response.end }
  let held = null

  response.writeHead = function (status, ...rest) {
    if (held) return this
    if (!told) response.removeHeader(KEEP)
    if (startedAt === null || status !== 200 || !mayKeep(response, answer))
      return inner.writeHead.call(this, status, ...rest)
    held = { rest, chunks: [] }
    return this
  }
  response.write = function (...data) {
    if (!held) return inner.write.apply(this, data)
    hold(held.chunks, data)
    return true
  }
  response.end = function (...data) {
    if (!held && !response.headersSent) response.writeHead(response.statusCode)
    if (!held) return inner.end.apply(this, data)
    hold(held.chunks, data)
    const { rest, chunks } = held
    held = null
    const body = Buffer.concat(chunks)
    if (mayKeep(response, answer)) say(response, { startedAt, tags: [...answer.tags], body })
    inner.writeHead.call(this, 200, ...rest)
    return inner.end.call(this, body)
  }
}

function mayKeep(response, answer) {
  return answer.keep && !answer.personal && !response.hasHeader('set-cookie')
}

function say(response, { startedAt, tags, body }) {
  response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
  response.setHeader('Content-Length', body.length)
  response.setHeader(KEEP, `${startedAt} ${tags.join(',')}`)
  response.setHeader(QUERY, 'counts')
}
