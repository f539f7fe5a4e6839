// Makes what is to be stored: one rendering for all who wait for the same address, and nothing that is not for everybody.
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { finishFile, finishPage } from './finished.mjs'
import { forAFill, KEEP, keepOf, QUERY } from './headers.mjs'
import { askFor } from './pass-on.mjs'

// About a second and a half in all: so long may Next need to hear what the page server has heard.
const askedMost = 12
const pauseMost = 250
const leaseMs = 2000
const madeMost = 3
const bodyMax = 4 * 1024 * 1024
// Addresses whose answer turned out not to be for everybody: nobody waits for another's request to them.
const unsharedMost = 5000
const unsharedMs = 60_000
const kindMax = 200
const FILE = /^\/(?:_next\/static\/[^?%]+|[\w-]+\.(?:js|svg|png))$/

/** Fills the store from the Next server at the end of `way`. Whoever waits longer than `patienceMs` asks for the page alone. */
export function createFills({ way, clock, store, secret, host, patienceMs }) {
  const running = new Map()
  const unshared = new LRUCache({ max: unsharedMost, ttl: unsharedMs, ttlResolution: 1000 })

  /**
   * Answers `{ page }`, which everybody may have, or `{ page: null }`, also when it takes too long. The request that
   * began the fill gets what came for it instead, `{ answer, begun }`, and alone fails when the fill does.
   */
  async function fill(request, clientAddress) {
    const shared = running.get(request.url)
    if (shared) return { page: await shared }
    const making = make(request, forAFill(request, { secret, clientAddress, host }))
    const patient = withPatience(making, patienceMs)
    const kind = kindOf(request.url)
    if (kind.length <= kindMax && !unshared.has(kind)) share(request.url, patient)
    const made = await patient
    if (!made) {
      making.then(
        ({ answer }) => answer?.destroy(),
        () => {},
      )
      return { page: null }
    }
    if (made.page) unshared.delete(kind)
    else {
      store.delete(request.url)
      if (kind.length <= kindMax) unshared.set(kind, true)
    }
    return made
  }

  function share(url, patient) {
    const shared = patient.then(
      (made) => made?.page ?? null,
      () => null,
    )
    running.set(url, shared)
    shared.then(() => running.delete(url))
  }

  async function make(request, headers) {
    for (let tries = 1; tries <= madeMost; tries++) {
      const answer = await askCurrent({ method: 'GET', url: request.url }, headers)
      const finish = finisherFor(request, answer)
      if (!finish) return { answer, begun: [] }
      const { chunks, whole } = await read(answer)
      if (!whole) return { answer, begun: chunks }
      const page = await finish(Buffer.concat(chunks))
      if (isCurrent(page)) {
        store.set(request.url, page)
        return { page }
      }
    }
    return { page: null }
  }

  /**
   * The answer to a request without a body. One that says what it shows is never older than a publication known here: it
   * is asked for again, and when that does not help, or nothing can be known, this fails.
   */
  async function askCurrent(request, headers, reader) {
    for (let tries = 1; tries <= askedMost; tries++) {
      const answer = await askFor(way, request, headers, reader)
      const kept = keepOf(answer)
      if (!kept) return answer
      const known = clock.mayServe() || (await clock.mayServeWithin(leaseMs))
      if (known && clock.isFresh(kept.tags, kept.startedAt)) return answer
      answer.resume()
      if (!known) break
      await pause(Math.min(2 ** tries, pauseMost))
    }
    throw new Error('There is no page that is known to be current.')
  }

  /** Whether a page may be given out from memory now. What was once seen fresh is only compared with what came after. */
  function isCurrent(page) {
    if (page.tags === null) return true
    if (!clock.mayServe()) return false
    const now = clock.now()
    if (page.freshAt === now) return true
    if (!clock.isFresh(page.tags, Math.max(page.startedAt, page.freshAt))) return false
    page.freshAt = now
    return true
  }

  return { fill, askCurrent, isCurrent }
}

/** Null when it takes too long. */
function withPatience(making, ms) {
  return Promise.race([making, pause(ms, null, { ref: false })])
}

/** All questions to a page are of one kind; what they are answered says nothing of the page without them. */
function kindOf(url) {
  const [path, question] = url.split('?', 2)
  return question === undefined ? path : `${path}?`
}

/** What makes an answer one to be stored, or null: whole ordinary pages that are said to be the same for everybody. */
function finisherFor({ url }, answer) {
  const { statusCode, headers } = answer
  const encoding = headers['content-encoding'] ?? 'identity'
  if (statusCode !== 200 || headers['set-cookie'] || !['gzip', 'identity'].includes(encoding)) return null
  if (/\b(?:private|no-store)\b/.test(headers['cache-control'] ?? '')) return null
  if (FILE.test(url)) return headers[KEEP] ? null : (body) => finishFile(answer, body)
  const kept = keepOf(answer)
  if (!kept || !/^text\/html\b/.test(headers['content-type'] ?? '')) return null
  // Questions that a page does not ask could be made up without end.
  if (url.includes('?') && !headers[QUERY]) return null
  return (body) => finishPage(answer, body, kept)
}

/** Reads a page to its end, and fails if it is cut off; what is too large to be stored is left half-way. */
async function read(answer) {
  const chunks = []
  let size = 0
  const reader = answer.iterator({ destroyOnReturn: false })
  for await (const chunk of reader) {
    chunks.push(chunk)
    size += chunk.length
    if (size > bodyMax) return { chunks, whole: false }
  }
  if (!answer.complete) throw new Error('The page was cut off.')
  return { chunks, whole: true }
}
