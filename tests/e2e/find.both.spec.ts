import { aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'

const SCHOOL_MEALS = 'School meals in small lots that local suppliers could win'
const SECTIONS = [
  'The change process / steps to change',
  'Internal engagement',
  'External engagement',
  'Contracts',
  'Impact assessment/tools',
  'Primary documents',
]

test('LAB-2 LAB-3 a food case is found by section and contract area', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/')
  const shelves = page.getByRole('region', { name: 'What is in the Cupboard' })
  for (const name of SECTIONS) await expect(shelves.getByRole('link', { name, exact: true })).toBeVisible()
  expect(await shelves.getByRole('heading', { level: 3 }).allTextContents()).toEqual(SECTIONS)

  await shelves.getByRole('link', { name: 'Contracts', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Contracts')
  await expect(page.getByRole('main')).toContainText(/\d+ case studies/)
  const areas = page.getByRole('navigation', { name: 'Contract areas' })
  await expect(areas.getByRole('listitem')).toHaveCount(31)
  await areas.getByRole('link', { name: 'Food and catering' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Contracts: food and catering')
  await page.getByRole('link', { name: SCHOOL_MEALS }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: SCHOOL_MEALS })).toBeVisible()
})

test('LAB-2 LAB-3 each of the six sections has its own page with a count, sub-headings and summaries', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/')
  const paths: [string, string][] = []
  for (const name of SECTIONS) {
    const link = page.getByRole('main').getByRole('link', { name, exact: true })
    paths.push([name, (await link.getAttribute('href')) ?? ''])
  }
  for (const [name, path] of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(
      page
        .getByRole('main')
        .getByText(/^\d+ case stud(y|ies)$/)
        .first(),
    ).toBeVisible()
    const below = page.getByRole('navigation', { name: name === 'Contracts' ? 'Contract areas' : name })
    expect(await below.getByRole('link').count()).toBeGreaterThan(4)
    const listed = await page.getByRole('main').getByRole('heading', { level: 3 }).count()
    const empty = await page.getByRole('link', { name: 'Share the first one' }).count()
    expect(listed + empty, `what stands in ${name}`).toBeGreaterThan(0)
  }
})

test('LAB-3 an empty heading says so and invites a first case', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/sections/contracts')
  const empty = page
    .getByRole('navigation', { name: 'Contract areas' })
    .getByRole('listitem')
    .filter({ hasText: /\D0 case studies$/ })
  await empty.last().getByRole('link').click()
  await expect(page.getByRole('main')).toContainText(/Nothing on .+ yet/)
  await page.getByRole('link', { name: 'Share the first one' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})

test('a food case is found by searching from the home page', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/')
  await page.getByLabel('Search case studies, stories and organisations').fill('school meals small lots')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^\d+ results?$/ })).toBeVisible()
  await page.getByRole('link', { name: SCHOOL_MEALS }).click()
  await expect(page.getByRole('heading', { level: 1, name: SCHOOL_MEALS })).toBeVisible()
})

test('a search for a contract area offers its shelf, and one for nonsense says what to do', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=school+dinners')
  await page.getByRole('main').getByRole('link', { name: 'Food and catering', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('food and catering')
  await page.goto('/search?q=zzzqqqxx')
  await expect(page.getByText('Nothing found for “zzzqqqxx”')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Look through all case studies' })).toBeVisible()
})

test('TPL-8 filters narrow the list, show as chips and come off one by one', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/case-studies')
  for (const [group, value] of [
    ['Contract area', /^Food and catering/],
    ['Region', /^Scotland/],
  ] as const) {
    await page.locator('summary').filter({ hasText: group }).click()
    await page.getByRole('group', { name: group }).getByLabel(value).check()
  }
  await page.getByLabel('Sort by').selectOption('Measured results first')
  await page.getByRole('button', { name: 'Apply' }).last().click()

  for (const chosen of ['category=D10', 'region=Scotland', 'sort=measured'])
    await expect(page).toHaveURL(new RegExp(chosen))
  await expect(page.getByRole('link', { name: SCHOOL_MEALS })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Organic school meals/ })).toHaveCount(0)
  const chips = page.getByRole('list', { name: 'Filters in use' })
  await expect(chips.getByRole('link')).toHaveText([/Food and catering$/, /Scotland$/, 'Clear filters'])
  await chips.getByRole('link', { name: 'Remove filter: Scotland' }).click()
  await expect(page.getByRole('link', { name: /^Organic school meals/ })).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page.getByRole('list', { name: 'Filters in use' })).toHaveCount(0)
})

test('TPL-8 sorting by measured results puts cases with a result before those without', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/case-studies?sort=measured')
  const first = page.getByRole('main').locator('ol.rows > li').first()
  await expect(first).not.toContainText('No measured result')
  await page.goto('/case-studies?has=figure')
  await expect(page.getByRole('main').locator('ol.rows > li').first()).toBeVisible()
  await expect(page.getByRole('main').locator('ol.rows')).not.toContainText('No measured result')
})

test('TPL-5 TPL-6 every listing shows who, summary, result, legal standing, documents and date checked', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const title = aTitle('Desks repaired')
  const path = await publish(
    officer.request,
    aCaseStudy({
      title,
      summary: 'Desks were repaired and not thrown away.',
      organisation: 'Preston City Council',
      checkedOn: '2026-11-20',
      'categories[]': ['D20'],
      'results.0.measure': 'Desks kept in use',
      'results.0.after': '412 desks',
      'results.0.period': '2025',
      'results.0.source': '1',
      'results.0.certainty': 'documented',
      'resources.0.title': 'The specification',
      'resources.0.url': 'https://www.example.gov.uk/specification.pdf',
      'resources.0.kind': 'primary',
      'resources.0.format': 'pdf',
    }),
  )
  const page = await visit(null)
  for (const list of [
    '/case-studies?category=D20',
    '/categories/D20-furniture-bedding-and-domestic-goods',
    '/sections/contracts',
  ]) {
    await page.goto(list)
    if (list.startsWith('/sections') && (await page.getByRole('link', { name: title }).count()) === 0)
      continue
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title }) })
      .filter({ hasText: 'Legal status' })
      .last()
    await expect(row).toContainText('Preston City Council')
    await expect(row).toContainText('Desks were repaired and not thrown away.')
    await expect(row).toContainText('412 desks')
    await expect(row).toContainText('Legal status: Not known')
    await expect(row).toContainText('1 document')
    await expect(row).toContainText('Checked: 20 November 2026')
  }
  await page.goto(path)
  const documents = page.getByRole('region', { name: 'Documents and links' })
  await expect(
    documents.getByRole('heading', { name: 'Contracts, clauses and other primary documents' }),
  ).toBeVisible()
  await expect(documents.getByRole('link', { name: 'The specification' })).toHaveAttribute(
    'href',
    'https://www.example.gov.uk/specification.pdf',
  )
})
