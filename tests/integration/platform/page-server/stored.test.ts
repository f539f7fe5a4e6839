import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEEP, QUERY } from '@/scripts/lib/page-server/headers.mjs'
import { aPage, aPageServer, type PageServer } from '@/tests/support/page-server'

// What is stored and given to everybody, and beside it what never is.

let front: PageServer
beforeAll(async () => {
  front = await aPageServer()
})
afterAll(() => front.close())

type Given = { status?: number; headers: OutgoingHttpHeaders; body: string | Buffer }

function answering(given: (path: string) => Given): RequestListener {
  return (request, response) => {
    const { status = 200, headers, body } = given(request.url ?? '')
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
  }
}

test('a page that is the same for everybody is asked for once', async () => {
  front.answers(answering((path) => aPage(front, `About ${path}`)))
  const first = await front.get('/about')
  const second = await front.get('/about')
  expect([first.status, first.text]).toEqual([200, expect.stringContaining('<main>About /about</main>')])
  expect(second.text).toBe(first.text)
  expect(second.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^W\/"[\w-]{22}"$/),
  })
  expect(Object.keys(second.headers).filter((name) => name.startsWith('x-cupboard'))).toEqual([])
  expect(front.seen).toHaveLength(1)
  expect((await front.get('/')).text).toContain('About /<')
  expect(front.seen).toHaveLength(2)
})

describe('an answer that is not for everybody is asked for each time', () => {
  test.each<[string, (page: Given) => Given]>([
    ['does not say so', ({ headers: { [KEEP]: _, ...headers }, body }) => ({ headers, body })],
    ['sets a cookie', (page) => ({ ...page, headers: { ...page.headers, 'set-cookie': ['a=b'] } })],
    ['is private', (page) => ({ ...page, headers: { ...page.headers, 'cache-control': 'private' } })],
    [
      'is not to be stored',
      (page) => ({ ...page, headers: { ...page.headers, 'cache-control': 'no-store' } }),
    ],
    ['was not found', (page) => ({ ...page, status: 404 })],
    ['is gone', (page) => ({ ...page, status: 410 })],
    ['moved', (page) => ({ ...page, status: 301, headers: { ...page.headers, location: '/there' } })],
    ['failed', (page) => ({ ...page, status: 500 })],
    ['is unreadable', (page) => ({ ...page, status: 422 })],
    [
      'is part of a page',
      (page) => ({ ...page, headers: { ...page.headers, 'content-type': 'text/x-component' } }),
    ],
    ['is JSON', (page) => ({ ...page, headers: { ...page.headers, 'content-type': 'application/json' } })],
    [
      'has an unknown encoding',
      (page) => ({ ...page, headers: { ...page.headers, 'content-encoding': 'zstd' } }),
    ],
    [
      'says when it began in no number',
      (page) => ({ ...page, headers: { ...page.headers, [KEEP]: 'now page:1' } }),
    ],
  ])('because it %s', async (_, changed) => {
    let asked = 0
    front.answers(answering(() => changed(aPage(front, `answer ${++asked}`))))
    const before = await front.get('/thing')
    const last = asked
    const after = await front.get('/thing')
    expect(before.text).not.toBe(after.text)
    expect(asked).toBeGreaterThan(last)
    expect(after.status).toBe(changed(aPage(front, '')).status ?? 200)
    expect(front.store.size).toBe(0)
    expect(after.headers).not.toHaveProperty(KEEP)
    front.answers(answering(() => aPage(front, `whole ${++asked}`)))
    expect((await front.get('/thing')).text).toBe((await front.get('/thing')).text)
  })
})

describe('a request that is not plain reading passes by the store', () => {
  test.each<[string, string, Record<string, string>]>([
    ['somebody signed in', 'GET', { cookie: 'a=b; cupboard-session=sealed' }],
    ['somebody signed in by https', 'GET', { cookie: '__Host-cupboard-session=sealed' }],
    ['the framework, for a part', 'GET', { rsc: '1' }],
    ['a server action', 'POST', { 'next-action': 'x' }],
    ['a part of it', 'GET', { range: 'bytes=0-3' }],
    ['a program with a token', 'GET', { authorization: 'Bearer x' }],
    ['a form', 'POST', {}],
  ])('%s', async (_, method, headers) => {
    let asked = 0
    front.answers(answering(() => aPage(front, `answer ${++asked}`)))
    const stored = await front.get('/case-studies/1-x')
    const theirs = await front.send('/case-studies/1-x', { method, headers })
    expect([stored.text, theirs.text]).toEqual([
      expect.stringContaining('answer 1<'),
      expect.stringContaining('answer 2<'),
    ])
    expect((await front.get('/case-studies/1-x')).text).toBe(stored.text)
    // Nor does it fill the store for others.
    front.store.clear()
    await front.send('/case-studies/1-x', { method, headers })
    expect(front.store.size).toBe(0)
    expect((await front.get('/case-studies/1-x', { cookie: 'another=1' })).text).toContain('answer 4<')
    expect(front.store.size).toBe(1)
  })
})

