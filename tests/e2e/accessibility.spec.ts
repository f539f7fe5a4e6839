import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  type Account,
  aCaseStudy,
  aTitle,
  expect,
  type Fields,
  post,
  publish,
  revise,
  test,
} from '../support/journeys'
import { fillTheFiveParts, part, prose, sayNotKnownInLaw } from '../support/journeys-form'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }
// Each page in every look. All rules once in each width and each scheme; for the other two, what colours decide.
const LOOKS = [
  { colorScheme: 'light', viewport: WIDE, whole: true },
  { colorScheme: 'dark', viewport: WIDE, whole: false },
  { colorScheme: 'dark', viewport: NARROW, whole: true },
  { colorScheme: 'light', viewport: NARROW, whole: false },
] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const PUBLIC = [
  '/',
  '/sections/contracts',
  '/categories/D10-food-and-catering',
  '/case-studies?category=D10&region=Scotland',
  '/case-studies?region=Northern+Ireland&category=D13',
  '/search?q=school+meals',
  '/search?q=zzzqqq',
  '/stories',
  '/for/leaders',
  '/for/practitioners',
  '/for/service-managers',
  '/for/strategy',
  '/people',
  '/people?q=zzzqqq',
  '/people/demonstration-officer',
  '/organisations',
  '/organisations?q=council&region=Scotland',
  '/recent-changes',
  '/tools',
  '/value-for-money',
  '/about',
  '/accessibility',
  '/cookies',
  '/privacy',
  '/help',
  '/sign-in',
  '/register',
  '/no-such-page',
]

const PRIVATE: [Account, string[]][] = [
  [
    'officer',
    [
      '/account',
      '/account/favourites',
      '/account/contributions',
      '/account/settings',
      '/case-studies/new',
      '/stories/new',
    ],
  ],
  ['moderator', ['/review']],
  ['admin', ['/admin', '/review']],
]

/** The page in all looks: axe is silent, nothing runs off sideways, one h1. */
async function check(page: Page, name: string) {
  for (const { colorScheme, viewport, whole } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    const look = `${name}, ${colorScheme}, ${viewport.width}px`
    // Legacy: without it every analysis opens a tab of its own, for frames, of which there are none.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (whole
      ? axe.withTags(RULES)
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    )
    expect.soft(found, look).toEqual([])
    expect.soft(await sideways(page), `${look} runs off sideways`).toEqual([])
  }
  expect.soft(await page.locator('h1').count(), `h1 on ${name}`).toBe(1)
}

