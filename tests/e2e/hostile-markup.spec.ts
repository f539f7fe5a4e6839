import type { APIResponse } from '@playwright/test'
import { expectPlain, hostname, NEW, origin, textAt } from '../support/hostile'
import {
  aCaseStudy,
  address,
  aTitle,
  expect,
  type Fields,
  formsIn,
  idIn,
  post,
  publish,
  revise,
  send,
  test,
} from '../support/journeys'

test('P35 a form or request from another site changes nothing, at every form and route', async ({
  visit,
}) => {
  const page = await visit('officer')
  const { request } = page
  const fields = aCaseStudy()
  const path = await publish(request, fields)
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: origin, 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: `${origin}.evil.example`, 'Sec-Fetch-Site': 'same-origin' },
    { Origin: `http://${hostname}:1`, 'Sec-Fetch-Site': 'same-origin' },
  ]
  const forms: [string, Fields][] = [
    [NEW, aCaseStudy({ title: aTitle('Forged') })],
    [`${path}/edit`, { ...fields, summary: 'Forged.', note: 'x', page: idIn(path), base: '1' }],
    [`${path}/contact`, { body: 'Forged' }],
    ['/stories/new', { title: 'Forged' }],
    ['/account/settings', { name: 'Forged', listed: 'on' }],
    ['/account/favourites', { page: idIn(path) }],
    ['/account', {}],
    ['/sign-in', { email: 'a@example.gov.uk', password: 'x' }],
    ['/register', { name: 'Forged', email: 'forged@example.gov.uk', password: 'forged forged' }],
    ['/api/favourites', { page: idIn(path), keep: 'yes' }],
    ['/api/auth/signout', {}],
    ['/api/auth/callback/credentials', { email: 'a', password: 'b' }],
    ['/', {}],
  ]
  for (const [form, values] of forms) {
    const hidden =
      formsIn(await (await request.get(form)).text()).find((each) =>
        Object.keys(each).some((name) => name.startsWith('$ACTION')),
      ) ?? {}
    for (const headers of foreign) {
      const answer = await send(request, form, { ...hidden, ...values }, headers)
      await expectPlain(answer, `${form} from ${JSON.stringify(headers)}`, [403])
    }
  }
  expect(await textAt(request, path)).not.toContain('Forged')
  expect(await textAt(request, `${path}/history`)).not.toContain('Version 2')
  expect(await (await request.get('/api/me')).text()).not.toContain(`${idIn(path)}]`)
  expect((await (await request.get('/api/me')).json()).me.name).toBe('Demonstration officer')
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    await expectPlain(
      await request.fetch(`/api/favourites?page=${idIn(path)}&keep=yes`, { method }),
      method,
      [200, 204, 400, 404, 405],
    )
  expect((await (await request.get('/api/me')).json()).me.favourites).not.toContain(Number(idIn(path)))
})

const CANARY = 'cupboardCanary'
// Each sets window.cupboardCanary when it runs; several kinds in one text, so that every field is tried with all.
const PAYLOAD = [
  `<script>${CANARY}=1</script>`,
  `<img src=x onerror=${CANARY}=1>`,
  `<svg onload=${CANARY}=1>`,
  `"><b onmouseover=${CANARY}=1 autofocus onfocus=${CANARY}=1 tabindex=0>`,
  `</textarea></title></style><script>${CANARY}=1</script>`,
].join('')
const SHORT = `"'><img src=x onerror=${CANARY}=1>`
const PROSE = [
  PAYLOAD,
  `[a](javascript:${CANARY}=1) [b](JaVaScRiPt:${CANARY}=1) [c](data:text/html,<script>${CANARY}=1</script>) [d](vbscript:x)`,
  `![e](x"onerror="${CANARY}=1) <javascript:${CANARY}=1> [f]: javascript:${CANARY}=1`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe><form action=https://evil.example><input name=x></form>`,
  `<a href="&#106;avascript:${CANARY}=1">g</a><math><mtext><table><mglyph><style><img src=x onerror=${CANARY}=1>`,
  '<details open ontoggle=cupboardCanary=1><base href=https://evil.example><meta http-equiv=refresh content="0;https://evil.example">',
].join('\n\n')

