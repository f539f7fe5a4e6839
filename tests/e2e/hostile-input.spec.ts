import {
  expectNothingShown,
  expectPlain,
  hostname,
  NEW,
  origin,
  port,
  raw,
  textAt,
  upload,
} from '../support/hostile'
import { aCaseStudy, aTitle, expect, type Fields, formsIn, post, test } from '../support/journeys'

test('P18 missing fields and wrong types in the form are named, and nothing is kept', async ({ visit }) => {
  const { request } = await visit('officer')
  const title = aTitle('Never kept')
  const wrong: Fields[] = [
    { title },
    { ...aCaseStudy({ title }), home: 'nowhere' },
    { ...aCaseStudy({ title }), 'categories[]': ['Z99', "D10'; DROP TABLE page; --"] },
    { ...aCaseStudy({ title }), 'categories[]': ['D99'] },
    { ...aCaseStudy({ title }), 'legalStatus.regime': 'constructor' },
    { ...withoutLegalStatus(aCaseStudy({ title })), legalStatus: 'a text where a record belongs' },
    { ...aCaseStudy({ title }), 'results.0.measure': 'x', 'results.0.certainty': '__proto__' },
    { ...aCaseStudy({ title }), results: 'x' },
    {
      ...aCaseStudy({ title }),
      'resources.0.title': 'x',
      'resources.0.url': 'javascript:alert(1)',
      'resources.0.kind': 'news',
    },
    {
      ...aCaseStudy({ title }),
      'resources.0.title': 'x',
      'resources.0.url': 'data:text/html,<script>1</script>',
      'resources.0.kind': 'news',
    },
    { ...aCaseStudy({ title }), startedOn: '2004-02-31' },
    { ...aCaseStudy({ title }), 'title.deep.er': 'x', title: ['a', 'b'] },
    { ...aCaseStudy({ title: 'x'.repeat(121) }) },
    { ...aCaseStudy({ title }), summary: 'word '.repeat(61) },
    { ...aCaseStudy({ title }), context: 'x'.repeat(30_001) },
    { ...aCaseStudy({ title }), action: `${'['.repeat(5000)}x` },
    { ...aCaseStudy({ title }), context: 'a\u0000b' },
    { ...aCaseStudy({ title: `${title}\u0000` }) },
    { ...aCaseStudy({ title }), note: '' },
    { ...aCaseStudy({ title }), 'contact.email': 'not an address', 'contact.name': 'x' },
  ]
  for (const [index, fields] of wrong.entries()) {
    const answer = await post(request, NEW, fields)
    await expectPlain(answer, `wrong form ${index}`, [422])
    expect.soft(await answer.text(), `wrong form ${index}`).toContain('There is a problem')
  }
  for (const page of ['0', '-1', '1e9', '1.5', 'abc', '99999999999999999999', '999999', '1; DROP TABLE page'])
    await expectPlain(
      await post(request, NEW, { ...aCaseStudy({ title }), page, base: '1' }),
      `page ${page}`,
      [422],
    )
  for (const base of ['0', '-1', 'abc', '999999999', '1e99'])
    await expectPlain(
      await post(request, NEW, { ...aCaseStudy({ title }), page: '1', base }),
      `base ${base}`,
      [422, 409],
    )
  expect(await textAt(request, '/recent-changes')).not.toContain(title)
  expect(await textAt(request, `/search?q=${encodeURIComponent(title)}`)).not.toContain('1 result')
})

function withoutLegalStatus(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('legalStatus.')))
}

