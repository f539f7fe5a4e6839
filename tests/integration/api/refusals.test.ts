import { beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE } from '@/lib/api/example'
import { createToken, listTokens, revokeToken } from '@/lib/api/tokens'
import { db } from '@/lib/platform/db'
import { countRequest } from '@/lib/platform/rate-limit'
import { aProgram, ask } from '../../support/api'
import { aPerson, theContentsTree, value } from '../../support/builders'

beforeAll(theContentsTree)

const publish = (token: string | undefined, body: unknown = EXAMPLE, headers: Record<string, string> = {}) =>
  ask('POST', '/case-studies', { token, body, headers })

describe('tokens', () => {
  test('writing needs one that may write, of somebody who is verified', async () => {
    const none = await publish(undefined)
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringMatching(/^Bearer realm=/),
    ])
    const reading = await publish((await aProgram('read')).token)
    expect(reading.status).toBe(403)
    expect(reading.body.type).toMatch(/#problem-read-only$/)
    const waiting = await publish((await aProgram('write', 'pending')).token)
    expect(waiting.status).toBe(403)
    expect(waiting.body.type).toMatch(/#problem-waits-for-review$/)
    expect((await publish((await aProgram('write')).token)).status).toBe(201)
  })

  test('a wrong one is refused even where none is needed', async () => {
    for (const Authorization of [
      'Bearer spc_wrong',
      `Bearer spc_${'x'.repeat(43)}`,
      'Basic YTpi',
      'Bearer',
      'x',
    ]) {
      const { status, headers } = await ask('GET', '/case-studies', { headers: { Authorization } })
      expect(status, Authorization).toBe(401)
      expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
  })

  test('a revoked one stops at once, and nobody revokes those of others', async () => {
    const { token, person } = await aProgram()
    const [row] = await listTokens(person)
    const id = row?.id as number
    expect(await revokeToken(await aPerson(), id)).toEqual({ ok: false, reason: 'not-found' })
    expect((await ask('GET', '/me', { token })).status).toBe(200)
    expect(await revokeToken(person, id)).toEqual({ ok: true, value: null })
    expect((await ask('GET', '/me', { token })).status).toBe(401)
    expect(await listTokens(person)).toEqual([])
  })

  test('those of a suspended person stop at once', async () => {
    const { token, person } = await aProgram()
    expect((await ask('GET', '/me', { token })).status).toBe(200)
    await db.person.update({ where: { id: person.id }, data: { suspendedAt: new Date() } })
    expect((await ask('GET', '/me', { token })).status).toBe(401)
    expect((await publish(token)).status).toBe(401)
  })

  test('only a hash is kept, the last use is noted, and there is an end to how many', async () => {
    const { token, person } = await aProgram()
    const kept = await db.apiToken.findFirstOrThrow({ where: { personId: person.id } })
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(kept).toMatchObject({ endsWith: token.slice(-4), lastUsedAt: null })
    await ask('GET', '/me', { token })
    const [used] = await listTokens(person)
    expect(used?.lastUsedAt).not.toBeNull()
    await ask('GET', '/me', { token })
    expect((await listTokens(person))[0]).toEqual(used)

    for (let held = 1; held < 20; held += 1)
      value(await createToken(person, { name: 'One more', scope: 'read' }))
    expect(await createToken(person, { name: 'Too many', scope: 'read' })).toEqual({
      ok: false,
      reason: 'too-many',
    })
  })
})

describe('bodies', () => {
  test('must be JSON, in UTF-8, not compressed, and not too large', async () => {
    const { token } = await aProgram()
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
    ])
      expect((await publish(token, EXAMPLE, { 'Content-Type': type })).status, type).toBe(415)
    expect((await publish(token, EXAMPLE, { 'Content-Encoding': 'gzip' })).status).toBe(415)
    for (const broken of ['{', '', 'x']) expect((await publish(token, broken)).status, broken).toBe(400)
    expect((await publish(token, { ...EXAMPLE, context: 'x'.repeat(1_100_000) })).status).toBe(413)
  })

  test('that nest deeply or hold very much are not looked at', async () => {
    const { token } = await aProgram()
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const body of [
      deep,
      { ...EXAMPLE, results: Array(1001).fill(1) },
      { a: Array(30).fill(Array(900).fill(0)) },
    ])
      expect((await publish(token, body)).body).toMatchObject({ status: 422, errors: [{ path: 'body' }] })
  })

  test('every wrong field is named, misspelt ones too', async () => {
    const { token } = await aProgram()
    const { title: _, ...untitled } = EXAMPLE
    const wrong = {
      ...untitled,
      sumary: 'x',
      summary: 'word '.repeat(61),
      categories: [],
      extra: { ...EXAMPLE.extra, home: 'nowhere', regions: ['Atlantis'] },
      results: [{ measure: '', after: '1', source: '1', certainty: 'told' }],
      resources: [{ kind: 'original', title: 'x', url: 'javascript:alert(1)', broken: 'yes' }],
      contact: { emial: 'x' },
      startedOn: '2026-02-31',
    }
    const { status, body } = await publish(token, wrong)
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'categories',
      'contact.emial',
      'extra.home',
      'extra.regions.0',
      'resources.0.broken',
      'resources.0.url',
      'results.0.measure',
      'startedOn',
      'sumary',
      'summary',
      'title',
    ])
  })

  test('rules that look at several fields hold as they do in the forms', async () => {
    const { token } = await aProgram()
    const pathsOf = async (changes: object) =>
      (await publish(token, { ...EXAMPLE, ...changes })).body.errors.map(({ path }: { path: string }) => path)
    expect(await pathsOf({ resources: [] })).toEqual(['resources.0.url'])
    expect(await pathsOf({ contact: { name: 'x', email: 'nobody' } })).toEqual(['contact.email'])
    expect(await pathsOf({ categories: ['D99'] })).toEqual(['categories'])
    expect(await pathsOf({ title: 'a\u0000b' })).toEqual(['title'])
    expect(await pathsOf({ context: '>'.repeat(50) })).toEqual(['context'])
  })

  test('values of the wrong kind never get further than the schema', async () => {
    const { token } = await aProgram()
    for (const body of [
      null,
      1,
      '"x"',
      [],
      { ...EXAMPLE, title: null },
      JSON.parse('{"__proto__": {}, "title": 1}'),
    ])
      expect((await publish(token, body)).status).toBe(422)
  })
})