function hostile(): Fields {
  return aCaseStudy({
    title: `${aTitle('Marked up')} ${SHORT}`,
    summary: PAYLOAD.slice(0, 390),
    context: PROSE,
    action: PROSE,
    impact: PROSE,
    happenedNext: PROSE,
    gaps: `${SHORT}\n${PAYLOAD.slice(0, 250)}`,
    organisation: `Body ${SHORT}`,
    partners: PAYLOAD.slice(0, 290),
    dateNote: SHORT,
    contractValue: SHORT,
    'legalStatus.legalPoint': PROSE.slice(0, 990),
    'legalStatus.approvals.0.kind': 'LEG-OWN',
    'legalStatus.approvals.0.body': PAYLOAD.slice(0, 190),
    'legalStatus.approvals.0.scope': PAYLOAD,
    'legalStatus.approvals.0.conditions': PAYLOAD,
    'legalStatus.approvals.0.documentUrl': 'https://www.example.gov.uk/?"><script>cupboardCanary=1</script>',
    'legalStatus.challenge.source': PAYLOAD,
    'legalStatus.noticeReferences': PAYLOAD,
    'resources.0.title': PAYLOAD.slice(0, 290),
    'resources.0.url': `https://www.example.gov.uk/"onmouseover="${CANARY}=1`,
    'resources.0.publisher': PAYLOAD.slice(0, 290),
    'resources.0.note': PAYLOAD.slice(0, 290),
    'resources.0.kind': 'primary',
    'results.0.measure': PAYLOAD.slice(0, 290),
    'results.0.before': SHORT,
    'results.0.after': SHORT,
    'results.0.unit': SHORT,
    'results.0.period': SHORT,
    'results.0.measuredBy': PAYLOAD.slice(0, 290),
    'results.0.source': PAYLOAD.slice(0, 290),
    'results.0.certainty': 'told',
    'contact.name': SHORT,
    'contact.organisation': PAYLOAD.slice(0, 190),
    'contact.phone': '<b onclick=1>',
    note: PAYLOAD.slice(0, 190),
    'categories[]': ['D29', 'E4.3'],
  })
}

test('P18 P19 script and markup in every field run nowhere, with the policy and without it', async ({
  visit,
  complaints,
}) => {
  test.setTimeout(240_000)
  const officer = await visit('officer')
  const fields = hostile()
  const path = await publish(officer.request, fields)
  await revise(
    officer.request,
    path,
    { ...fields, context: `${PROSE}\n\nMore. ${SHORT}`, impact: SHORT, 'results.0.after': 'x' },
    1,
  )
  const pending = hostile()
  const sent = await post((await visit('newcomer')).request, NEW, pending)
  expect(sent.status()).toBe(303)

  const shown = [
    path,
    `${path}/history`,
    `${path}/v/1`,
    `${path}/compare?from=1&to=2`,
    '/',
    '/case-studies',
    '/case-studies?category=D29',
    '/categories/D29-medical-and-laboratory-supplies',
    '/recent-changes',
    '/search?q=Marked+up',
    `/search?q=${encodeURIComponent(SHORT)}`,
    `/people?q=${encodeURIComponent(SHORT)}&organisation=${encodeURIComponent(SHORT)}`,
    `/organisations?q=${encodeURIComponent(SHORT)}`,
    `/sign-in?back=${encodeURIComponent(`/x${SHORT}`)}`,
  ]
  const edited = [`${path}/edit`, '/account', '/account/contributions', `${path}/contact`]
  for (const bypassCSP of [false, true]) {
    const reader = await visit(null, { bypassCSP })
    for (const each of shown) await expectSilent(reader, each)
    const signedIn = await visit('officer', { bypassCSP })
    for (const each of edited) await expectSilent(signedIn, each)
    const newcomer = await visit('newcomer', { bypassCSP })
    await expectSilent(newcomer, '/account/contributions')
    const moderator = await visit('moderator', { bypassCSP })
    await expectSilent(moderator, '/review')
    await moderator
      .getByRole('link', { name: String(pending.title).slice(0, 18) })
      .first()
      .click()
    await expect(moderator.getByRole('heading', { name: 'Decide' })).toBeVisible()
    expect(await ranAt(moderator)).toBe(false)
  }
  const json = await officer.request.get('/api/me')
  expect(json.headers()['content-type']).toContain('application/json')
  expect(complaints).toEqual([])

  // The same probe does fire where something runs, so that silence means something.
  const control = await visit(null, { bypassCSP: true })
  await control.goto('/about')
  await control.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), SHORT)
  await expect.poll(() => ranAt(control)).toBe(true)
})

