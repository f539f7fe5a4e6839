// The headers between the page server and the Next server behind it.
import { timingSafeEqual } from 'node:crypto'

/** Proves to the Next server that a request comes from the page server, which alone knows the secret. */
export const SECRET = 'x-cupboard-secret'
/** What the Next server says of an answer: `<clock when it was begun> <tag,tag,…>`. */
export const KEEP = 'x-cupboard-keep'
/** Set when the answer depends on the query of its address, and is kept for that query. */
export const QUERY = 'x-cupboard-query'
/** Where the reader is, as the page server saw it. */
export const CLIENT = 'x-client-address'

/** They concern one connection, not the answer. */
export const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export function isInternal(name) {
  return name.startsWith('x-cupboard-')
}

/** What an answer says in its keep header: { startedAt, tags }, or null. */
export function keepOf({ headers }) {
  const [, number, names] = /^(\d+)(?: (\S+))?$/.exec(headers[KEEP] ?? '') ?? []
  return number === undefined ? null : { startedAt: Number(number), tags: names ? names.split(',') : [] }
}

/** Whether a request shows the secret; without one of our own, nobody is believed. */
export function showsSecret({ headers }, secret) {
  const shown = Buffer.from(String(headers[SECRET] ?? ''))
  return Boolean(secret) && shown.length === secret.length && timingSafeEqual(shown, Buffer.from(secret))
}

/** The reader's own headers, to be passed on. */
export function passedOn(request, { secret, clientAddress }) {
  const headers = { ...request.headers }
  for (const name of String(headers.connection ?? '').split(',')) delete headers[name.trim().toLowerCase()]
  const chunked = headers['transfer-encoding'] !== undefined
  for (const name of [...hopByHop, 'expect']) delete headers[name]
  // Not ours to decide how a body that has no length is sent.
  if (chunked) headers['transfer-encoding'] = 'chunked'
  return { ...headers, [SECRET]: secret, [CLIENT]: clientAddress }
}

const HARMLESS = ['accept', 'accept-language', 'cookie']

/**
 * What a page that may be stored is asked for with: nothing that one reader could write into it for the next. The rest
 * matters only to an answer that turns out to be for this reader alone.
 */
export function forAFill({ headers }, { secret, clientAddress, host }) {
  const theirs = HARMLESS.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]])
  return {
    ...Object.fromEntries(theirs),
    host,
    'user-agent': 'Cupboard page server',
    'accept-encoding': /\bgzip\b/.test(headers['accept-encoding'] ?? '') ? 'gzip' : 'identity',
    [SECRET]: secret,
    [CLIENT]: clientAddress,
  }
}