describe('methods and origins', () => {
  test('what an address cannot do is refused with what it can', async () => {
    for (const [method, address, allow] of [
      ['DELETE', '/case-studies/1', 'GET, PUT, HEAD, OPTIONS'],
      ['PATCH', '/case-studies', 'GET, POST, HEAD, OPTIONS'],
      ['POST', '/categories', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const { status, headers } = await ask(method, address, {
        headers: { 'Content-Type': 'application/json' },
      })
      expect([status, headers.get('allow')]).toEqual([405, allow])
    }
    expect((await ask('PUT', '/nothing')).status).toBe(404)
  })

  test('browsers of other sites may read and are granted nothing else', async () => {
    const { status, headers } = await ask('OPTIONS', '/case-studies/1')
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(headers.get('access-control-allow-headers')).toBe('If-None-Match')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    const { token } = await aProgram()
    expect((await publish(token)).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('a head is the same answer without its body', async () => {
    const { status, headers, body } = await ask('HEAD', '/categories')
    expect([status, body]).toEqual([200, null])
    expect(headers.get('etag')).toBe((await ask('GET', '/categories')).headers.get('etag'))
  })
})

test('too many requests are put off, each person by themselves', async () => {
  const { token, person } = await aProgram()
  for (let sent = 0; sent < 600; sent += 1) await countRequest('api-write', person.id)
  const { status, headers } = await publish(token)
  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('GET', '/me', { token })).status).toBe(200)
  expect((await publish((await aProgram()).token)).status).toBe(201)
})