test('a page that is cut off is not stored, and the next reader gets it whole', async () => {
  let whole = false
  front.answers((_, response) => {
    const { headers, body } = aPage(front, 'A long story')
    response.writeHead(200, { ...headers, 'content-length': body.length })
    if (whole) return response.end(body)
    response.write(body.slice(0, 50), () => response.destroy())
  })
  expect((await front.get('/stories/1-x')).status).toBe(503)
  expect(front.store.size).toBe(0)
  whole = true
  expect((await front.get('/stories/1-x')).text).toContain('A long story')
  expect(front.store.size).toBe(1)
})

test('a stored page is made anew once something it shows is published, and not for anything else', async () => {
  let made = 0
  front.answers(answering(() => aPage(front, `revision ${++made}`)))
  await front.get('/case-studies/1-x')
  await front.publish('page:2')
  expect((await front.get('/case-studies/1-x')).text).toContain('revision 1<')
  await front.publish('page:1')
  expect((await front.get('/case-studies/1-x')).text).toContain('revision 2<')
})

test('a page that was being made while something it shows was published is made again', async () => {
  let made = 0
  front.answers(async (_, response) => {
    const { headers, body } = aPage(front, `revision ${++made}`)
    if (made === 1) await front.publish('page:1')
    response.writeHead(200, headers).end(body)
  })
  expect((await front.get('/case-studies/1-x')).text).toContain('revision 2<')
  expect((await front.get('/case-studies/1-x')).text).toContain('revision 2<')
  // Nobody who is signed in gets the outdated one either.
  made = 0
  const signedIn = { cookie: 'cupboard-session=sealed' }
  expect((await front.get('/case-studies/1-x', signedIn)).text).toContain('revision 2<')
})

test('a page that stays older than a publication is given to nobody, and asked for again and again', async () => {
  let made = 0
  front.answers(answering(() => aPage(front, `revision ${++made}`, { [KEEP]: '1 page:1' })))
  expect((await front.get('/case-studies/1-x')).status).toBe(503)
  expect([front.store.size, made > 5]).toEqual([0, true])
  front.answers(answering(() => aPage(front, 'well')))
  expect((await front.get('/case-studies/1-x')).text).toContain('well')
})

test('a page that shows nothing that could be published is stored too', async () => {
  let made = 0
  front.answers(answering(() => aPage(front, `about ${++made}`, { [KEEP]: `${front.clock.now()} ` })))
  await front.get('/about')
  await front.publish('page:1')
  expect((await front.get('/about')).text).toContain('about 1<')
  await front.publish('*')
  expect((await front.get('/about')).text).toContain('about 2<')
})

test('questions that a page does not ask are not stored, those it asks are, each', async () => {
  let made = 0
  front.answers(
    answering((path) =>
      aPage(front, `${path} ${++made}`, path.includes('from') ? { [QUERY]: 'counts' } : {}),
    ),
  )
  await front.get('/about?made=up')
  await front.get('/about?made=up')
  expect([made, front.store.size]).toEqual([2, 0])
  await front.get('/compare?from=1')
  await front.get('/compare?from=1')
  await front.get('/compare?from=2')
  expect([made, front.store.size]).toEqual([4, 2])
})

