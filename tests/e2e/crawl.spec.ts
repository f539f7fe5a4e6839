import { type Account, address, expect, test } from '../support/journeys'

// Every link that can be reached is followed: over HTTP for the many, in a browser for one page of each kind.
const MOST = 1500
// The hostile tests write links that lead nowhere; they say so by their canary.
// Tables of results are no pages, and each way of sorting every search would be a crawl of its own.
const LEAVE_OUT =
  /cupboardCanary|^\/api\/auth|\/edit$|\/sign-in\?back=|^\/feeds\/|^\/api\/v1\/.|\/undo\/\d+$|\/results\.csv|[?&]perPage=|^\/search.*[?&]sort=/
// What is one and the same page for everyone is followed once, signed out.
const SAME_FOR_ALL = new RegExp(
  `${LEAVE_OUT.source}|^/(organisations|categories|sections|for)/|^/search[?]|^/case-studies/[0-9]+-|^/stories/[0-9]+-|/history$`,
)

type Crawled = { path: string; status: number; html: string; from: string }

for (const account of [null, 'moderator', 'admin'] as (Account | null)[])
  test(`VIS-1 EXI-3 every link leads somewhere (${account ?? 'signed out'})`, async ({ visit }) => {
    test.setTimeout(300_000)
    const { request } = await visit(account)
    const pages = await crawl(
      async (path) => {
        const answer = await request.get(path, { maxRedirects: 3 })
        return { status: answer.status(), html: await answer.text() }
      },
      account ? ['/account', '/review', ...(account === 'admin' ? ['/admin'] : []), '/'] : ['/'],
      account ? SAME_FOR_ALL : LEAVE_OUT,
    )

    const broken = pages.filter(({ status }) => status !== 200)
    expect.soft(broken.map(({ path, status, from }) => `${status} ${path} from ${from}`)).toEqual([])
    expect(pages.length).toBeGreaterThan(account ? 10 : 400)
    for (const { path, html } of pages) {
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      expect.soft(title, `title of ${path}`).toMatch(/Cupboard/)
      expect
        .soft(
          /<body[\s\S]*/
            .exec(html)?.[0]
            .replace(/<script[\s\S]*?<\/script>/g, '')
            .match(/<[^>]+\sstyle=/)?.[0],
          `inline style on ${path}`,
        )
        .toBeUndefined()
      expect
        .soft(
          html
            .replace(/<script[\s\S]*?<\/script>/g, '')
            .match(
              /<(?:img|script|link|iframe|source)\b[^>]+(?:src|href)="https?:\/\/(?!127\.0\.0\.1)[^"]+"/,
            )?.[0],
          `something from elsewhere on ${path}`,
        )
        .toBeUndefined()
      expect.soft((html.match(/<h1\b/g) ?? []).length, `h1 on ${path}`).toBe(1)
      expect.soft(html, `language of ${path}`).toContain('<html lang="en-GB"')
    }
    if (account === null) expectDescribed(pages)
  })

/** Reads page after page, eight at a time, until no link is left that was not followed. */
async function crawl(
  read: (path: string) => Promise<{ status: number; html: string }>,
  starts: string[],
  leaveOut: RegExp,
): Promise<Crawled[]> {
  const from = new Map(starts.map((start) => [start, 'the start']))
  const waiting = [...starts]
  const pages: Crawled[] = []
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 8)
    const answers = await Promise.all(batch.map(async (path) => ({ path, ...(await read(path)) })))
    for (const { path, status, html } of answers) {
      pages.push({ path, status, html, from: from.get(path) ?? '' })
      for (const link of status === 200 ? linksIn(html, path) : []) {
        if (from.has(link) || from.size >= MOST || leaveOut.test(link)) continue
        from.set(link, path)
        waiting.push(link)
      }
    }
  }
  return pages
}

function linksIn(html: string, at: string): string[] {
  const body = html.replace(/<script[\s\S]*?<\/script>/g, '')
  return [...body.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), new URL(at, address))
    if (url.origin !== new URL(address).origin) return []
    const path = url.pathname + url.search
    return [path]
  })
}

