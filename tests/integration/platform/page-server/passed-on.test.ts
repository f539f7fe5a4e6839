import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEEP } from '@/scripts/lib/page-server/headers.mjs'
import { aPage, aPageServer, type PageServer } from '@/tests/support/page-server'

// Everything that is not stored reaches the Next server as it was sent, and its answer the reader.

let front: PageServer
beforeAll(async () => {
  front = await aPageServer()
})
afterAll(() => front.close())

test('a form arrives as it was sent, and its answer as it was given', async () => {
  let body = ''
  front.answers(async (incoming, response) => {
    for await (const chunk of incoming) body += chunk
    response.writeHead(
      303,
      [
        ['Location', '/case-studies/7-x'],
        ['Set-Cookie', 'a=1; Path=/'],
        ['Set-Cookie', 'b=2; Path=/'],
        ['X-Action-Redirect', '/there;push'],
      ].flat(),
    )
    response.end('seen')
  })
  const headers = {
    host: 'cupboard.example:3000',
    origin: 'http://cupboard.example:3000',
    'content-type': 'application/x-www-form-urlencoded',
    cookie: 'cupboard-session=sealed',
    'next-action': 'abc',
  }
  const answer = await front.send('/case-studies/new?a=b%20c', {
    method: 'POST',
    headers,
    body: 'title=Buses',
  })
  expect([answer.status, answer.text, body]).toEqual([303, 'seen', 'title=Buses'])
  expect(answer.headers).toMatchObject({
    location: '/case-studies/7-x',
    'set-cookie': ['a=1; Path=/', 'b=2; Path=/'],
    'x-action-redirect': '/there;push',
  })
  const [incoming] = front.seen
  expect([incoming?.method, incoming?.url]).toEqual(['POST', '/case-studies/new?a=b%20c'])
  expect(incoming?.headers).toMatchObject({ ...headers, 'content-length': '11' })
})

describe('uploads', () => {
  const path = '/api/files'
  test.each([
    ['with their length', true],
    ['in pieces of unknown length', false],
  ])('of 20 MB pass, %s', async (_, told) => {
    const file = randomBytes(20 * 1024 * 1024)
    front.answers(async (incoming, response) => {
      const hash = createHash('sha256')
      for await (const chunk of incoming) hash.update(chunk)
      response.end(hash.digest('hex'))
    })
    const headers: Record<string, string> = told ? {} : { 'transfer-encoding': 'chunked' }
    const answer = await front.send(path, { method: 'POST', headers, body: file })
    expect(answer.text).toBe(createHash('sha256').update(file).digest('hex'))
  })

  test('too large by their own word are refused before they are sent', async () => {
    front.answers((_, response) => response.end('never'))
    const sent = request({
      port: front.port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: { 'content-length': 30_000_000 },
    })
    sent.on('error', () => undefined)
    sent.flushHeaders()
    const [answer] = await once(sent, 'response')
    expect(answer.statusCode).toBe(413)
    expect(front.seen).toHaveLength(0)
    sent.destroy()
  })

  test('too large without a word are refused while they are sent, and what is behind is left', async () => {
    const left = new Promise<void>((resolve) => {
      front.answers(async (incoming) => {
        await incoming
          .resume()
          .toArray()
          .catch(() => undefined)
        resolve()
      })
    })
    const sent = request({
      port: front.port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/contact',
      headers: { 'transfer-encoding': 'chunked' },
    })
    sent.on('error', () => undefined)
    const answered = once(sent, 'response')
    sent.write(Buffer.alloc(1_100_000))
    const [answer] = await answered
    expect(answer.statusCode).toBe(413)
    await left
    sent.destroy()
  })

  test.each([
    ['with their length', '/contact', {}],
    ['without it', '/contact', { 'transfer-encoding': 'chunked' }],
    ['from another site', '/api/files', { origin: 'https://other.example' }],
  ])('that are refused are taken to their end, so that the answer is heard: %s', async (_, path, headers) => {
    front.answers((incoming, response) => incoming.resume().on('end', () => response.end('never')))
    const answer = await front.send(path, { method: 'POST', headers, body: Buffer.alloc(15_000_000) })
    expect(answer.status).toBe(path === '/contact' ? 413 : 403)
    expect(answer.text).toContain('Nothing was changed')
  })

  test('refused early by what is behind are answered with its words', async () => {
    front.answers((_, response) => response.writeHead(403).end('Not you.'))
    const answer = await front.send(path, { method: 'POST', body: Buffer.alloc(5_000_000) })
    expect([answer.status, answer.text]).toEqual([403, 'Not you.'])
  })
})

