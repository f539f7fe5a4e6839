import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { randomFrom } from '../../scripts/bench/random.mjs'
import { aCaseStudy, address, expect, password, post, publish, test } from '../support/journeys'
import { size } from '../support/size'

// P04: whatever dies at a random key press, at most two seconds of typing are missing, and never all of it.
const RUNS = size({ suite: 6, full: 200 })
const MOST_MS = 2000
const KINDS = ['page', 'browser', 'network', 'server', 'session'] as const
type Kind = (typeof KINDS)[number]
type Random = ReturnType<typeof randomFrom>
type Loss = { kind: Kind; seed: number; typed: number; kept: number; lostMs: number }

const LETTERS = 'abcdefghijklmnopqrstuvwxyz  '
const before = 'Begun:'
const summary = (page: Page) => page.getByRole('textbox', { name: 'Summary', exact: true })

async function signedIn(context: BrowserContext) {
  const answer = await post(context.request, '/sign-in', { email: 'chief@demo.example', password })
  expect(answer.status()).toBe(303)
}

/** Types with the rhythm of a person; at key press `from` something is cut off, and typing goes on until `to`. */
async function typeOn(
  page: Page,
  random: Random,
  { from, to, cut }: { from: number; to: number; cut: () => Promise<void> },
) {
  const keys: { letter: string; at: number }[] = []
  for (let pressed = 0; pressed < to; pressed += 1) {
    if (pressed === from) await cut()
    const letter = random.pick([...LETTERS])
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    keys.push({ letter, at: Date.now() })
    await page.waitForTimeout(random.between(15, 110))
  }
  return keys
}

/** What is cut off while typing goes on; the others go down at the last key press. */
async function cutOff(kind: Kind, context: BrowserContext) {
  if (kind === 'network') await context.setOffline(true)
  if (kind === 'server') await context.route(/\/api\/drafts/, (route) => route.abort('connectionrefused'))
  if (kind === 'session') await context.clearCookies()
}

async function putRight(kind: Kind, context: BrowserContext) {
  if (kind === 'network') await context.setOffline(false)
  if (kind === 'server') await context.unroute(/\/api\/drafts/)
  if (kind === 'session') await signedIn(context)
}

/** The page dies as in a crash: no event tells its scripts. */
async function crash(page: Page) {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
  // The context answers nothing while a dead page hangs on it.
  await page.close()
}

async function recovered(context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.goto(`${path}/edit`)
  await expect(page.locator('[data-draft=idle], [data-draft=saved]')).toBeVisible()
  const offer = page.getByRole('button', { name: 'Use it' })
  if (await offer.isVisible()) {
    const reloaded = page.waitForEvent('load')
    await offer.click()
    await reloaded
  }
  return summary(page).inputValue()
}

type Opened = { browser: Browser; kill: () => Promise<void> }

async function run(seed: number, open: () => Promise<Opened>): Promise<Loss> {
  const random = randomFrom(seed)
  const kind = KINDS[seed % KINDS.length] as Kind
  const first = await open()
  const context = await first.browser.newContext({ baseURL: address })
  await signedIn(context)
  const path = await publish(context.request, aCaseStudy({ summary: before }))
  const page = await context.newPage()
  await page.goto(`${path}/edit`)
  await expect(page.locator('[data-draft=idle]')).toBeVisible()
  await summary(page).focus()
  await page.keyboard.press('Control+End')

  const from = random.between(10, 60)
  const cut = () => cutOff(kind, context)
  const keys = await typeOn(page, random, { from, to: from + random.between(1, 50), cut })
  const diedAt = Date.now()
  // A killed browser leaves nothing behind: what it shows again comes from the server alone.
  await (kind === 'browser' ? first.kill() : crash(page))
  const second = kind === 'browser' ? await open() : first
  const again = kind === 'browser' ? await second.browser.newContext({ baseURL: address }) : context
  await (kind === 'browser' ? signedIn(again) : putRight(kind, context))
  const text = await recovered(again, path)
  await second.kill()

  const typed = keys.map(({ letter }) => letter).join('')
  expect(`${before}${typed}`.startsWith(text), `seed ${seed}: ${kind}: "${text}"`).toBe(true)
  const kept = text.length - before.length
  const lost = keys[kept]
  return { kind, seed, typed: keys.length, kept, lostMs: lost ? diedAt - lost.at : 0 }
}

test(`P04 ${RUNS} deaths at a random key press: at most ${MOST_MS} ms of typing are missing`, async ({
  launchOptions,
}) => {
  test.setTimeout(RUNS * 60_000)
  const open = async () => {
    const server = await chromium.launchServer(launchOptions)
    return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.kill() }
  }
  const losses: Loss[] = []
  const first = Number(process.env.P04_SEED ?? 4)
  for (let seed = first; seed < first + RUNS; seed += 1) losses.push(await run(seed, open))
  const most = losses.reduce((worst, loss) => (loss.lostMs > worst.lostMs ? loss : worst))
  console.log(`P04: ${RUNS} runs, at most ${most.lostMs} ms lost (${most.kind}, seed ${most.seed})`)
  expect(losses.filter(({ lostMs }) => lostMs > MOST_MS)).toEqual([])
  expect(losses.filter(({ typed, kept }) => typed > 40 && kept === 0)).toEqual([])
})

test('P04 signing out leaves nothing of it on the device', async ({ visit }) => {
  const page = await visit(null)
  await signedIn(page.context())
  await page.goto('/case-studies/new')
  await expect(page.locator('[data-draft=idle]')).toBeVisible()
  await page.context().route(/\/api\/drafts/, (route) => route.abort('connectionrefused'))
  await summary(page).fill('Never sent.')
  await expect(page.locator('[data-draft]')).toContainText('This text is kept on this device.')
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cupboard-draft')).length)
  expect(await kept()).toBe(1)
  await page.goto('/account')
  expect(await kept()).toBe(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  expect(await kept()).toBe(0)
})
