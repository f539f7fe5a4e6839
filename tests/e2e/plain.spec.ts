import type { APIRequestContext, Page } from '@playwright/test'
import { aCaseStudy, address, aTitle, expect, publish, revise, test } from '../support/journeys'

type Look = { kind: string; path: string; status?: number; act?: (page: Page) => Promise<void> }

const STRICT = /script-src 'self';/

/** Every kind of reading page there is, with something of its own that a reader does there. */
async function readingPages(request: APIRequestContext, written: string): Promise<Look[]> {
  const sitemap = (await (await request.get('/sitemap.xml')).text()).match(/(?<=<loc>)[^<]+/g) ?? []
  const one = (start: string) =>
    sitemap.map((url) => new URL(url).pathname).find((path) => path.startsWith(start)) ?? start
  const [story, person] = [one('/stories/'), one('/people/')]
  return [
    { kind: 'home', path: '/', act: openTheFirst('main a[href^="/sections/"]', /\/sections\//) },
    {
      kind: 'section',
      path: one('/sections/'),
      act: openTheFirst('main a[href^="/categories/"]', /\/categories\//),
    },
    { kind: 'categories', path: '/categories', act: narrowHeadings },
    {
      kind: 'category',
      path: one('/categories/'),
      act: openTheFirst('main a[href^="/case-studies/"]', /case-studies/),
    },
    { kind: 'list', path: '/case-studies', act: tickAFilter },
    { kind: 'case study', path: written, act: askForOurRules },
    { kind: 'history', path: `${written}/history`, act: openTheFirst('main a[href*="/v/"]', /\/v\/\d/) },
    { kind: 'version', path: `${written}/v/1` },
    { kind: 'stories', path: '/stories', act: openTheFirst('main a[href^="/stories/"]', /\/stories\/\d/) },
    { kind: 'story', path: story, act: openTheFirst('main a[href^="#"]', /#./) },
    { kind: 'story’s history', path: `${story}/history` },
    {
      kind: 'organisations',
      path: '/organisations',
      act: openTheFirst('main a[href^="/organisations/"]', /organisations/),
    },
    { kind: 'organisation', path: one('/organisations/') },
    { kind: 'people', path: '/people' },
    ...(person === '/people/' ? [] : [{ kind: 'person', path: person }]),
    { kind: 'law', path: '/law', act: openTheFirst('main a[href^="/law/"]', /\/law\//) },
    { kind: 'clauses', path: '/law/community-benefit-clauses' },
    { kind: 'tools', path: '/tools' },
    { kind: 'wanted', path: '/wanted' },
    { kind: 'coverage', path: '/wanted/coverage' },
    {
      kind: 'recent changes',
      path: '/recent-changes',
      act: openTheFirst('main a[href*="/case-studies/"]', /case-studies/),
    },
    { kind: 'changes of headings', path: '/categories/changes' },
    {
      kind: 'results',
      path: '/search?q=food',
      act: openTheFirst('main a[href^="/case-studies/"]', /case-studies/),
    },
    ...[
      'about',
      'help',
      'accessibility',
      'cookies',
      'privacy',
      'value-for-money',
      'for/leaders',
      'api/v1',
    ].map((name) => ({ kind: name, path: `/${name}` })),
    { kind: 'not found', path: '/no-such-page', status: 404 },
    { kind: 'not found, a case study', path: '/case-studies/999999-none', status: 404 },
  ]
}

for (const scripts of [true, false])
  test(`every reading page is a plain document and works ${scripts ? 'with' : 'without'} scripts`, async ({
    visit,
  }) => {
    test.setTimeout(300_000)
    const officer = await visit('officer')
    const fields = aCaseStudy({ title: aTitle('Ŵ and ŷ: cleaning in Llanfihangel-yng-Ngwynfa') })
    const written = await publish(officer.request, fields)
    await revise(officer.request, written, { ...fields, action: 'Cleaners were paid more.', note: 'More' }, 1)

    const page = await visit(null, { javaScriptEnabled: scripts })
    await page.addInitScript(noteViolations)
    for (const look of await readingPages(page.request, written)) {
      const answer = await page.goto(look.path)
      expect.soft(answer?.status(), look.kind).toBe(look.status ?? 200)
      expect.soft(answer?.headers()['content-security-policy'], look.kind).toMatch(STRICT)
      expectPlain((await answer?.text()) ?? '', look.kind)
      await expect.soft(page.getByRole('heading', { level: 1 }), look.kind).toBeVisible()
      await (look.act ?? searchFromThere(scripts))(page)
    }
  })

test('signed in, a case study is a plain document as well, with the name and the star of the reader', async ({
  visit,
}) => {
  const page = await visit('chief')
  await page.addInitScript(noteViolations)
  const title = aTitle('Kept for later')
  const path = await publish((await visit('officer')).request, aCaseStudy({ title }))
  const answer = await page.goto(path)
  expect(answer?.headers()['content-security-policy']).toMatch(STRICT)
  expectPlain((await answer?.text()) ?? '', 'signed in')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Demonstration chief' })).toBeVisible()
  const star = page.locator('form[data-favourite] button').first()
  await expect(star).toHaveAttribute('aria-pressed', 'false')
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('nobody is asked for who is not signed in, and whoever goes back after signing in is greeted', async ({
  visit,
}) => {
  const page = await visit(null)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/about')
  await page.waitForLoadState('networkidle')
  expect(asked).not.toContain('/api/me')

  await page.context().addCookies(await (await visit('chief')).context().cookies())
  await page.goto('/help')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Demonstration chief' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Demonstration chief' })).toBeVisible()
})

// Restoring and answering are forms that say in their place what is wrong, so comparisons and discussions are among them.
test('pages to write in keep the framework and its policy', async ({ visit }) => {
  const { request } = await visit('officer')
  for (const path of ['/account', '/case-studies/new', '/stories/new', '/account/settings']) {
    const answer = await request.get(path)
    expect(answer.headers()['content-security-policy'], path).toContain("script-src 'self' 'unsafe-inline'")
    expect(await answer.text(), path).toContain('/_next/static/chunks/')
  }
})

test('what a page loads may be kept for good, and it is little', async ({ visit }) => {
  const page = await visit(null)
  const sizes = new Map<string, number>()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  )
  const kept: Promise<[string, string | undefined]>[] = []
  page.on('response', (answer) => {
    if (answer.url().includes('/_next/'))
      kept.push(answer.allHeaders().then((headers) => [answer.url(), headers['cache-control']]))
  })
  const { request } = await visit('officer')
  const summary = 'Pryniant bwyd lleol ym Mhŵl.'
  const [first, second] = [
    await publish(request, aCaseStudy({ title: aTitle('Ŵyl y bwyd ŷd: glân a gwyrdd'), summary })),
    await publish(request, aCaseStudy({ title: aTitle('Ail ŵyl') })),
  ]
  await page.goto(first)
  await page.waitForLoadState('networkidle')
  for (const [url, header] of await Promise.all(kept))
    expect.soft(header, url).toBe('public, max-age=31536000, immutable')
  expect(sizes.size, 'requests').toBeLessThanOrEqual(8)
  expect(
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
    'bytes',
  ).toBeLessThan(60_000)

  sizes.clear()
  await page.goto(second)
  await page.waitForLoadState('networkidle')
  expect(
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
    'bytes of the next page',
  ).toBeLessThan(8000)
})

function expectPlain(html: string, kind: string) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  expect.soft(scripts.length, `scripts on ${kind}`).toBeGreaterThanOrEqual(2)
  for (const [tag, attributes, code] of scripts) {
    expect.soft(attributes, `${tag} on ${kind}`).toContain('data-keep')
    expect.soft(code, `${tag} on ${kind}`).toBe('')
  }
  expect.soft(html, kind).not.toMatch(/__next_f|\/_next\/static\/chunks\/[^"]+\.js|<template|<!--\$\?/)
}

/** The console of the fixture shows them too; this names the page. */
function noteViolations() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`refused by ${violatedDirective}: ${blockedURI}`),
  )
}

function openTheFirst(selector: string, url: RegExp) {
  return async (page: Page) => {
    await page.locator(selector).first().click()
    await expect(page).toHaveURL(url)
  }
}

async function narrowHeadings(page: Page) {
  const box = page.locator('[data-filter]')
  await box.fill('fair trade')
  await box.press('Enter')
  await expect(page.getByRole('main')).toContainText(/fair trade/i)
}

async function tickAFilter(page: Page) {
  const form = page
    .locator('main form')
    .filter({ has: page.locator('input[type=checkbox]') })
    .first()
  await form.locator('summary').first().click()
  await form.locator('input[type=checkbox]:visible').first().check()
  await form.getByRole('button').first().click()
  await expect(page).toHaveURL(/\/case-studies\?.+=/)
}

async function askForOurRules(page: Page) {
  await page.getByText('Do the same rules apply to us?').click()
  const form = page.locator('form.lensform')
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 })
  await form.getByRole('button').first().click()
  await expect(page).toHaveURL(/\/applies\?/)
}

/** The search box of every page; with scripts it suggests how to go on. */
function searchFromThere(scripts: boolean) {
  return async (page: Page) => {
    const box = page.locator('form[action="/search"] input[name=q]').first()
    await box.fill('recyc')
    if (scripts) {
      await box.press('l')
      const list = page.getByRole('listbox', { name: 'Suggestions' }).first()
      await expect(list.getByRole('option').first()).toBeVisible()
    }
    await box.press('Enter')
    await expect(page).toHaveURL(new RegExp(`^${address}/search\\?q=recyc`))
  }
}
