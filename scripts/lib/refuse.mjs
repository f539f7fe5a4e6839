// Requests that no page should see are refused plainly, and nothing that a reader says of himself is believed.
import { answerProgram, isForPrograms, withKnownMethod } from './guard-api.mjs'
import { CLIENT, showsSecret } from './page-server/headers.mjs'
import { bodyMaxFor } from './whole-body.mjs'

const addressMax = 8000

const OURS_TO_SAY =
  /^x-(?:client-address|cupboard|forwarded|http-method|invoke|matched|middleware|next|now|original|prerender|real-ip|rewrite|vercel)/
const believed = new WeakSet()

/**
 * Headers that only we or the framework may set are taken off before anything reads them. The page server alone, which
 * shows its secret, is believed about where a reader is.
 */
export function trustNothing(request, secret) {
  const { headers } = request
  const fromUs = showsSecret(request, secret)
  const address = fromUs ? headers[CLIENT] : request.socket.remoteAddress
  for (const name of Object.keys(headers)) if (OURS_TO_SAY.test(name)) delete headers[name]
  headers[CLIENT] = address ?? 'unknown'
  if (fromUs) believed.add(request)
  withKnownMethod(request)
}

/** Whether the page server asks, not a reader. */
export function isFromPageServer(request) {
  return believed.has(request)
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
    ...(status === 503 && { 'Retry-After': '5' }),
  })
  response.end(
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Sustainable Procurement Cupboard</title></head><body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">Go to the home page</a></p></main></body></html>`,
  )
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