/** What makes the page wider than the window, if anything does. */
function sideways(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}px`,
      )
  })
}

const halves = [PUBLIC.slice(0, 14), PUBLIC.slice(14)]
for (const [index, half] of halves.entries())
  test(`VIS-2 axe finds nothing on the pages that anyone reads (${index + 1} of 2)`, async ({ visit }) => {
    test.setTimeout(300_000)
    const page = await visit(null)
    for (const path of half) {
      await page.goto(path)
      await check(page, path)
    }
  })

test('VIS-2 axe finds nothing on a case study, its versions, a story and an organisation', async ({
  visit,
}) => {
  test.setTimeout(300_000)
  const officer = await visit('officer')
  const fields = aCaseStudy({
    organisation: 'Preston City Council',
    'contact.name': 'Catering team',
    'contact.email': 'x@example.gov.uk',
    'results.0.measure': 'Meals',
    'results.0.before': '40',
    'results.0.after': '90',
    'results.0.source': 'A survey',
    'results.0.certainty': 'told',
  })
  const path = await publish(officer.request, fields)
  await revise(
    officer.request,
    path,
    {
      ...fields,
      summary: 'Homes were made cosy and bills fell.',
      impact: 'Bills fell.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      note: 'Better',
    },
    1,
  )
  const page = await visit(null)
  const pages = [path, `${path}/history`, `${path}/v/1`, `${path}/compare?from=1&to=2`]
  await page.goto('/')
  for (const start of ['/search?q=school+meals+small+lots', '/stories', '/organisations?q=Preston'])
    pages.push(...(await linksOn(page, start)))
  for (const each of pages) {
    await page.goto(each)
    await check(page, each)
  }
})

async function linksOn(page: Page, start: string) {
  await page.goto(start)
  const link = page
    .getByRole('main')
    .locator('a[href*="/case-studies/"], a[href*="/stories/"], a[href*="/organisations/"]')
  const path = await link
    .filter({ hasNotText: /^Write a change story$/ })
    .first()
    .getAttribute('href')
  return path?.startsWith('/stories/') ? [path, `${path}/history`] : [path ?? '']
}

test('VIS-2 axe finds nothing on the pages of an account', async ({ visit }) => {
  test.setTimeout(300_000)
  for (const [account, paths] of PRIVATE) {
    const page = await visit(account)
    for (const path of paths) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await check(page, `${account} ${path}`)
    }
  }
})

test('VIS-2 axe finds nothing on editing, contact and review pages', async ({ visit }) => {
  test.setTimeout(300_000)
  const officer = await visit('officer')
  const fields = aCaseStudy({
    'contact.name': 'Team',
    'contact.email': 'x@example.gov.uk',
    'contact.byForm': 'on',
  })
  const path = await publish(officer.request, fields)
  await post((await visit('newcomer')).request, `${path}/edit`, {
    ...fields,
    summary: 'Homes were made warmer and bills fell.',
    note: 'Warmer',
    page: /\/(\d+)-/.exec(path)?.[1] ?? '',
    base: '1',
  })
  for (const each of [`${path}/edit`, `${path}/contact`, path]) {
    await officer.goto(each)
    await officer.waitForLoadState('networkidle')
    await check(officer, each)
  }
  const moderator = await visit('moderator')
  await moderator.goto('/review')
  await moderator
    .getByRole('link', { name: String(fields.title) })
    .first()
    .click()
  await expect(moderator.getByRole('heading', { level: 1, name: String(fields.title) })).toBeVisible()
  await check(moderator, 'a contribution')
  await moderator.getByRole('button', { name: 'Decline' }).click()
  await expect(moderator.getByRole('alert').first()).toBeVisible()
  await check(moderator, 'a contribution with an error')
})

test('VIS-2 axe finds nothing where errors are shown', async ({ visit }) => {
  test.setTimeout(300_000)
  const reader = await visit(null)
  for (const [path, button] of [
    ['/sign-in', 'Sign in'],
    ['/register', 'Make my account'],
  ] as const) {
    await reader.goto(path)
    await reader.getByRole('main').getByRole('button', { name: button }).click()
    await expect(reader.locator('.error-summary')).toBeVisible()
    await check(reader, `${path} with errors`)
  }
  const officer = await visit('officer')
  await officer.goto('/case-studies/new')
  await officer.getByRole('button', { name: 'Publish' }).click()
  await expect(officer.locator('.error-summary')).toBeVisible()
  await check(officer, 'the form with errors')

  const fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await officer.goto(`${path}/edit`)
  await revise((await visit('manager')).request, path, { ...fields, impact: 'More.', note: 'More' }, 1)
  await officer.getByRole('textbox', { name: 'Summary', exact: true }).fill('Something else.')
  await officer.getByLabel('What did you change?').fill('Else')
  await officer.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(officer.locator('#clash')).toBeVisible()
  await check(officer, 'the form after somebody else saved')
})

test('VIS-2 a case is written by keyboard alone at 320 px, and Tab leaves the editor', async ({ visit }) => {
  test.setTimeout(120_000)
  const page = await visit('officer', { viewport: { width: 320, height: 640 } })
  const title = aTitle('Written with keys')
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await tabTo(page, /^Share/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Share a case study' })).toBeVisible()
  await expect(prose(page, 'Context')).toHaveJSProperty('isContentEditable', true)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await tabTo(page, /^It is published elsewhere/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel(/^It lives here/)).toBeChecked()
  await tabTo(page, /^Title/)
  await page.keyboard.type(title)
  await tabTo(page, /^Summary/)
  await page.keyboard.type('Everything here was typed.')
  for (const name of ['Context', 'Action', 'Impact']) {
    await tabTo(page, new RegExp(`^${name}$`))
    await page.keyboard.type(`The ${name.toLowerCase()} in `)
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('ArrowRight')
    await expect(
      page.getByRole('toolbar', { name: `Formatting: ${name}` }).getByRole('button', { name: 'Bold' }),
    ).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('bold')
    await page.keyboard.press('Tab')
    await expect(prose(page, name)).not.toBeFocused()
  }
  await tabTo(page, /^Nation whose law applied/)
  await page.keyboard.type('Not known')
  await tabTo(page, /^Law it was bought under/)
  await page.keyboard.type('Not known')
  await tabTo(page, /^Kind of approval/)
  await page.keyboard.type('Not known')
  await tabTo(page, /^Contracts/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Adult social care/)
  await page.keyboard.press('Space')
  await tabTo(page, /^What did you change/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Context' }).locator('strong')).toHaveText('bold')
  expect(await sideways(page)).toEqual([])
})

/** Presses Tab until the element of this name has the focus, which must always be seen. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(focused)
    expect(at.visible, `the focus on “${at.name}” can be seen`).toBe(true)
    if (name.test(at.name)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

function focused() {
  const element = document.activeElement as HTMLElement
  const labels = (element as HTMLInputElement).labels
  const labelled = element.getAttribute('aria-labelledby')
  const name =
    element.getAttribute('aria-label') ??
    (labelled ? document.getElementById(labelled)?.textContent : undefined) ??
    labels?.[0]?.textContent ??
    element.textContent ??
    ''
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const drawn =
    (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  return { name: name.trim(), visible: drawn && box.width > 0 && box.bottom > 0 && box.top < innerHeight }
}

test('VIS-2 the focus is seen on every control of a case study and a list', async ({ visit }) => {
  const page = await visit(null)
  for (const path of ['/case-studies', '/search?q=food']) {
    await page.goto(path)
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(focused)
      expect.soft(at.visible, `${path}: the focus on “${at.name}” can be seen`).toBe(true)
    }
  }
})

test('VIS-2 the skip link leads past the navigation', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/case-studies')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('VIS-2 more space between letters, words and lines loses nothing', async ({ visit }) => {
  const page = await visit(null, { viewport: { width: 320, height: 640 }, bypassCSP: true })
  for (const path of [
    '/',
    '/case-studies',
    '/search?q=school+meals',
    '/people',
    '/sign-in',
    '/categories/D10-food-and-catering',
  ]) {
    await page.goto(path)
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    })
    expect.soft(await sideways(page), path).toEqual([])
    expect.soft(await clipped(page), `${path} cuts text off`).toEqual([])
  }
})

/** Text that its own box hides. */
function clipped(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const hides =
          style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.overflow === 'clip'
        if (!hides || element.closest('.vh, svg') || element.clientWidth <= 1) return false
        return (
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        )
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
  )
}

test('VIS-2 forced colours keep controls, focus and changes apart from their ground', async ({ visit }) => {
  const officer = await visit('officer')
  const fields: Fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await revise(officer.request, path, { ...fields, impact: 'Bills rose.', note: 'They rose' }, 1)
  const page = await visit(null, { forcedColors: 'active' })
  await page.goto(`${path}/compare?from=1&to=2`)
  expect(
    await page
      .getByRole('insertion')
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine),
  ).toContain('underline')
  expect(
    await page
      .getByRole('deletion')
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine),
  ).toContain('line-through')
  await page.goto('/sign-in')
  const button = page.getByRole('main').getByRole('button', { name: 'Sign in' })
  expect(
    await button.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth)),
  ).toBeGreaterThan(0)
  await page.keyboard.press('Tab')
  expect((await page.evaluate(focused)).visible).toBe(true)
})

test('VIS-2 the parts of the form are regions with names, and required fields say so', async ({ visit }) => {
  const page = await visit('officer')
  await page.goto('/case-studies/new')
  for (const name of [
    'Title and summary',
    'Context, action, impact',
    'Results in figures',
    'Legal status',
    'Labels',
    'Documents and links',
    'Who, where and when',
    'Contact',
    'Save',
  ])
    await expect(part(page, name)).toBeVisible()
  await expect(part(page, 'Title and summary').getByLabel('Title', { exact: true })).toHaveAttribute(
    'aria-required',
    'true',
  )
  await expect(page.getByLabel('Nation whose law applied')).toHaveAttribute('aria-required', 'true')
  await sayNotKnownInLaw(page)
  await fillTheFiveParts(page, { title: 'x', summary: 'y' })
})
