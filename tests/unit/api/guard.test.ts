import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPlainly, refusalOf, trustNothing } from '@/scripts/lib/refuse.mjs'

// What is refused before anything of the site is reached: programs get JSON, people a page.

let server: Server

beforeAll(async () => {
  server = createServer((incoming, response) => {
    trustNothing(incoming)
    const refusal = refusalOf(incoming)
    if (refusal) answerPlainly(response, refusal as [number, string, string])
    else response.end(`passed on as ${incoming.method}`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => server.close())

type Answer = { status?: number; type?: string; allow?: string; text: string }

function send(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((answered, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const { 'content-type': type, allow } = response.headers
        answered({ status: response.statusCode, type, allow, text: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', failed)
    sent.end()
  })
}

test.each([
  ['GET', '/api/v1/search?q=%00', {}, 400, 'unreadable'],
  ['GET', '/api/v1/%ff', {}, 400, 'unreadable'],
  ['GET', `/api/v1/search?q=${'x'.repeat(9000)}`, {}, 414, 'long-address'],
  ['PUT', '/api/v1/case-studies/1', { 'content-length': '2000000' }, 413, 'too-large'],
] as const)('%s %.30s is refused to a program in JSON', async (method, path, headers, status, kind) => {
  const answer = await send(method, path, headers)
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
  expect(JSON.parse(answer.text)).toMatchObject({
    status,
    type: expect.stringMatching(new RegExp(`#problem-${kind}$`)),
  })
})

test('every method reaches the API, one that Next does not know as one that no address allows', async () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    expect((await send(method, '/api/v1/case-studies/1')).text).toBe(`passed on as ${method}`)
  expect((await send('TRACE', '/api/v1/case-studies/1')).text).toBe('passed on as PATCH')
})

test('a program that says where it comes from is let through, a form of another site is not', async () => {
  const headers = { origin: 'https://other.example' }
  expect((await send('POST', '/api/v1/case-studies', headers)).text).toBe('passed on as POST')
  expect((await send('POST', '/case-studies/new', headers)).status).toBe(403)
})

test('pages refuse in HTML and say what they allow', async () => {
  const answer = await send('DELETE', '/case-studies/1')
  expect([answer.status, answer.type, answer.allow]).toEqual([
    405,
    'text/html; charset=utf-8',
    'GET, HEAD, POST, OPTIONS',
  ])
  expect((await send('PUT', '/api/v1')).status).toBe(405)
})

test('control characters in an address are refused, but the search page says so itself', async () => {
  expect((await send('GET', '/search?q=bins%00')).text).toBe('passed on as GET')
  expect((await send('GET', '/case-studies?region=%00')).status).toBe(400)
  expect((await send('GET', '/search?q=%ff')).status).toBe(400)
})