describe('each reader gets the form that their browser likes best', () => {
  const long = 'The council buys from nearby. '.repeat(200)
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['GZIP ; Q=0.3', 'gzip'],
    ['br;q=0.2, identity;q=0.7', undefined],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['*;q=0.1, br;q=0', 'gzip'],
    ['deflate', undefined],
    ['gzip;q=nonsense', undefined],
  ])('%s: %s', async (accepted, encoding) => {
    front.answers(answering(() => aPage(front, long)))
    const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-encoding': accepted }
    for (const answer of [await front.get('/about', headers), await front.get('/about', headers)]) {
      expect(answer.headers['content-encoding']).toBe(encoding)
      expect(answer.headers.vary).toMatch(/Accept-Encoding/)
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
      const open = { gzip: gunzipSync, br: brotliDecompressSync }[encoding ?? ''] ?? ((body: Buffer) => body)
      expect(open(answer.body).toString()).toContain(long)
    }
  })

  test('also when the page comes compressed', async () => {
    front.answers((request, response) => {
      const { headers, body } = aPage(front, long)
      const zipped = request.headers['accept-encoding'] === 'gzip'
      response.writeHead(200, { ...headers, ...(zipped && { 'content-encoding': 'gzip' }) })
      response.end(zipped ? gzipSync(body) : body)
    })
    expect(gunzipSync((await front.get('/about', { 'accept-encoding': 'gzip' })).body).toString()).toContain(
      long,
    )
    expect((await front.get('/about')).text).toContain(long)
    expect(front.seen).toHaveLength(1)
  })
})

test('a reader who has the page already is told so, without it', async () => {
  front.answers(answering(() => aPage(front, 'Again')))
  const { headers } = await front.get('/about')
  const etag = headers.etag as string
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const again = await front.get('/about', { 'if-none-match': known })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
  }
  expect((await front.get('/about', { 'if-none-match': '"other"' })).status).toBe(200)
  await front.publish('page:1')
  front.answers(answering(() => aPage(front, 'Anew')))
  expect((await front.get('/about', { 'if-none-match': etag })).text).toContain('Anew')
})

test('a reader who has what is not stored is told so by what made it', async () => {
  front.answers((request, response) => {
    const known = request.headers['if-none-match'] === '"feed"'
    response.writeHead(known ? 304 : 200, { 'content-type': 'application/atom+xml', etag: '"feed"' })
    response.end(known ? undefined : '<feed/>')
  })
  for (const path of ['/feeds/changes', '/feeds/changes']) {
    expect((await front.get(path)).text).toBe('<feed/>')
    expect((await front.get(path, { 'if-none-match': '"feed"' })).status).toBe(304)
  }
})

test('a reader who has a page already has it stored for the others all the same', async () => {
  front.answers((request, response) => {
    if (request.headers['if-none-match']) return response.writeHead(304).end()
    const { headers, body } = aPage(front, 'Whole')
    response.writeHead(200, headers).end(body)
  })
  for (const known of ['*', '"x"']) {
    front.store.clear()
    const answer = await front.get('/about', { 'if-none-match': known })
    expect([answer.status, front.store.size]).toEqual([known === '*' ? 304 : 200, 1])
  }
})

test('HEAD answers what GET would, without the page', async () => {
  front.answers(
    answering((path) =>
      path === '/about' ? aPage(front, 'Heads') : { headers: { etag: '"x"' }, body: 'x' },
    ),
  )
  const first = await front.send('/about', { method: 'HEAD' })
  const page = await front.get('/about')
  const then = await front.send('/about', { method: 'HEAD' })
  for (const head of [first, then]) {
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, page.headers.etag])
    expect(head.headers['content-length']).toBe(String(page.body.length))
  }
  expect(front.seen).toHaveLength(1)
  for (const path of ['/search', '/api/health/live']) {
    const passed = await front.send(path, { method: 'HEAD' })
    expect([passed.status, passed.body.length, passed.headers.etag]).toEqual([200, 0, '"x"'])
  }
})

test('files of the site are stored too, and never those of people', async () => {
  front.answers((request, response) => {
    const immutable = { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' }
    response
      .writeHead(request.url?.includes('missing') ? 404 : 200, immutable)
      .end('main { color: black }'.repeat(50))
  })
  for (const path of [
    '/_next/static/css/a.css',
    '/me.js',
    '/files/12',
    '/api/me',
    '/_next/static/missing.js',
  ]) {
    await front.get(path)
    await front.get(path)
  }
  expect(front.seen.map(({ url }) => url)).toEqual(
    ['/_next/static/css/a.css', '/me.js', '/files/12', '/files/12', '/api/me', '/api/me'].concat(
      Array(2).fill('/_next/static/missing.js'),
    ),
  )
  const style = await front.get('/_next/static/css/a.css', { 'accept-encoding': 'br' })
  expect(style.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})
