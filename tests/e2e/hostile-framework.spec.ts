import { randomUUID } from 'node:crypto'
import { expectNothingShown, expectPlain, hostname, NEW, origin, port, raw } from '../support/hostile'
import { aCaseStudy, address, aTitle, expect, formsIn, post, send, test } from '../support/journeys'

test('the contributions of others are not shown to those who neither wrote nor review them', async ({
  visit,
}) => {
  const newcomer = await visit('newcomer')
  const title = aTitle('Not for all eyes')
  expect((await post(newcomer.request, NEW, aCaseStudy({ title }))).status()).toBe(303)
  await newcomer.goto('/account/contributions')
  const path = (await newcomer.getByRole('link', { name: title }).getAttribute('href')) ?? ''
  expect((await newcomer.request.get(path)).status()).toBe(200)

  const officer = await visit('officer')
  const seen = await officer.request.get(path)
  expect(seen.status()).toBe(404)
  expect(await seen.text()).not.toContain(title)
  const reader = await visit(null)
  expect((await reader.request.get(path, { maxRedirects: 0 })).status()).toBe(307)

  // The form of a moderator, posted by somebody else.
  const moderator = await visit('moderator')
  const form =
    formsIn(await (await moderator.request.get(path)).text()).find((each) => '#reason' in each) ?? {}
  for (const page of [officer, newcomer]) {
    const answer = await send(page.request, path, { ...form, decision: 'accept', reason: '' })
    await expectPlain(answer, 'deciding without the right', [403, 404])
  }
  const visitor = await send(reader.request, path, { ...form, decision: 'accept', reason: '' })
  expect([303, 307, 403, 404]).toContain(visitor.status())
  await newcomer.goto('/account/contributions')
  await expect(newcomer.getByRole('row').filter({ hasText: title })).toContainText('Waiting for a moderator')

  const admin = await visit('admin')
  const granting =
    formsIn(await (await admin.request.get('/admin')).text()).find((each) => '#role' in each) ?? {}
  await expectPlain(
    await send(officer.request, '/admin', { ...granting, role: 'admin' }),
    'giving a role without the right',
    [403, 404],
  )
  expect((await officer.request.get('/admin')).status()).toBe(404)
  const kept = (await (await officer.request.get('/api/me')).json()) as { me: { role: string } }
  expect(kept.me.role).toBe('contributor')
})

test('forged ids of server actions, and bodies that are no form, do nothing', async ({ visit }) => {
  const { request } = await visit('officer')
  for (const id of [
    '',
    '0',
    'x',
    '__proto__',
    'a'.repeat(42),
    `${'0'.repeat(42)}`,
    '../../etc/passwd',
    '{"id":1}',
    randomUUID(),
    'ffffffffffffffffffffffffffffffffffffffffff',
  ]) {
    for (const data of ['[]', '["$ACTION"]', '{"$":1}', '["$F1"]', `${'['.repeat(2000)}`, 'x', '']) {
      const answer = await request.post(NEW, {
        data,
        maxRedirects: 0,
        headers: { 'Next-Action': id || 'x', Origin: origin, 'Content-Type': 'text/plain;charset=UTF-8' },
      })
      await expectPlain(answer, `action ${id} with ${data.slice(0, 20)}`, [400, 404, 409])
    }
    const form = await send(request, NEW, { [`$ACTION_ID_${id}`]: '', title: 'x' })
    await expectPlain(form, `$ACTION_ID_${id}`, [200, 400, 404, 409, 422])
    const bound = await send(request, NEW, {
      $ACTION_REF_1: '',
      '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
      '$ACTION_1:1': '[{}]',
      title: 'x',
    })
    await expectPlain(bound, `a bound action ${id}`, [200, 400, 404, 409, 422])
  }
  for (const type of [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'image/png',
    '',
  ])
    for (const path of [
      NEW,
      '/',
      '/sign-in',
      '/api/favourites',
      '/api/me',
      '/case-studies/1-x',
      '/no-such-page',
    ]) {
      const answer = await request.post(path, {
        data: Buffer.from('{"title":"x"'),
        maxRedirects: 0,
        headers: { Origin: origin, 'Content-Type': type },
      })
      await expectPlain(answer, `POST ${path} as ${type}`, [200, 301, 303, 308, 400, 404, 405, 415, 422])
    }
})

test('a forged state of a form is refused like any other nonsense', async ({ visit }) => {
  // Known: the framework fails while it reads such a state, before any code of ours runs, and answers 500.
  test.fail()
  const { request } = await visit('officer')
  const hidden = formsIn(await (await request.get(NEW)).text()).find((form) => '#title' in form) ?? {}
  for (const state of [
    'null',
    '[]',
    '{}',
    '[{"status":"invalid","errors":null,"values":{"__proto__":{"x":1}}}]',
    '["$@9"]',
    '[{"errors":[{"field":1}]}]',
    '"$1:constructor:constructor"',
    '[{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B0\\"}"}]',
    '['.repeat(5000),
  ])
    await expectPlain(
      await send(request, NEW, { ...hidden, ...aCaseStudy({ title: '' }), '$ACTION_1:1': state }),
      `state ${state.slice(0, 40)}`,
      [200, 400, 404, 422],
    )
})

