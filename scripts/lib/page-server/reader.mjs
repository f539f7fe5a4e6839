// What a request asks for and by whom, as far as finished pages are concerned.
import { createHash } from 'node:crypto'

const SESSION = 'cupboard-session'
const ENCODINGS = ['br', 'gzip', 'identity']
const rememberedMost = 200
const remembered = new Map()

/** Whether a finished page is what this reader asked for: nobody signed in, and the whole of an ordinary page. */
export function readsPlainly({ method, headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (isSignedIn(headers)) return false
  return (
    headers.rsc === undefined &&
    headers['next-action'] === undefined &&
    headers.range === undefined &&
    headers.authorization === undefined
  )
}

/** Whether these headers of a request may be those of somebody who signed in. */
export function isSignedIn({ cookie }) {
  return cookie?.includes(SESSION) ?? false
}

/** The encoding that a reader likes best of those we have: 'br', 'gzip' or 'identity'. */
export function encodingFor(header) {
  if (header === undefined) return 'identity'
  const known = remembered.get(header)
  if (known !== undefined) return known
  const best = bestOf(header)
  // Browsers send a handful of different ones; made-up ones are not collected.
  if (remembered.size >= rememberedMost) remembered.clear()
  if (header.length < 100) remembered.set(header, best)
  return best
}

function bestOf(header) {
  const liked = new Map()
  for (const part of header.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const value = q === undefined ? 1 : Number(q.slice(2))
    if (name) liked.set(name === 'x-gzip' ? 'gzip' : name, value >= 0 && value <= 1 ? value : 0)
  }
  // Identity is acceptable unless refused, and the last choice unless named.
  const weight = (name) =>
    liked.get(name) ?? (name === 'identity' ? identityWeight(liked) : (liked.get('*') ?? 0))
  const [best] = ENCODINGS.toSorted((one, other) => weight(other) - weight(one))
  return weight(best) > 0 ? best : 'identity'
}

function identityWeight(liked) {
  return liked.get('*') === 0 ? 0 : 0.0001
}

/** The entity tag of a page, whatever it is packed in. */
export function etagOf(page) {
  return `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`
}

/** Whether the reader has this page already. Entity tags are compared weakly, as they are for reading. */
export function knowsAlready(header, etag) {
  if (header === undefined) return false
  if (header === etag || header === '*') return true
  const opaque = etag.slice(2)
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}
