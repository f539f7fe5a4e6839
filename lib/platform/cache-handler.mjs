// Next's page and data cache, kept in the memory of this process (see docs/decisions/0006). Two things that the
// stock handler gets wrong are put right: a render that was under way during an edit is never kept, and nothing
// survives a restart that an edit has overtaken.
import { LRUCache } from 'lru-cache'

const maxBytes = Number(process.env.CACHE_MB || 128) * 1024 * 1024
// What a page says of dates, such as that nobody has confirmed it for three months, is at most a day late.
const ttl = 24 * 60 * 60 * 1000
const shared = Symbol.for('cupboard.cache')
const answered = Symbol.for('cupboard.answered')

function createStore() {
  let clock = 0
  const expiredAt = new Map()
  const entries = new LRUCache({ maxSize: maxBytes, sizeCalculation: (entry) => entry.bytes, ttl })

  const fresh = (entry) => entry.tags.every((tag) => (expiredAt.get(tag) ?? 0) <= entry.startedAt)
  return {
    now: () => clock,
    expire(tags) {
      clock += 1
      for (const tag of tags) expiredAt.set(tag, clock)
    },
    get(key) {
      const entry = entries.get(key)
      if (!entry) return null
      if (fresh(entry)) return entry
      entries.delete(key)
      return null
    },
    set(key, entry) {
      if (fresh(entry)) entries.set(key, entry)
    },
  }
}

globalThis[shared] ??= createStore()
const store = globalThis[shared]

export default class CacheHandler {
  // Next makes one handler for each request, before it renders.
  #startedAt = store.now()

  async get(key) {
    const entry = store.get(key)
    return entry ? { value: entry.value, lastModified: entry.lastModified } : null
  }

  async set(key, value, context) {
    if (value === null) return
    keepStatus(value)
    const tags = [...new Set([...(context?.tags ?? []), ...tagsOf(value)])]
    const bytes = sizeOf(value)
    store.set(key, { value, tags, bytes, startedAt: this.#startedAt, lastModified: Date.now() })
  }

  async revalidateTag(tags) {
    store.expire([tags].flat())
  }

  resetRequestCache() {}
}

/**
 * Next would answer 200 from its cache for a page that was withdrawn. Written into the value itself, because readers who
 * waited for this very render are answered from it too.
 */
function keepStatus(value) {
  if (value.kind === 'APP_PAGE') value.status ??= globalThis[answered]?.() || undefined
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