test('methods that nothing here uses are refused', async ({ visit }) => {
  const { request } = await visit('admin')
  for (const method of ['DELETE', 'PATCH', 'PROPFIND'])
    for (const path of ['/', '/case-studies/1-x', '/api/me', '/api/favourites', '/admin'])
      await expectPlain(
        await request.fetch(path, { method, headers: { Origin: origin } }),
        `${method} ${path}`,
        [400, 405],
      )
  for (const method of ['TRACE', 'TRACK', 'CONNECT', 'BREW']) {
    const { status, body } = await raw(
      `${method} / HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Secret: shown\r\nConnection: close\r\n\r\n`,
    )
    expect.soft([0, 400, 405, 501], `${method} answered ${status}`).toContain(status)
    expect.soft(body).not.toContain('shown')
  }
  for (const path of ['/', '/case-studies', '/api/favourites'])
    await expectPlain(
      await request.fetch(path, { method: 'PUT', headers: { Origin: origin } }),
      `PUT ${path}`,
      [400, 404, 405],
    )
})

test('P39 headers and addresses of the framework do nothing from outside', async ({ playwright }) => {
  test.setTimeout(60_000)
  const reader = await playwright.request.newContext({ baseURL: address })
  const headers: [string, string][] = [
    ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
    ['x-middleware-subrequest', 'src/middleware'],
    ['x-middleware-prefetch', '1'],
    ['x-middleware-rewrite', 'https://evil.example/'],
    ['x-middleware-next', '1'],
    ['x-middleware-set-cookie', 'a=b'],
    ['x-middleware-override-headers', 'cookie'],
    ['x-nextjs-data', '1'],
    ['x-nextjs-redirect', 'https://evil.example/'],
    ['x-nextjs-rewrite', '/admin'],
    ['x-nextjs-matched-path', '/admin'],
    ['x-nextjs-cache', 'HIT'],
    ['x-nextjs-postponed', '1'],
    ['x-next-revalidated-tags', 'everything'],
    ['x-next-cache-tags', 'everything'],
    ['x-prerender-revalidate', 'guess'],
    ['x-prerender-revalidate-if-generated', '1'],
    ['x-invoke-path', '/admin'],
    ['x-invoke-status', '500'],
    ['x-invoke-error', '{}'],
    ['x-invoke-query', '%7B%7D'],
    ['x-invoke-output', '/admin'],
    ['x-matched-path', '/admin'],
    ['x-now-route-matches', '1=admin'],
    ['x-original-url', '/admin'],
    ['x-rewrite-url', '/admin'],
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-proto', 'https'],
    ['x-forwarded-for', '10.0.0.1'],
    ['x-forwarded-prefix', '/evil'],
    ['x-real-ip', '10.0.0.1'],
    ['x-client-address', '10.0.0.1'],
    ['x-http-method-override', 'DELETE'],
    ['x-vercel-id', '1'],
    ['x-vercel-protection-bypass', '1'],
    ['next-resume', '1'],
    ['next-url', '/admin'],
    ['next-router-state-tree', 'x'],
    ['purpose', 'prefetch'],
    ['x-action-forwarded', '1'],
    ['x-action-redirected', '1'],
  ]
  const plain = mainOf(await (await reader.get('/about')).text())
  for (const [name, value] of headers) {
    const answer = await reader.get('/about', { headers: { [name]: value }, maxRedirects: 0 })
    expect.soft(answer.status(), `${name}: ${value}`).toBe(200)
    expect.soft(mainOf(await answer.text()), `${name}: ${value}`).toBe(plain)
    expect.soft(JSON.stringify(answer.headers()), name).not.toContain('evil.example')
    const closed = await reader.get('/admin', { headers: { [name]: value }, maxRedirects: 0 })
    expect.soft([307, 404], `/admin with ${name} answered ${closed.status()}`).toContain(closed.status())
    expect.soft(JSON.stringify(closed.headers()), `/admin with ${name}`).not.toContain('evil.example')
  }
  for (const path of [
    '/admin',
    '/review',
    '/account',
    '/case-studies',
    '/',
    '/no-such-page',
    '/case-studies/1-x',
  ])
    for (const rsc of [
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
      { rsc: '1', 'next-router-state-tree': '%5B' },
      { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
      { rsc: 'x' },
    ] as Record<string, string>[]) {
      const answer = await reader.get(path, { headers: rsc, maxRedirects: 0 })
      await expectPlain(answer, `${path} with ${JSON.stringify(rsc)}`, [200, 301, 307, 308, 400, 404])
      expect.soft(await answer.text(), path).not.toContain('@demo.example","')
    }
  const inside = [
    '/.env',
    '/.git/config',
    '/.git/HEAD',
    '/package.json',
    '/next.config.mjs',
    '/.next/BUILD_ID',
    '/.next/required-server-files.json',
    '/.next/server/app/page.js',
    '/_next/static/../server/app/page.js',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/data/x/index.json',
    '/_next/image?url=https%3A%2F%2Fevil.example%2Fx.png&w=64&q=75',
    '/_next/image?url=%2F%2Fevil.example&w=64&q=75',
    '/_next/webpack-hmr',
    '/__nextjs_original-stack-frame',
    '/__nextjs_source-map?filename=x',
    '/_error',
    '/_document',
    '/_app',
    '/404',
    '/500',
    '/_not-found',
    '/_global-error',
    '/server.js',
    '/data/secrets.json',
    '/../data/secrets.json',
    '/..%2fdata%2fsecrets.json',
    '/%2e%2e/data/secrets.json',
    '/prisma/schema.prisma',
    '/tsconfig.json',
    '/node_modules/next/package.json',
    '/scripts/serve.mjs',
    '/test-results/server.log',
    '/api',
    '/api/',
    '/api/auth',
    '/api/auth/signin',
    '/api/auth/error',
    '/api/auth/error?error=x',
    '/api/auth/providers',
    '/api/auth/csrf',
    '/api/auth/session',
    '/api/auth/callback/none',
    '/api/auth/%00',
    '/api/auth/signin?callbackUrl=https://evil.example',
    '/debug',
    '/actuator',
    '/metrics',
    '/favicon.ico',
  ]
  for (const path of inside) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
    expect.soft(answer.status, `${path} answered ${answer.status}`).toBeLessThan(500)
    expectNothingShown(answer.body, path)
    expect
      .soft(answer.body, path)
      .not.toMatch(/DATABASE_URL|authSecret|AUTH_SECRET|model Person|sourceMappingURL/)
    expect.soft(/location: (.*)/i.exec(answer.head)?.[1] ?? '', path).not.toContain('evil.example')
  }
  await reader.dispose()
})