test('huge and strange numbers, words and repeats in addresses get an answer, never a fault', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const values = [
    '0',
    '-1',
    '1e308',
    '99999999999999999999',
    'NaN',
    '%F0%9F%92%A3',
    '[]',
    "'",
    '1%27%20OR%201=1--',
    '%25',
    '%2e%2e%2f',
    'x'.repeat(3000),
    '%0a',
    '%C2%80',
    '%EF%BF%BF',
    '%20%20%20',
    '\\'.repeat(50),
    '%3Cscript%3E',
    '%28'.repeat(100),
    '%22%22%22',
    'a%20-%20%26%20%7C%20%21%20%3A%2A',
  ]
  const names = [
    '/case-studies?page=',
    '/case-studies?category=',
    '/case-studies?sort=',
    '/search?q=',
    '/search?q=food&page=',
    '/people?q=',
    '/people?category=',
    '/people?region=',
    '/organisations?q=',
    '/organisations?page=',
    '/organisations?type=',
    '/case-studies/',
    '/case-studies/1/v/',
    '/organisations/',
    '/stories/',
    '/people/',
    '/categories/',
    '/sections/',
    '/sign-in?back=',
    '/for/',
  ]
  for (const name of names)
    await Promise.all(
      values.map(async (value) => {
        const answer = await request.get(`${name}${value}`, { maxRedirects: 2 })
        await expectPlain(answer, `${name}${value.slice(0, 40)}`, [200, 400, 404, 414])
      }),
    )
  for (const path of [
    '/case-studies?category=D10&category=D11&page=1&page=2&sort=a&sort=b',
    '/search?q=a&q=b&page=1&page=2',
    '/people?q=a&q=b&region=a&region=b&category=a&category=b&organisation=a&organisation=b',
    '/organisations?q=a&q=b&type=a&type=b&region=a&region=b&page=1&page=2',
    '/search?q[a]=b',
    '/sign-in?back=/a&back=/b',
    '/account?welcome=1&welcome=2',
    '/search?q=the+of+and',
    '/search?q=%22unclosed',
    '/search?q=-',
    '/search?q=or+or+or',
  ])
    await expectPlain(await request.get(path, { maxRedirects: 2 }), path, [200, 400, 404])
})

test('NUL, broken UTF-8 and over-long addresses are refused in plain words', async () => {
  for (const path of [
    '/%00',
    '/search?q=%00',
    '/search?q=%ff%fe',
    '/case-studies/%c0%af',
    '/people/%00',
    '/search?q=a%00b&x=%0a',
    '/case-studies?region=%00&x=%0d%0a',
    '/%E0%A4%A',
    '/sign-in?back=%00',
    '/organisations?q=%00%0a',
    '/%zz',
  ]) {
    const { status, body } = await raw(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`,
    )
    expect.soft([400, 404, 200], `${path} answered ${status}`).toContain(status)
    if (status === 200) expect.soft(path).toMatch(/%0[ad]/)
    expectNothingShown(body, path)
  }
  const long = await raw(
    `GET /search?q=${'x'.repeat(9000)} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`,
  )
  expect(long.status).toBe(414)
  expect(long.body).toContain('The address is too long')
})

test('bodies of 10 MB are refused with 413 in plain words, whether or not they say how long they are', async ({
  visit,
}) => {
  test.setTimeout(60_000)
  const page = await visit('officer')
  const title = aTitle('Too much')
  const huge = await post(
    page.request,
    NEW,
    aCaseStudy({ title, context: 'x'.repeat(10 * 1024 * 1024) }),
  ).catch((error: Error) => error)
  if (huge instanceof Error) expect(huge.message).toMatch(/EPIPE|ECONNRESET|socket hang up/)
  else {
    expect(huge.status()).toBe(413)
    expect(await huge.text()).toContain('That is too much at once')
  }
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const path of [NEW, '/api/favourites', '/sign-in', '/api/auth/callback/credentials']) {
    const declared = await upload(path, cookie, { 'Content-Length': String(10 * 1024 * 1024) })
    expect.soft(declared.status, `${path}, declared`).toBe(413)
    expect.soft(declared.body, path).toContain('Nothing was changed')
    const chunked = await upload(path, cookie, {})
    expect
      .soft([400, 403, 404, 413], `${path} without a length answered ${chunked.status}`)
      .toContain(chunked.status)
    expectNothingShown(chunked.body, path)
  }
  expect(await textAt(page.request, '/recent-changes')).not.toContain(title)
})

test('broken UTF-8 and control characters in a form are refused or made readable, never kept raw', async ({
  visit,
}) => {
  const page = await visit('officer')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const hidden = formsIn(await (await page.request.get(NEW)).text()).find((form) => '#title' in form) ?? {}
  const fields: Fields = { ...hidden, ...aCaseStudy() }
  const boundary = 'b'
  for (const bad of [
    Buffer.from([0xff, 0xfe]),
    Buffer.from([0xc0, 0x80]),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from([0]),
    Buffer.from([0x1b, 0x5b, 0x41]),
  ]) {
    const parts = Object.entries(fields)
      .filter(([name]) => !name.startsWith('#'))
      .flatMap(([name, value]) =>
        [value]
          .flat()
          .map((text) =>
            Buffer.concat([
              Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}`),
              name === 'context' ? bad : Buffer.alloc(0),
              Buffer.from('\r\n'),
            ]),
          ),
      )
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
    const head = `POST ${NEW} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
    const { status, body: answer } = await raw(Buffer.concat([Buffer.from(head), body]))
    expect.soft([303, 400, 422], `${bad.toString('hex')} answered ${status}`).toContain(status)
    expectNothingShown(answer, bad.toString('hex'))
  }
})