test('an answer reaches the reader piece by piece, as it is made', async () => {
  let goOn = () => {}
  front.answers((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.write('first ')
    goOn = () => response.end('second')
  })
  const sent = request({ port: front.port, host: '127.0.0.1', path: '/api/v1/changes' }).end()
  const [answer] = await once(sent, 'response')
  const [first] = await once(answer, 'data')
  expect(String(first)).toBe('first ')
  goOn()
  const [second] = await once(answer, 'data')
  expect(String(second)).toBe('second')
})

test('headers come before there is anything to read', async () => {
  front.answers((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders()
  })
  const sent = request({ port: front.port, host: '127.0.0.1', path: '/api/v1/changes' }).end()
  sent.on('error', () => undefined)
  const [answer] = await once(sent, 'response')
  expect(answer.statusCode).toBe(200)
  sent.destroy()
})

describe('a reader who leaves ends the work behind', () => {
  test.each([
    ['before it answers', '/api/v1/changes', false],
    ['while it answers', '/api/v1/changes', true],
    ['while it answers what might have been stored', '/search?q=bins', true],
  ])('%s', async (_, path, begun) => {
    let ended: () => void
    const left = new Promise<void>((resolve) => {
      ended = resolve
    })
    const reached = new Promise<void>((resolve) => {
      front.answers((_, response) => {
        response.once('close', () => ended())
        if (begun) response.writeHead(200, { 'content-type': 'text/html' }).write('begun')
        resolve()
      })
    })
    const sent = request({ port: front.port, host: '127.0.0.1', path }).end()
    sent.on('error', () => undefined)
    await reached
    if (begun) await once(sent, 'response')
    sent.destroy()
    await left
  })
})

test('a connection that was used is used again, and nothing that a reader does ends it for the next', async () => {
  const sockets = new Set<unknown>()
  front.answers((incoming, response) => {
    sockets.add(incoming.socket)
    response.writeHead(200, { 'content-type': 'text/plain' }).end('well')
  })
  const signedIn = { cookie: 'cupboard-session=sealed' }
  for (let round = 0; round < 40; round++) {
    const answers = await Promise.all(['/api/me', '/', '/about'].map((path) => front.get(path, signedIn)))
    expect(answers.map(({ text }) => text)).toEqual(['well', 'well', 'well'])
  }
  expect(sockets.size).toBeLessThan(10)
})

test('a slow reader slows what is behind, and fills no memory here', async () => {
  const size = 60 * 1024 * 1024
  let sentOut = 0
  let stuck: () => void
  const full = new Promise<void>((resolve) => {
    stuck = resolve
  })
  front.answers((_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size })
    const piece = Buffer.alloc(1024 * 1024)
    const go = (): void => {
      while (sentOut < size) {
        sentOut += piece.length
        if (response.write(piece)) continue
        // Everything in between is full when nothing drains for a while.
        const waiting = setTimeout(stuck, 1000)
        response.once('drain', () => {
          clearTimeout(waiting)
          go()
        })
        return
      }
      response.end()
    }
    go()
  })
  const socket = connect(front.port, '127.0.0.1')
  socket.pause()
  socket.write('GET /files/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  await full
  expect(sentOut).toBeLessThan(size / 2)
  let received = 0
  socket.on('data', (chunk) => {
    received += chunk.length
  })
  socket.resume()
  await once(socket, 'close')
  expect(received).toBeGreaterThan(size)
})

