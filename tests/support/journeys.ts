import { randomUUID } from 'node:crypto'
import { type APIRequestContext, test as base, expect as baseExpect, type Page } from '@playwright/test'

// A busy machine is slow, not wrong.
export const expect = baseExpect.configure({ timeout: 15_000 })
export type Account = 'admin' | 'moderator' | 'representative' | 'officer' | 'manager' | 'chief' | 'newcomer'
export type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0]
type ContextOptions = Parameters<import('@playwright/test').Browser['newContext']>[0]
type Visit = (account: Account | Cookies | null, options?: ContextOptions) => Promise<Page>
type SignedIn = (account: Account) => Promise<Cookies>

export const password = 'open-the-cupboard'
export const address = process.env.BASE_URL ?? 'http://127.0.0.1:3000'

type Fixtures = {
  /** Opens a browser of its own: for an account, for cookies at hand, or for a signed-out reader (null). */
  visit: Visit
  /** What the browsers of this test complained about; a test that expects complaints empties it. */
  complaints: string[]
}
type WorkerFixtures = { signedIn: SignedIn }

/** Every page of every journey is watched: no script error, no refusal by the policy, no request to elsewhere. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
  complaints: async ({}, use, info) => {
    info.setTimeout(90_000)
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'errors in the console, requests to other origins').toEqual([])
  },
  signedIn: [
    async ({ playwright }, use) => {
      const known = new Map<Account, Cookies>()
      await use(async (account) => {
        const cookies = known.get(account) ?? (await signInByHttp(playwright.request, account))
        known.set(account, cookies)
        return cookies
      })
    },
    { scope: 'worker' },
  ],
  visit: async ({ browser, signedIn, complaints }, use, info) => {
    const contexts: { close: () => Promise<void> }[] = []
    await use(async (who, options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      if (who) await context.addCookies(typeof who === 'string' ? await signedIn(who) : who)
      const page = await context.newPage()
      watch(page, complaints)
      if (info.project.name === 'scripts' && options?.javaScriptEnabled !== false) waitsForScripts(page)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

// A person needs a second before the first key; a program types into forms that the scripts are still taking over.
// Who wants to be as quick as that says `waitUntil`.
function waitsForScripts(page: Page) {
  const goto = page.goto.bind(page)
  page.goto = async (url, options) => {
    const answer = await goto(url, options)
    if (!options?.waitUntil) await page.waitForFunction(areFormsReady)
    return answer
  }
}

function areFormsReady() {
  if (!document.querySelector('script[src*="/_next/static/chunks/"]')) return true
  const isTakenOver = (form: Element) => Object.keys(form).some((key) => key.startsWith('__react'))
  return (
    [...document.querySelectorAll('main form')].every(isTakenOver) &&
    [...document.querySelectorAll('main .editor-box')].every((box) => box.querySelector('[role=toolbar]'))
  )
}

function watch(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // Chromium notes every 4xx answer; the tests look at those themselves.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(address).origin)
      complaints.push(`${page.url()} asked ${url.href}`)
  })
}

async function signInByHttp(
  request: { newContext: (options: object) => Promise<APIRequestContext> },
  account: Account,
) {
  const context = await request.newContext({ baseURL: address })
  const answer = await post(context, '/sign-in', { email: `${account}@demo.example`, password })
  expect(answer.status(), `signing in as ${account}`).toBe(303)
  const { cookies } = await context.storageState()
  await context.dispose()
  return cookies
}

/** Signs in through the page, as people do. */
export async function signIn(page: Page, email: string, secret = password) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello')
}

/** A title that no other test has. */
export function aTitle(words: string): string {
  return `${words} ${randomUUID().slice(0, 8)}`
}

export type Fields = Record<string, string | string[]>

/** The least that a case study needs, by the names of the form's fields. */
export function aCaseStudy(change: Fields = {}): Fields {
  return {
    home: 'here',
    title: aTitle('Warm homes'),
    summary: 'Homes were made warm and bills fell.',
    context: 'Homes were cold.',
    action: 'The council bought insulation from local firms.',
    impact: 'Bills fell.',
    state: 'unknown',
    evidence: 'told',
    'categories[]': ['D11'],
    'legalStatus.nation': 'Not known',
    'legalStatus.regime': 'UNK',
    'legalStatus.procedure': 'unknown',
    'legalStatus.approvals.0.kind': 'UNK',
    'legalStatus.challenge.state': 'unknown',
    'legalStatus.reuse': 'not-considered',
    note: 'First version',
    ...change,
  }
}

/** Publishes a case study over HTTP, as a browser without scripts would, and answers its path. */
export async function publish(request: APIRequestContext, fields: Fields): Promise<string> {
  return savedAt(await post(request, '/case-studies/new', fields))
}

/** Saves the whole case study anew on top of version `base`. */
export async function revise(request: APIRequestContext, path: string, fields: Fields, base: number) {
  return savedAt(await post(request, `${path}/edit`, { ...fields, page: idIn(path), base: String(base) }))
}

async function savedAt(answer: Awaited<ReturnType<typeof post>>): Promise<string> {
  const location = answer.headers().location
  expect(answer.status(), `saving: ${location ? '' : errorsIn(await answer.text())}`).toBe(303)
  return new URL(location ?? '', address).pathname
}

export function idIn(path: string): string {
  return /\/(\d+)-/.exec(path)?.[1] ?? ''
}

export function errorsIn(html: string): string {
  return /class="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? html.slice(0, 500)
}

/** Posts the form of a page that holds `fields`, with the hidden fields that the page gave it. */
export async function post(
  request: APIRequestContext,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
) {
  const page = await request.get(path)
  const hidden = formsIn(await page.text()).find((form) => belongs(form, fields)) ?? {}
  return send(request, path, { ...hidden, ...fields }, headers)
}

function belongs(form: Record<string, string>, fields: Fields): boolean {
  const names = Object.keys(fields)
  return (
    Object.keys(form).some((name) => name.startsWith('$ACTION')) &&
    names.some((name) => name in form || form[`#${name}`] !== undefined)
  )
}

export function send(
  request: APIRequestContext,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('#')) continue
    for (const text of [value].flat()) form.append(name, text)
  }
  return request.post(path, {
    multipart: form,
    maxRedirects: 0,
    headers: { Origin: new URL(address).origin, 'Sec-Fetch-Site': 'same-origin', ...headers },
  })
}

/** Of every form on a page: its hidden fields with their values; "#name" stands for a field that people see. */
export function formsIn(html: string): Record<string, string>[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => {
    const fields: Record<string, string> = {}
    for (const [tag] of form.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (!name) continue
      if (attribute(tag, 'type') === 'hidden') fields[name] = attribute(tag, 'value') ?? ''
      else fields[`#${name}`] = ''
    }
    return fields
  })
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