async function expectSilent(page: import('@playwright/test').Page, path: string) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  expect.soft(await ranAt(page), `something ran on ${path}`).toBe(false)
  const dangerous = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) =>
              /^on/.test(name) ||
              (/^(href|src|action|srcdoc)$/.test(name) &&
                /^\s*(javascript|data:text|vbscript):/i.test(value)),
          )
          .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 40)}`),
      )
      .concat(
        [
          ...document.querySelectorAll(
            'main iframe, main script[src*="evil"], main base, main object, main embed, main meta',
          ),
        ].map(({ tagName }) => tagName),
      ),
  )
  expect.soft(dangerous, `dangerous markup on ${path}`).toEqual([])
}

function ranAt(page: import('@playwright/test').Page) {
  return page.evaluate((name) => name in window, CANARY)
}

const AWAY = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  'https://evil.example',
  'http:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '/%09/evil.example',
  '/\t/evil.example',
  '/%0a/evil.example',
  '/%0d%0aLocation:%20//evil.example',
  '/%5cevil.example',
  '/%2f%2fevil.example',
  '//evil%E3%80%82example',
  '/.//evil.example',
  '/..//evil.example',
  '/.\\evil.example',
  '/./\\evil.example',
  '//evil.example/%2f..',
  '//evil.example@127.0.0.1',
  'https://127.0.0.1@evil.example',
  'https://127.0.0.1.evil.example',
  '/@evil.example',
  '@evil.example',
  '.evil.example',
  'evil.example',
  ' //evil.example',
  '%20//evil.example',
  '\u0000//evil.example',
  '/\u0000/evil.example',
  '/\u2028/evil.example',
  '〱evil.example',
  '//〵evil.example',
  '/〱evil.example',
  '//[::1]/',
  '//0x7f000001',
  '///////evil.example',
  '/;//evil.example',
  '/?//evil.example',
  '/#//evil.example',
  '/account/../..//evil.example',
  '/%2e%2e//evil.example',
  '/%2e//evil.example',
  '/x/%2e%2e//evil.example',
  '/x/..//evil.example',
  '/x/../\\evil.example',
  'mailto:x@evil.example',
  'file:///etc/passwd',
  'ftp://evil.example',
  'blob:https://evil.example/x',
  'about:blank',
  '//EVIL.example',
  '/ /evil.example',
  '/https://evil.example',
  '/account?next=//evil.example',
  '/\r\n//evil.example',
  '//evil.example:443',
  '/\u00a0/evil.example',
  'x'.repeat(2500),
]

test('P36 a way back leads to a page of this site or nowhere', async ({ visit, playwright }) => {
  test.setTimeout(240_000)
  expect(AWAY.length).toBeGreaterThanOrEqual(60)
  const { request } = await visit('officer')
  const reader = await playwright.request.newContext({ baseURL: address })
  for (const back of AWAY) {
    const page = await reader.get(`/sign-in?back=${encodeURIComponent(back)}`)
    expect.soft(page.status(), `reading back=${back.slice(0, 40)}`).toBeLessThan(500)
    for (const [context, values] of [
      [request, { page: '1', keep: 'no', back }],
      [reader, { page: '1', keep: 'no', back }],
    ] as const) {
      const answer = await send(context, '/api/favourites', values)
      expectHere(answer, back)
    }
  }
  // Signing in costs time on purpose, so a few of each kind are enough there: the check is the same function.
  for (const back of AWAY.filter((_, index) => index % 5 === 0)) {
    const fresh = await playwright.request.newContext({ baseURL: address })
    const answer = await post(fresh, '/sign-in', {
      email: 'chief@demo.example',
      password: 'open-the-cupboard',
      back,
    })
    expectHere(answer, back)
    await fresh.dispose()
  }
  await reader.dispose()
})

function expectHere(answer: APIResponse, back: string) {
  const location = answer.headers().location
  expect.soft(answer.status(), `back=${back.slice(0, 40)}`).toBeLessThan(500)
  if (!location) return
  expect.soft(new URL(location, address).origin, `back=${back.slice(0, 40)} led to ${location}`).toBe(origin)
  expect.soft(location, back.slice(0, 40)).not.toMatch(/^(\/\/|\/\\|[a-z]+:(?!\/\/127\.0\.0\.1))/i)
}
