import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT, KEEP, SECRET as SECRET_HEADER } from '@/scripts/lib/page-server/headers.mjs'
import { isFromPageServer, trustNothing } from '@/scripts/lib/refuse.mjs'
import { aPageServer, OUR_NAME, type PageServer, SECRET, send } from '@/tests/support/page-server'

// Who is believed about what: readers about nothing, the page server about where they are, our own proxies too.

let front: PageServer
beforeAll(async () => {
  front = await aPageServer()
})
afterAll(() => front.close())

describe('what readers say of themselves is not believed', () => {
  const claims = {
    'x-client-address': '10.0.0.1',
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '10.0.0.1',
    [KEEP]: '99999999999999 page:1',
    [SECRET_HEADER]: 'guessed',
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'x-prerender-revalidate': 'guess',
    'x-rewrite-url': '/admin',
    connection: 'keep-alive, x-client-address, x-cupboard-secret',
  }

  test.each([
    ['GET', '/about'],
    ['GET', '/api/me'],
    ['POST', '/contact'],
  ])('%s %s', async (method, path) => {
    front.answers((_, response) => response.end('x'))
    await front.send(path, { method, headers: claims })
    const reached = front.seen[0]?.headers ?? {}
    expect(reached).toMatchObject({ [CLIENT]: '127.0.0.1', [SECRET_HEADER]: SECRET })
    expect(JSON.stringify(reached)).not.toMatch(/10\.0\.0\.1|evil|guess|99999|admin|subrequest|nextjs/)
  })

  test('the Next server believes the page server, and nobody else, about where a reader is', () => {
    const asked = (headers: Record<string, string>) => ({
      method: 'GET',
      url: '/',
      headers,
      socket: { remoteAddress: '127.0.0.1' },
    })
    const ours = asked({ [SECRET_HEADER]: SECRET, [CLIENT]: '192.0.2.7' })
    const theirs = asked({ [SECRET_HEADER]: `${SECRET.slice(1)}x`, [CLIENT]: '192.0.2.7' })
    const nobodys = asked({ [SECRET_HEADER]: '', [CLIENT]: '192.0.2.7' })
    trustNothing(ours, SECRET)
    trustNothing(theirs, SECRET)
    trustNothing(nobodys, undefined)
    expect([ours, theirs, nobodys].map(isFromPageServer)).toEqual([true, false, false])
    expect([ours, theirs, nobodys].map(({ headers }) => headers)).toEqual([
      { [CLIENT]: '192.0.2.7' },
      { [CLIENT]: '127.0.0.1' },
      { [CLIENT]: '127.0.0.1' },
    ])
  })

  test('what might be stored is asked for in our own name, and with nothing of theirs', async () => {
    front.answers((_, response) => response.end('x'))
    await front.get('/about', {
      ...claims,
      host: 'evil.example',
      'user-agent': 'evil',
      'if-none-match': '"x"',
      'x-anything': 'evil',
      'content-security-policy': "script-src 'nonce-evil'",
      'next-router-state-tree': 'evil',
      purpose: 'prefetch',
    })
    expect(front.seen[0]?.headers).toEqual({
      host: OUR_NAME,
      'user-agent': 'Cupboard page server',
      'accept-encoding': 'identity',
      connection: 'keep-alive',
      [CLIENT]: '127.0.0.1',
      [SECRET_HEADER]: SECRET,
    })
  })
})

test('a reader behind a load balancer of ours is found, and nobody else is believed', async () => {
  const behind = await aPageServer({ proxies: '127.0.0.1, 192.0.2.0/24' })
  try {
    behind.answers((_, response) => response.end('x'))
    const seenAs = async (forwarded?: string) => {
      await send(behind.port, '/api/me', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })
      return behind.seen.at(-1)?.headers[CLIENT]
    }
    expect(await seenAs('203.0.113.9')).toBe('203.0.113.9')
    expect(await seenAs('10.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(await seenAs('203.0.113.9, 192.0.2.4')).toBe('203.0.113.9')
    expect(await seenAs('2001:db8::7')).toBe('2001:db8::7')
    expect(await seenAs('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(await seenAs('nonsense')).toBe('127.0.0.1')
    expect(await seenAs()).toBe('127.0.0.1')
  } finally {
    await behind.close()
  }
})
