// What stands before Next: pages may set a status, and say whether their answer may be kept.
import { AsyncLocalStorage } from 'node:async_hooks'
import { sayKept } from './say-kept.mjs'

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

/** Runs the handler so that a status set by a page, and 301 for moved pages, reach the browser. */
export function withOurStatus(request, response, run) {
  const answer = { status: 0, wait: 0, keep: false, personal: false, tags: new Set() }
  sayKept(request, response, answer)
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
