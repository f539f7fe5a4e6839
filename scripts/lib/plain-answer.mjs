// Every page on its way out: without the framework's scripts where nothing needs them (plain-document.mjs), whether it is
// to be stored or was made for one reader. Held until it is whole, as Next sends it in one piece anyway.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { plainPolicy } from './content-policy.mjs'
import { hold } from './held-body.mjs'
import { encodingFor, etagOf, isSignedIn, knowsAlready } from './page-server/reader.mjs'
import { plainDocument } from './plain-document.mjs'

const gzipped = promisify(gzip)
const NO_PAGES = /^\/(?:_next|files|feeds|api)\/|^\/[\w-]+\.\w+$|\.csv(?:\?|$)/
const ROOT = '<html lang="en-GB"'
const NOBODY = `${ROOT} data-nobody=""`
const PROGRAMS_PAGE = /^\/api\/v1\/?(?:\?|$)/

/** Makes the response send plain documents where it can, and pack what it sends. */
export function withPlainAnswer(request, response) {
  const { method, url, headers } = request
  if (method !== 'GET' || headers.rsc !== undefined) return
  if (NO_PAGES.test(url) && !PROGRAMS_PAGE.test(url)) return
  const asked = { ...headers }
  // Next would only pack what is unpacked again here.
  delete headers['accept-encoding']
  const { writeHead, write, end, flushHeaders } = response
  let held = null

  response.writeHead = function (status, ...rest) {
    if (held) return this
    if (!isHtml(response)) return writeHead.call(this, status, ...rest)
    held = { status, rest, chunks: [] }
    return this
  }
  response.flushHeaders = function () {
    if (!held && !response.headersSent) response.writeHead(response.statusCode)
    if (!held) flushHeaders.call(this)
  }
  response.write = function (...data) {
    if (!held && !response.headersSent) response.writeHead(response.statusCode)
    if (!held) return write.apply(this, data)
    hold(held.chunks, data)
    return true
  }
  response.end = function (...data) {
    if (!held && !response.headersSent) response.writeHead(response.statusCode)
    if (!held) return end.apply(this, data)
    hold(held.chunks, data)
    const page = held
    finish(page, { asked, response }).then(
      (body) => {
        writeHead.call(response, page.status, ...page.rest)
        end.call(response, body)
      },
      (error) => {
        console.error(error)
        response.destroy()
      },
    )
    return this
  }
}

/** The bytes to be sent, with the headers that belong to them set. */
async function finish(page, { asked, response }) {
  const { html, plain } = plainDocument(Buffer.concat(page.chunks).toString('utf8'))
  const text = markedFor(asked, html)
  if (plain) {
    response.setHeader('Content-Security-Policy', plainPolicy)
    // What it asks to be loaded early stands in the head as well.
    response.removeHeader('Link')
  }
  if (page.status === 200 && isKnown(text, asked, response)) {
    page.status = 304
    return undefined
  }
  const body = await packed(text, asked['accept-encoding'], response)
  response.setHeader('Content-Length', body.length)
  return body
}

/** Where nobody is signed in, me.js need not ask who it is. */
function markedFor(headers, html) {
  const unmarked = html.replace(NOBODY, ROOT)
  return isSignedIn(headers) ? unmarked : unmarked.replace(ROOT, NOBODY)
}

/** Whether the reader has this very page already. The mark that Next gave was for the page before it was changed here. */
function isKnown(text, asked, response) {
  if (!response.hasHeader('etag')) return false
  const etag = etagOf(text)
  response.setHeader('ETag', etag)
  return knowsAlready(asked['if-none-match'], etag)
}

async function packed(text, encodings, response) {
  if (encodingFor(encodings) === 'identity') return Buffer.from(text)
  response.setHeader('Content-Encoding', 'gzip')
  return gzipped(text)
}

function isHtml(response) {
  return String(response.getHeader('content-type') ?? '').startsWith('text/html')
}