test('one rendering is shared by all who wait for it', async () => {
  let go = () => {}
  front.answers((_, response) => {
    const { headers, body } = aPage(front, 'Shared')
    go = () => response.writeHead(200, headers).end(body)
  })
  const readers = Array.from({ length: 20 }, () => front.get('/stories'))
  await expect.poll(() => front.seen.length).toBe(1)
  go()
  const answers = await Promise.all(readers)
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(front.seen).toHaveLength(1)
})

describe('what turns out not to be for everybody is given to nobody else', () => {
  test.each([
    ['an answer for one person', 200],
    ['a failure', 500],
  ])('%s', async (_, status) => {
    let count = 0
    const release: (() => void)[] = []
    front.answers((incoming, response) => {
      const mine = `${++count} for ${incoming.headers.cookie}`
      const answer = () => response.writeHead(status, { 'content-type': 'text/html' }).end(mine)
      // The first waits until all the others wait for it.
      if (count === 1) release.push(answer)
      else answer()
    })
    const first = front.get(`/people/${status}`, { cookie: 'reader=0' })
    await expect.poll(() => release.length).toBe(1)
    const others = [1, 2, 3, 4].map((reader) =>
      front.get(`/people/${status}`, { cookie: `reader=${reader}` }),
    )
    // Another address is not held up.
    await front.get('/elsewhere')
    release[0]?.()
    const answers = await Promise.all([first, ...others])
    expect(answers.map(({ text }) => text.replace(/^\d+ /, ''))).toEqual(
      [0, 1, 2, 3, 4].map((reader) => `for reader=${reader}`),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(5)
    expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(status))
  })

  test('a request that fails on the way fails for one reader alone', async () => {
    let count = 0
    let cut = () => {}
    front.answers((_, response) => {
      if (++count === 1) cut = () => response.destroy()
      else response.end('well')
    })
    const first = front.get('/law')
    await expect.poll(() => count).toBe(1)
    const second = front.get('/law')
    await front.get('/elsewhere')
    cut()
    expect((await first).status).toBe(503)
    expect([(await second).status, (await second).text]).toEqual([200, 'well'])
  })
})

test('statuses and redirects reach the reader', async () => {
  front.answers((incoming, response) => {
    const status = Number(incoming.url?.slice(1))
    response
      .writeHead(status, { 'content-type': 'text/html', ...(status < 400 && { location: '/there' }) })
      .end(`${status}`)
  })
  for (const status of [301, 307, 404, 410, 422]) {
    const answer = await front.get(`/${status}`)
    expect([answer.status, answer.text]).toEqual([status, `${status}`])
    if (status < 400) expect(answer.headers.location).toBe('/there')
  }
})

test('without a server behind, readers are told plainly, and programs in their way', async () => {
  const alone = await aPageServer()
  try {
    alone.answers((_, response) => response.destroy())
    for (const asked of [{ method: 'GET' }, { method: 'POST', body: 'a=b' }]) {
      const answer = await alone.send('/contact', asked)
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5'])
      expect(answer.text).toContain('The page cannot be shown just now')
    }
    expect((await alone.get('/api/v1/changes')).headers['content-type']).toBe('application/problem+json')
  } finally {
    await alone.close()
  }
})

test('without a lease nothing is answered from memory, nor anything that might be outdated', async () => {
  const alone = await aPageServer()
  try {
    let made = 0
    alone.answers((incoming, response) => {
      const { headers, body } = aPage(alone, `answer ${++made}`)
      const { [KEEP]: _, ...unsaid } = headers
      response.writeHead(200, incoming.url === '/search' ? unsaid : headers).end(body)
    })
    await alone.get('/about')
    expect((await alone.get('/about')).text).toContain('answer 1<')
    await alone.clock.close()
    expect((await alone.get('/about')).status).toBe(503)
    expect((await alone.get('/search')).text).toContain('answer 3<')
    expect((await alone.get('/search')).text).toContain('answer 4<')
  } finally {
    await alone.close()
  }
})
