import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Account, aCaseStudy, expect, post, publish, revise, test } from '../support/journeys'
import { NARROW, sideways, WIDE } from '../support/looks'

// The longest file by far: its tests share nothing, so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })

const COLOURS = ['color-contrast', 'link-in-text-block']
// Each page in every look: all rules once, and in the other looks those that colours and widths decide.
const LOOKS = [
  { colorScheme: 'light', viewport: WIDE, rules: 'all' },
  { colorScheme: 'dark', viewport: WIDE, rules: COLOURS },
  {
    colorScheme: 'dark',
    viewport: NARROW,
    rules: [...COLOURS, 'target-size', 'scrollable-region-focusable'],
  },
  { colorScheme: 'light', viewport: NARROW, rules: [] },
] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const PUBLIC = [
  '/',
  '/sections/contracts',
  '/categories/D10-food-and-catering',
  '/case-studies?category=D10&region=Scotland',
  '/case-studies?region=Northern+Ireland&category=D13',
  '/case-studies?us=scotland.scottish-council.above&category=D10',
  '/categories',
  '/categories/changes',
  '/wanted',
  '/wanted/coverage',
  '/search?q=school+meals',
  '/search?q=zzzqqq',
  '/search?q=whole+life+costng&kind=case_study&region=Wales&region=London',
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
  '/law',
  '/law/pcr2015',
  '/law/versions/1',
  '/law/community-benefit-clauses',
  '/tools',
  '/value-for-money',
  '/about',
  '/accessibility',
  '/cookies',
  '/privacy',
  '/help',
  '/api/v1',
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
      '/account/drafts',
      '/account/notifications',
      '/account/tokens',
      '/case-studies/new',
      '/case-studies/new/from-word',
      '/files/new',
      '/stories/new',
      '/categories/changes/new?kind=rename&code=D10',
      '/wanted/new?category=D10',
    ],
  ],
  ['moderator', ['/review', '/admin/template', '/admin/search']],
  ['admin', ['/admin', '/admin/law', '/admin/law/pa2023', '/review']],
]

/** The page in all looks: axe is silent, nothing runs off sideways, one h1. */
async function check(page: Page, name: string) {
  for (const { colorScheme, viewport, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    const look = `${name}, ${colorScheme}, ${viewport.width}px`
    const violations = rules.length > 0 ? await violationsOf(page, rules) : []
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    )
    expect.soft(found, look).toEqual([])
    expect.soft(await sideways(page), `${look} runs off sideways`).toEqual([])
  }
  expect.soft(await page.locator('h1').count(), `h1 on ${name}`).toBe(1)
}

async function violationsOf(page: Page, rules: 'all' | readonly string[]) {
  // Legacy: without it every analysis opens a tab of its own, for frames, of which there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const chosen = rules === 'all' ? axe.withTags(RULES) : axe.withRules([...rules])
  return (await chosen.analyze()).violations
}

const thirds = [PUBLIC.slice(0, 12), PUBLIC.slice(12, 24), PUBLIC.slice(24)]
for (const [index, third] of thirds.entries())
  test(`VIS-2 axe finds nothing on the pages that anyone reads (${index + 1} of 3)`, async ({ visit }) => {
    test.setTimeout(300_000)
    const page = await visit(null)
    for (const path of third) {
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
  const pages = ['', '/history', '/v/1', '/compare?from=1&to=2', '/discussion'].map((end) => path + end)
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
  for (const each of [`${path}/edit`, `${path}/edit?section=impact`, `${path}/contact`, path]) {
    await officer.goto(each)
    await officer.waitForLoadState('networkidle')
    await check(officer, each)
  }
  const moderator = await visit('moderator')
  await moderator.goto(`${path}/withdraw`)
  await check(moderator, 'withdrawing')
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
  await revise((await visit('manager')).request, path, { ...fields, summary: 'More.', note: 'More' }, 1)
  await officer.getByRole('textbox', { name: 'Summary', exact: true }).fill('Something else.')
  await officer.getByLabel('What did you change?').fill('Else')
  await officer.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(officer.locator('#conflict')).toBeVisible()
  await check(officer, 'the form after somebody else saved')
})
