// Next's page and data cache, kept in the memory of this process (see docs/decisions/0006 and 0020). Two things that the
// stock handler gets wrong are put right: a render that was under way during an edit is never kept, and nothing
// survives a restart that an edit has overtaken.
import { LRUCache } from 'lru-cache'
import { ourClock } from './publication/ours.mjs'

const maxBytes = Number(process.env.CACHE_MB || 128) * 1024 * 1024
// What a page says of dates, such as that nobody has confirmed it for three months, is at most a day late: half of it
// here, half in the page server.
const ttl = 12 * 60 * 60 * 1000
const shared = Symbol.for('cupboard.cache')
const answered = Symbol.for('cupboard.answered')
/** When an answer began to be made and what it shows: for the page server, which takes it off. */
const KEEP = 'x-cupboard-keep'

function createStore() {
  const entries = new LRUCache({ maxSize: maxBytes, sizeCalculation: (entry) => entry.bytes, ttl })
  return {
    now: () => ourClock()?.now() ?? 0,
    get(key) {
      const clock = ourClock()
      if (!clock?.mayServe()) return null
      const entry = entries.get(key)
      if (!entry) return null
      // Before looking: what is published between the two is newer than what is said of the entry.
      const now = clock.now()
      if (!clock.isFresh(entry.tags, entry.startedAt)) {
        entries.delete(key)
        return null
      }
      // What is right now is as good as if it were made now, and outlives what is forgotten of the time before.
      entry.startedAt = now
      return entry
    },
    set(key, entry) {
      if (ourClock()?.isFresh(entry.tags, entry.startedAt)) entries.set(key, entry)
    },
    clear: () => entries.clear(),
  }
}

globalThis[shared] ??= createStore()
const store = globalThis[shared]

export default class CacheHandler {
  // Next makes one handler for each request, before it renders.
  #startedAt = store.now()

  async get(key) {
    const entry = store.get(key)
    if (entry) sayWhen(entry.value, entry.startedAt, entry.tags)
    return entry ? { value: entry.value, lastModified: entry.lastModified } : null
  }

  async set(key, value, context) {
    if (value === null) return
    keepStatus(value)
    const tags = ours([...(context?.tags ?? []), ...tagsOf(value)])
    sayWhen(value, this.#startedAt, tags)
    const bytes = sizeOf(value)
    store.set(key, { value, tags, bytes, startedAt: this.#startedAt, lastModified: Date.now() })
  }

  // Whoever saved has published them already (lib/platform/cache.ts), to every process.
  async revalidateTag() {}

  resetRequestCache() {}
}

/**
 * Next would answer 200 from its cache for a page that was withdrawn. Written into the value itself, because readers who
 * waited for this very render are answered from it too.
 */
function keepStatus(value) {
  if (value.kind === 'APP_PAGE') value.status ??= globalThis[answered]?.() || undefined
}

/** Into the value too: readers who only joined this render must not be told the time of their own request. */
function sayWhen(value, startedAt, tags) {
  if (value.kind === 'APP_PAGE') value.headers = { ...value.headers, [KEEP]: `${startedAt} ${tags}` }
}

/** Next adds tags for each part of an address, which nobody publishes. */
function ours(tags) {
  return [...new Set(tags)].filter((tag) => !tag.startsWith('_N_T_'))
}

function tagsOf(value) {
  if (value.kind === 'FETCH') return value.tags ?? []
  const header = value.headers?.['x-next-cache-tags']
  return typeof header === 'string' ? header.split(',') : []
}

function sizeOf(value) {
  const parts = [value.html, value.rscData, value.body, value.data?.body]
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 1024)
}
