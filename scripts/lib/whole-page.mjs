// A page that finds while it renders that it is missing, or fails, reaches the browser as an empty document that scripts
// fill in. Readers without them get the whole page here.
import { ourClock } from '../../lib/platform/publication/ours.mjs'

// An address that no page has: Next answers it with the finished not-found page.
const MISSING = '/no-such-page'

const FAILED = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The page cannot be shown – Sustainable Procurement Cupboard</title></head><body><main><h1>The page cannot be shown just now</h1><p>Something went wrong on our side, and it has been noted. Nothing that you saved is lost. Try again in a minute.</p><p><a href="/">Go to the home page</a></p></main></body></html>`

let missingPage

/** Makes the response send a finished page in place of an empty one with status 404 or 500. */
export function withWholePage(request, response) {
  if (request.method !== 'GET' || request.url === MISSING || request.headers.rsc) return
  const { writeHead, write, end } = response
  let page = null

  response.writeHead = function (status, ...rest) {
    if ((status === 404 || status === 500) && isHtml(response, rest)) {
      page = status === 404 ? readMissing(request) : Promise.resolve(FAILED)
      for (const name of ['Content-Encoding', 'Content-Length', 'ETag', 'x-nextjs-cache'])
        response.removeHeader(name)
      response.setHeader('Cache-Control', 'private, no-store')
      return writeHead.call(this, status === 500 ? failure(response) : status)
    }
    return writeHead.call(this, status, ...rest)
  }
  response.write = function (...data) {
    return page ? true : write.apply(this, data)
  }
  response.end = function (...data) {
    if (!response.headersSent && !page) response.writeHead(response.statusCode)
    if (!page) return end.apply(this, data)
    page.then((html) => end.call(this, html))
    return this
  }
}

/** Without the database nothing can be shown, and that passes. */
function failure(response) {
  const clock = ourClock()
  if (!clock || clock.mayServe()) return 500
  response.setHeader('Retry-After', '5')
  return 503
}

function isHtml(response, rest) {
  const given = rest.find((part) => part && typeof part === 'object' && !Array.isArray(part)) ?? {}
  const type = given['Content-Type'] ?? given['content-type'] ?? response.getHeader('content-type') ?? ''
  return String(type).startsWith('text/html')
}

function readMissing({ socket: { localAddress, localPort } }) {
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress
  missingPage ??= fetch(`http://${host}:${localPort}${MISSING}`)
    .then((answer) => answer.text())
    .catch(() => {
      missingPage = undefined
      return FAILED
    })
  return missingPage
}