function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
}

test('a Host that is not ours changes no address that we print', async () => {
  const { body, head, status } = await raw(
    `GET /about HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  )
  expect(status).toBeLessThan(500)
  expect(head + body).not.toContain('evil.example')
  const there = await raw(`GET /account HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
  expect(/location: (.*)/i.exec(there.head)?.[1] ?? '').not.toContain('//evil.example')
})

test('guessing a password is stopped with 429 and a time to try again, for that account alone', async ({
  playwright,
}) => {
  const email = `guessed-${randomUUID()}@example.gov.uk`
  const context = await playwright.request.newContext({ baseURL: address })
  const form = formsIn(await (await context.get('/sign-in')).text()).find((each) => '#password' in each) ?? {}
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await send(context, '/sign-in', { ...form, email, password: `wrong ${tries}` })
    expect(answer.status(), `try ${tries + 1}`).toBe(422)
  }
  const stopped = await send(context, '/sign-in', { ...form, email, password: 'wrong again' })
  expect(stopped.status()).toBe(429)
  expect(await stopped.text()).toMatch(/Too many tries\. Wait (a minute|\d+ minutes) and try again/)
  const other = await send(context, '/sign-in', {
    ...form,
    email: 'chief@demo.example',
    password: 'open-the-cupboard',
  })
  expect(other.status()).toBe(303)
  await context.dispose()
})

test('a session cookie that is forged, cut or made up signs nobody in', async ({
  visit,
  signedIn,
  playwright,
}) => {
  const [cookie] = await signedIn('admin')
  const good = cookie?.value ?? ''
  for (const value of [
    '',
    'x',
    good.slice(0, -5),
    `${good}x`,
    good.split('.').reverse().join('.'),
    'eyJhbGciOiJub25lIn0.eyJzZXNzaW9uSWQiOiIxIn0.',
    '%00',
    'x'.repeat(3900),
  ]) {
    const context = await playwright.request.newContext({
      baseURL: address,
      extraHTTPHeaders: { Cookie: `${cookie?.name}=${value}` },
    })
    const answer = await context.get('/admin', { maxRedirects: 0 })
    await expectPlain(answer, `cookie ${value.slice(0, 20)}`, [307, 400])
    expect(await (await context.get('/api/me')).json()).toEqual({ me: null })
    await context.dispose()
  }
  const page = await visit('admin')
  expect((await page.request.get('/admin')).status()).toBe(200)
  const kept = (await page.context().cookies()).find(({ name }) => name === cookie?.name)
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})
