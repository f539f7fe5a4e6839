import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { address, expect, test } from '../support/journeys'

const body = (title: string) => ({
  title,
  summary: 'Published by a program.',
  context: 'First.\n\nSecond.\n\nThird.',
  action: 'Done.',
  impact: 'Good.',
  categories: ['D10'],
})

/** Makes a token through the page, as a person does. */
async function makeToken(page: Page, scope: 'read' | 'write'): Promise<string> {
  await page.goto('/account/tokens')
  await page.getByLabel('What is it for?').fill(`A test ${randomUUID()}`)
  await page.getByLabel('What may it do?').selectOption(scope)
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your new token' })).toBeVisible()
  return (await page.locator('code.token').textContent()) ?? ''
}

const problem = (answer: { headers: () => Record<string, string> }) => answer.headers()['content-type']

test('a program publishes, changes, merges and is asked over HTTP, and a reader sees it at once', async ({
  visit,
  request,
}) => {
  const page = await visit('officer')
  const headers = { Authorization: `Bearer ${await makeToken(page, 'write')}` }
  const title = `By a program ${randomUUID()}`
  const made = await request.post('/api/v1/case-studies', { headers, data: body(title) })
  expect(made.status()).toBe(201)
  const { id, url } = await made.json()
  expect(made.headers().location).toContain(`/api/v1/case-studies/${id}`)
  const at = `/api/v1/case-studies/${id}`

  const put = (base: string, changes: object) =>
    request.put(at, { headers: { ...headers, 'If-Match': base }, data: { ...body(title), ...changes } })
  const changed = await put('"1"', { context: 'First, changed.\n\nSecond.\n\nThird.' })
  expect([changed.status(), changed.headers().etag]).toEqual([200, '"2"'])
  const merged = await put('"1"', { context: 'First.\n\nSecond.\n\nThird, changed.' })
  expect(await merged.json()).toMatchObject({
    merged: true,
    context: 'First, changed.\n\nSecond.\n\nThird, changed.',
  })
  const clash = await put('"1"', { context: 'Otherwise.' })
  expect([clash.status(), problem(clash)]).toEqual([409, 'application/problem+json'])

  await page.goto(new URL(url).pathname)
  await expect(page.getByRole('main')).toContainText('First, changed.')
  await expect(page.getByRole('main')).toContainText('Third, changed.')
})

test('whatever a program sends, it is answered in JSON', async ({ request }) => {
  const refused = async (answer: Awaited<ReturnType<APIRequestContext['get']>>, status: number) => {
    expect([answer.status(), problem(answer)], answer.url()).toEqual([status, 'application/problem+json'])
    expect(((await answer.json()) as { type: string }).type).toMatch(/\/api\/v1#problem-/)
  }
  await refused(await request.get('/api/v1/nothing'), 404)
  await refused(await request.get('/api/v1/case-studies/999999999'), 404)
  await refused(await request.get('/api/v1/case-studies?page=0'), 422)
  await refused(await request.get('/api/v1/search?q=%00'), 400)
  await refused(await request.get(`/api/v1/search?q=${'x'.repeat(9000)}`), 414)
  await refused(await request.post('/api/v1/case-studies', { data: {} }), 401)
  const wrong = { Authorization: 'Bearer wrong' }
  await refused(await request.get('/api/v1/me', { headers: wrong }), 401)
  await refused(
    await request.put('/api/v1/case-studies/1', { headers: wrong, data: 'x'.repeat(1_200_000) }),
    413,
  )
  for (const method of ['DELETE', 'PATCH', 'TRACE']) {
    const answer = await request.fetch('/api/v1/case-studies/1', { method })
    await refused(answer, 405)
    expect(answer.headers().allow).toBe('GET, PUT, HEAD, OPTIONS')
  }
})

test('reading is open to pages of other sites; cookies open nothing', async ({ visit, request }) => {
  const answer = await request.get('/api/v1/categories', { headers: { Origin: 'https://other.example' } })
  expect(answer.headers()['access-control-allow-origin']).toBe('*')
  const etag = answer.headers().etag as string
  expect((await request.get('/api/v1/categories', { headers: { 'If-None-Match': etag } })).status()).toBe(304)
  const head = await request.head('/api/v1/categories')
  expect([head.status(), head.headers().etag]).toEqual([200, etag])

  const page = await visit('officer')
  expect((await page.request.get(`${address}/api/v1/me`)).status()).toBe(401)
  expect(
    (await page.request.post(`${address}/api/v1/case-studies`, { data: body('By cookie') })).status(),
  ).toBe(401)
})

test('the page for programs is whole, names every address, and asks nothing of other sites', async ({
  visit,
  request,
}) => {
  const { paths } = await (await request.get('/api/v1/openapi.json')).json()
  const page = await visit(null)
  await page.goto('/api/v1')
  await expect(page.getByRole('heading', { level: 1, name: 'For programs' })).toBeVisible()
  for (const path of Object.keys(paths)) await expect(page.getByRole('main')).toContainText(`/api/v1${path}`)
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
