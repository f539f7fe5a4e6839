import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, aPageServer, type PageServer } from '@/tests/support/page-server'

// What becomes of readers when the server behind is slow, and of pages that are read often.

let front: PageServer
beforeAll(async () => {
  front = await aPageServer({ patienceMs: 200 })
})
afterAll(() => front.close())

test('nobody waits for ever for a page that somebody else asked for: they ask for themselves', async () => {
  let asked = 0
  front.answers((_, response) => {
    asked += 1
    const { headers, body } = aPage(front, 'Here at last')
    // The first is never answered.
    if (asked > 1) response.writeHead(200, headers).end(body)
  })
  const [first, second] = await Promise.all([front.get('/slow'), front.get('/slow')])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(first.text).toContain('Here at last')
  expect(second.text).toContain('Here at last')
})

test('what is for one reader alone and comes late goes to that reader, and is not stored', async () => {
  let asked = 0
  front.answers((_, response) => {
    asked += 1
    const own = `Yours, answer ${asked}`
    if (asked > 1)
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'private' }).end(own)
  })
  expect((await front.get('/own')).text).toBe('Yours, answer 2')
  expect((await front.get('/own')).text).toBe('Yours, answer 3')
})

test('a page that is read again is packed smaller, and says the same', async () => {
  const words = Array.from({ length: 3000 }, (_, place) => `word${(place * 7919) % 613}`).join(' ')
  front.answers((_, response) => {
    const { headers, body } = aPage(front, words)
    response.writeHead(200, headers).end(body)
  })
  const brotli = { 'accept-encoding': 'br' }
  const first = await front.get('/long', brotli)
  const again = await front.get('/long', brotli)
  await expect
    .poll(async () => (await front.get('/long', brotli)).body.length)
    .toBeLessThan(first.body.length)
  const packed = await front.get('/long', brotli)
  expect(packed.headers['content-length']).toBe(String(packed.body.length))
  expect(packed.headers.etag).toBe(again.headers.etag)
  expect(brotliDecompressSync(packed.body)).toEqual(brotliDecompressSync(first.body))
  const zipped = await front.get('/long', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(zipped.body)).toEqual(brotliDecompressSync(first.body))
})
