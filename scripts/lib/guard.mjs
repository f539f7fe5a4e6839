// What stands before Next: requests that it would answer badly are refused plainly, and pages may set a status.
import { AsyncLocalStorage } from 'node:async_hooks'
import { answerProgram, isForPrograms, withKnownMethod } from './guard-api.mjs'
import { keepAnswer } from './kept-pages.mjs'
import { bodyMaxFor } from './whole-body.mjs'

const addressMax = 8000
// Pages reach the status through lib/platform/status.ts: Next has no way to answer a form with 422.
const answers = new AsyncLocalStorage()
globalThis[Symbol.for('cupboard.status')] = (status) =>
  withAnswer((answer) => {
    answer.status = status
  })
globalThis[Symbol.for('cupboard.wait')] = (seconds) =>
  withAnswer((answer) => {
    answer.wait = seconds
  })
// Pages say through lib/platform/kept.ts whether their answer may be kept, and what it shows.
globalThis[Symbol.for('cupboard.answer')] = {
  keep: () =>
    withAnswer((answer) => {
      answer.keep = true
    }),
  personal: () =>
    withAnswer((answer) => {
      answer.personal = true
    }),
  tags: (names) =>
    withAnswer((answer) => {
      for (const name of names) answer.tags.add(name)
    }),
}

function withAnswer(change) {
  const answer = answers.getStore()
  if (answer) change(answer)
}

// The cache (lib/platform/cache-handler.mjs) keeps the status with the page, for readers who come later.
globalThis[Symbol.for('cupboard.answered')] = () => answers.getStore()?.status

/** Headers that only we or the framework may set are taken off before anything reads them. */
export function trustNothing(request) {
  for (const name of Object.keys(request.headers))
    if (/^x-(middleware|nextjs|invoke|matched|forwarded|real-ip|client-address|original)/.test(name))
      delete request.headers[name]
  request.headers['x-client-address'] = request.socket.remoteAddress ?? 'unknown'
  withKnownMethod(request)
}

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** Why a request is not passed on, as [status, title, advice], or null. */
export function refusalOf(request) {
  const { method, url = '/', headers } = request
  const forPrograms = isForPrograms(request)
  if (!forPrograms && !METHODS.includes(method))
    return [405, 'That cannot be done here', 'This address answers to reading and to its own forms only.']
  if (url.length > addressMax)
    return [414, 'The address is too long', 'Shorten what you are searching for and try again.']
  if (!decodes(url))
    return [
      400,
      'The address cannot be read',
      'It holds characters that no page of ours has. Check it and try again.',
    ]
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null
  // Programs are known by a token that no browser adds by itself.
  if (!forPrograms && foreign(request))
    return [
      403,
      'This form was sent from another site',
      'Nothing was changed. Open the page here and send the form again.',
    ]
  if (Number(headers['content-length'] ?? 0) > bodyMaxFor(url)) return BODY_REFUSALS['too-large']
  return null
}

export const BODY_REFUSALS = {
  'too-large': [
    413,
    'That is too much at once',
    'A form can hold up to 1 MB, and a file may have 20 MB. Nothing was changed: go back, send less and try again.',
  ],
  broken: [
    400,
    'The form could not be read',
    'It arrived incomplete. Nothing was changed: go back and send it again.',
  ],
}

export function answerPlainly(response, [status, title, advice]) {
  if (isForPrograms(response.req)) return answerProgram(response, [status, title, advice])
  response.writeHead(status, {
    ...(status === 405 ? { Allow: METHODS.join(', ') } : {}),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Sustainable Procurement Cupboard</title></head><body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">Go to the home page</a></p></main></body></html>`,
  )
}

/** Runs the handler so that a status set by a page, and 301 for moved pages, reach the browser. */
export function withOurStatus(request, response, run) {
  const answer = { status: 0, wait: 0, keep: false, personal: false, tags: new Set() }
  keepAnswer(request, response, answer)
  const writeHead = response.writeHead
  response.writeHead = function (status, ...rest) {
    // Next adds the header once more each time it answers a redirect from its cache.
    const [location] = [response.getHeader('location')].flat()
    if (location !== undefined) response.setHeader('location', location)
    ourHeaders(this)
    const ours = statusOf(request, answer, status)
    if (ours === 429 && answer.wait) response.setHeader('Retry-After', String(answer.wait))
    return writeHead.call(this, ours, ...rest)
  }
  return answers.run(answer, run)
}

/** Next lets shared caches keep a page for a year; an edit must be seen by the next reader, so they ask each time. */
function ourHeaders(response) {
  if (/^s-maxage=/.test(String(response.getHeader('cache-control') ?? '')))
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
  if (process.env.SITE_URL?.startsWith('https:'))
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

function statusOf(request, answer, status) {
  if (answer.status && status === 200) return answer.status
  // A page whose title changed has moved for good, and 301 is what links and search engines know best.
  return status === 308 && request.method !== 'POST' ? 301 : status
}

function decodes(url) {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and its like are what is looked for
    const hasControls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decodeURIComponent(url))
    // The search page says so itself, and keeps what was typed.
    return !hasControls || url.startsWith('/search?')
  } catch {
    return false
  }
}

/** A browser says where a form comes from. Programs that say nothing carry no cookies of anyone's. */
function foreign({ headers }) {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  if (!headers.origin) return false
  const own = process.env.SITE_URL ? new URL(process.env.SITE_URL).host : headers.host
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== own
}