/** Public pages: a title of its own, a description, an address and a preview card. */
function expectDescribed(pages: Crawled[]) {
  const titles = new Map<string, string[]>()
  for (const { path, html } of pages) {
    if (/<meta name="robots" content="noindex/.test(html) || path.includes('?')) continue
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
    titles.set(title, [...(titles.get(title) ?? []), path])
    expect.soft(html, `description of ${path}`).toMatch(/<meta name="description" content="[^"]+/)
    expect
      .soft(html, `address of ${path}`)
      .toContain(`<link rel="canonical" href="${new URL(address).origin}`)
    expect.soft(html, `preview card of ${path}`).toMatch(/<meta property="og:title" content="[^"]+/)
    expect.soft(html, `preview picture of ${path}`).toContain('<meta property="og:image"')
  }
  expect(
    [...titles].filter(([, paths]) => paths.length > 1),
    'titles that several pages share',
  ).toEqual([])
}

test('VIS-1 no page of any kind complains, breaks the policy or asks another origin', async ({ visit }) => {
  test.setTimeout(200_000)
  // The fixture looks at the console and at every request; here the pages are only opened and left to settle.
  for (const account of [null, 'officer', 'moderator', 'admin'] as (Account | null)[]) {
    const page = await visit(account)
    const { request } = page
    const sitemap = account
      ? []
      : ((await (await request.get('/sitemap.xml')).text()).match(/(?<=<loc>)[^<]+/g) ?? [])
    const kinds = [
      ...new Map(
        sitemap.map((url) => [
          new URL(url).pathname.split('/').slice(0, 2).join('/') + new URL(url).pathname.split('/').length,
          url,
        ]),
      ).values(),
    ]
    const more = account
      ? [
          '/account',
          '/account/favourites',
          '/account/contributions',
          '/account/settings',
          '/case-studies/new',
          '/stories/new',
          '/people',
        ]
      : ['/people', '/tools', '/search?q=food', '/for/leaders', '/sign-in', '/register', '/no-such-page']
    const reviewers = account === 'moderator' ? ['/review'] : account === 'admin' ? ['/review', '/admin'] : []
    for (const path of [...kinds, ...more, ...reviewers]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      // The framework's announcer and the editor set theirs by script, which the policy allows.
      const styled = page.locator(
        ':is(header, main, footer) [style]:not([contenteditable], [contenteditable] *)',
      )
      expect.soft(await styled.count(), `inline style on ${path}`).toBe(0)
    }
  }
})

test('EXI-3 the wrong or old words in an address lead to the right ones, for good', async ({ request }) => {
  const sitemap = (await (await request.get('/sitemap.xml')).text()).match(/(?<=<loc>)[^<]+/g) ?? []
  const one = (start: string) =>
    new URL(sitemap.find((url) => new URL(url).pathname.startsWith(start)) ?? '').pathname
  for (const path of [one('/case-studies/'), one('/stories/'), one('/organisations/'), one('/categories/')]) {
    const [, kind, id] = /^\/([a-z-]+)\/([A-Za-z]?[\d.]+)-/.exec(path) ?? []
    for (const wrong of [`/${kind}/${id}-wrong`, `/${kind}/${id}`]) {
      const answer = await request.get(wrong, { maxRedirects: 0 })
      expect.soft(answer.status(), wrong).toBe(301)
      expect.soft(new URL(answer.headers().location ?? '', address).pathname, wrong).toBe(path)
    }
  }
  const caseStudy = one('/case-studies/')
  const id = /\/(\d+)-/.exec(caseStudy)?.[1]
  for (const below of ['history', 'v/1', 'compare?from=1&to=1']) {
    const answer = await request.get(`/case-studies/${id}-wrong/${below}`, { maxRedirects: 0 })
    expect.soft([200, 301, 404], below).toContain(answer.status())
    if (answer.status() === 301) expect.soft(answer.headers().location, below).toContain(caseStudy)
  }
})

