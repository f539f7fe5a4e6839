// Finished answers, by address, in as many bytes as were given and no more.
import { LRUCache } from 'lru-cache'

// A page that says how long ago something was is at most a day late: half of it here, half in Next's cache.
const ttl = 12 * 60 * 60 * 1000
// Addresses with questions or escapes in them can be made up without end, so they only ever displace each other.
const shareOfOdd = 1 / 8
const ODD = /[?%]/

/** A store of answers that holds at most `maxBytes`; those read longest ago leave first. */
export function createPageStore({ maxBytes }) {
  const made = (maxSize) =>
    new LRUCache({ maxSize, sizeCalculation: ({ bytes }) => bytes, ttl, ttlResolution: 1000 })
  const odd = made(Math.ceil(maxBytes * shareOfOdd))
  const ordinary = made(Math.ceil(maxBytes * (1 - shareOfOdd)))
  const placeOf = (url) => (ODD.test(url) ? odd : ordinary)
  return {
    get: (url) => ordinary.get(url) ?? (odd.size > 0 ? odd.get(url) : undefined),
    set(url, answer) {
      placeOf(url).set(url, answer)
    },
    delete(url) {
      placeOf(url).delete(url)
    },
    clear() {
      odd.clear()
      ordinary.clear()
    },
    get bytes() {
      return odd.calculatedSize + ordinary.calculatedSize
    },
    get size() {
      return odd.size + ordinary.size
    },
  }
}
