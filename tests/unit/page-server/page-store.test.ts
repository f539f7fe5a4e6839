import { describe, expect, test } from 'vitest'
import { createPageStore } from '@/scripts/lib/page-server/page-store.mjs'

const KB = 1024
const aPage = (kilobytes: number) => ({ bytes: kilobytes * KB })

describe('the store of finished pages', () => {
  test('holds no more bytes than it was given, and lets go of what was read longest ago', () => {
    const store = createPageStore({ maxBytes: 800 * KB })
    for (let page = 0; page < 1000; page++) {
      store.set(`/case-studies/${page}`, aPage(10))
      store.get('/case-studies/0')
      expect(store.bytes).toBeLessThanOrEqual(800 * KB)
    }
    expect(store.size).toBe(70)
    expect(store.get('/case-studies/0')).toBeDefined()
    expect(store.get('/case-studies/999')).toBeDefined()
    expect(store.get('/case-studies/500')).toBeUndefined()
  })

  test('takes nothing that is larger than itself', () => {
    const store = createPageStore({ maxBytes: 80 * KB })
    store.set('/', aPage(20))
    store.set('/large', aPage(100))
    expect([store.get('/large'), store.get('/')]).toEqual([undefined, aPage(20)])
  })

  test.each([
    ['with questions', (n: number) => `/case-studies/1-x/compare?from=${n}`],
    ['written otherwise', (n: number) => `/case-studies/%31-x%2${n}`],
  ])('addresses made up %s displace no page', (_, made) => {
    const store = createPageStore({ maxBytes: 800 * KB })
    for (let page = 0; page < 70; page++) store.set(`/case-studies/${page}`, aPage(10))
    for (let n = 0; n < 1000; n++) store.set(made(n), aPage(10))
    for (let page = 0; page < 70; page++) expect(store.get(`/case-studies/${page}`)).toBeDefined()
    expect(store.get(made(999))).toBeDefined()
    expect(store.bytes).toBeLessThanOrEqual(800 * KB)
  })

  test('is empty when it was emptied', () => {
    const store = createPageStore({ maxBytes: 800 * KB })
    for (const url of ['/', '/recent-changes?page=2']) store.set(url, aPage(1))
    store.clear()
    expect([store.size, store.bytes, store.get('/'), store.get('/recent-changes?page=2')]).toEqual([
      0,
      0,
      undefined,
      undefined,
    ])
  })
})