test('EXI-3 what is not there and what may not be seen answer the same 404', async ({ visit, signedIn }) => {
  const { request } = await visit('officer')
  const missing = [
    '/no-such-page',
    '/case-studies/999999-none',
    '/stories/999999-none',
    '/organisations/999999-none',
    '/categories/Z99-none',
    '/sections/none',
    '/people/nobody-at-all',
    '/people/demonstration-chief',
    '/review',
    '/admin',
    '/review/999999',
    '/case-studies/0-x',
    '/case-studies/abc',
    '/for/nobody',
  ]
  const bodies = new Set<string>()
  for (const path of missing) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect.soft(answer.status(), path).toBe(404)
    bodies.add(/<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? path)
  }
  expect([...bodies]).toHaveLength(1)
  expect(await signedIn('officer')).not.toEqual([])
})

test('VIS-1 the sitemap names every public page, each answers, and robots are told what is private', async ({
  request,
}) => {
  test.setTimeout(200_000)
  const sitemap = await request.get('/sitemap.xml')
  expect(sitemap.headers()['content-type']).toContain('xml')
  const addresses = (await sitemap.text()).match(/(?<=<loc>)[^<]+/g) ?? []
  expect(addresses.filter((url) => url.includes('/case-studies/')).length).toBeGreaterThanOrEqual(38)
  expect(addresses.filter((url) => url.includes('/stories/')).length).toBeGreaterThanOrEqual(3)
  for (const url of addresses) {
    const answer = await request.get(url, { maxRedirects: 0 })
    expect.soft(answer.status(), url).toBe(200)
    expect
      .soft(await answer.text(), `${url} is in the sitemap but asks not to be found`)
      .not.toContain('content="noindex')
  }
  const robots = await (await request.get('/robots.txt')).text()
  for (const path of ['/account', '/admin', '/review', '/api', '/search'])
    expect(robots).toContain(`Disallow: ${path}`)
  expect(robots).toMatch(/Sitemap: http.*\/sitemap\.xml/)
})

test('VIS-1 private pages ask search engines to leave them out and are never kept by shared caches', async ({
  visit,
}) => {
  const { request } = await visit('admin')
  for (const path of [
    '/account',
    '/account/favourites',
    '/account/contributions',
    '/account/settings',
    '/review',
    '/admin',
    '/case-studies/new',
    '/stories/new',
    '/sign-in',
    '/register',
  ]) {
    const answer = await request.get(path)
    expect.soft(await answer.text(), path).toMatch(/<meta name="robots" content="noindex/)
    expect.soft(answer.headers()['cache-control'], path).toMatch(/no-store|private/)
  }
  const me = await request.get('/api/me')
  expect(me.headers()['cache-control']).toBe('private, no-store')
})

test('NET-1 no shared page holds anything of the person who is signed in', async ({ visit }) => {
  const admin = await visit('admin')
  for (const path of ['/', '/case-studies', '/recent-changes', '/stories', '/about']) {
    const html = await (await admin.request.get(path)).text()
    expect
      .soft(html.replaceAll(/Demonstration administrator[^<]{0,40}(?:·|version)/g, ''), path)
      .not.toContain('admin@demo.example')
    expect.soft(html, path).not.toContain('Hello Demonstration')
  }
})

test('VIS-1 every answer carries the policy and the other protective headers, also when it is a refusal', async ({
  request,
}) => {
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', '/no-such-page'],
    ['GET', '/api/me'],
    ['GET', '/sitemap.xml'],
    ['GET', '/favicon.svg'],
    ['GET', '/admin'],
    ['DELETE', '/'],
    ['GET', '/%00'],
    ['GET', '/case-studies/1-x'],
  ] as const) {
    const { headers, status } = await ask(request, method, path)
    const policy = headers['content-security-policy'] ?? ''
    expect.soft(policy, `policy of ${method} ${path} (${status})`).toMatch(/default-src '(self|none)'/)
    expect.soft(policy, `eval on ${path}`).not.toContain('unsafe-eval')
    expect.soft(headers['x-content-type-options'], `nosniff on ${method} ${path} (${status})`).toBe('nosniff')
    expect.soft(headers['x-powered-by'], path).toBeUndefined()
  }
})

async function ask(request: import('@playwright/test').APIRequestContext, method: string, path: string) {
  const answer = await request.fetch(path, { method, maxRedirects: 0 })
  return { headers: answer.headers(), status: answer.status() }
}
