import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { frameworkPolicy, plainPolicy } from '../../../scripts/lib/content-policy.mjs'
import { withPlainAnswer } from '../../../scripts/lib/plain-answer.mjs'

const FRAMEWORK = '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'
const PAGE = `<!DOCTYPE html><html lang="en-GB"><body><p>Ŵ</p>${FRAMEWORK}</body></html>`
const PLAIN = '<!DOCTYPE html><html lang="en-GB"><body><p>Ŵ</p></body></html>'
const FOR_NOBODY = PLAIN.replace('<html lang="en-GB"', '<html lang="en-GB" data-nobody=""')

let close = () => {}
afterEach(() => close())

/** Answers as Next does: the headers first, then the page in pieces. */
async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const listener: RequestListener = (request, response) => {
    withPlainAnswer(request, response)
    response.setHeader('Content-Security-Policy', frameworkPolicy)
    handle(request, response)
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => server.close()
  const { port } = server.address() as AddressInfo
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } })
}

function page(_: IncomingMessage, response: ServerResponse) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('ETag', '"of-the-page-before"')
  response.setHeader('Link', '</x.woff2>; rel=preload; as="font"')
  response.flushHeaders()
  response.write(PAGE.slice(0, 50))
  response.end(Buffer.from(PAGE.slice(50)))
}

test('a page goes out whole and plain, with the strict policy and a mark of its own', async () => {
  const get = await serve(page)
  const answer = await get('/about')
  expect(await answer.text()).toBe(FOR_NOBODY)
  expect(answer.headers.get('content-security-policy')).toBe(plainPolicy)
  expect(answer.headers.get('link')).toBeNull()
  expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(FOR_NOBODY)))
  const etag = answer.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/)

  expect((await get('/about', { 'if-none-match': etag })).status).toBe(304)
  const signedIn = await get('/about', { 'if-none-match': etag, cookie: '__Host-cupboard-session=x' })
  expect(signedIn.status).toBe(200)
  expect(await signedIn.text()).toBe(PLAIN)
})

test('it is packed for who can unpack it, though Next never is asked to', async () => {
  const asked: (string | string[] | undefined)[] = []
  const get = await serve((request, response) => {
    asked.push(request.headers['accept-encoding'])
    page(request, response)
  })
  const answer = await get('/', { 'accept-encoding': 'gzip' })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.text()).toBe(FOR_NOBODY)
  expect(asked).toEqual([undefined])
})

test('a page that needs the framework keeps it, and the policy that goes with it', async () => {
  const late = PAGE.replace('<p>', '<!--$?--><template id="B:0"></template><!--/$--><p>')
  const get = await serve((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(late)
  })
  const answer = await get('/account')
  expect(await answer.text()).toBe(late.replace('<html lang="en-GB"', '<html lang="en-GB" data-nobody=""'))
  expect(answer.headers.get('content-security-policy')).toBe(frameworkPolicy)
})

test('the status of the page stays, and pages already marked for one reader are marked for the next', async () => {
  const get = await serve((_, response) => {
    response.statusCode = 404
    response.setHeader('Content-Type', 'text/html')
    response.end(FOR_NOBODY)
  })
  const answer = await get('/no-such-page', { cookie: 'cupboard-session=x' })
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe(PLAIN)
  expect(await (await get('/no-such-page')).text()).toBe(FOR_NOBODY)
})

test('what is no page passes as it comes', async () => {
  const get = await serve((request, response) => {
    response.setHeader('Content-Type', request.url === '/robots' ? 'text/plain' : 'text/html')
    response.write(PAGE)
    response.end()
  })
  for (const path of [
    '/files/12',
    '/_next/static/x.html',
    '/api/files',
    '/search/results.csv?q=a',
    '/robots',
  ]) {
    const answer = await get(path)
    expect(await answer.text(), path).toBe(PAGE)
    expect(answer.headers.get('content-security-policy'), path).toBe(frameworkPolicy)
  }
  expect(await (await get('/about', { rsc: '1' })).text()).toBe(PAGE)
  expect(await (await get('/api/v1')).text()).toBe(FOR_NOBODY)
})
