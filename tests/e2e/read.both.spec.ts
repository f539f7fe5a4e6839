import { aCaseStudy, expect, publish, test } from '../support/journeys'

const SCHOOL_MEALS = /^School meals in small lots/

test('AUD-4 PUR-1 PUR-2 WIK-6 LEG-5 a food case is read: result first, documents by kind, a legal record', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=school+meals+small+lots')
  await page.getByRole('link', { name: SCHOOL_MEALS }).first().click()

  const headline = page.getByText('Ingredients per meal: from 59p to 71.9p')
  await expect(headline).toContainText('(pence a meal), pilot to 2006.')
  const source = page.getByText(/^Source: /).first()
  for (const shown of [headline, source]) {
    const box = await shown.boundingBox()
    expect((box?.y ?? 9999) + (box?.height ?? 0), 'stands above the fold').toBeLessThan(720)
  }
  await source.getByRole('link').click()
  await expect(page).toHaveURL(/#source-2$/)

  const documents = page.getByRole('region', { name: 'Documents and links' })
  await expect(documents.getByRole('heading', { level: 3 })).toHaveText([
    'Contracts, clauses and other primary documents',
    'Evaluation and research',
    'News and summaries',
    'Other links',
  ])
  await expect(documents).toContainText('No document yet.')
  await expect(documents.getByRole('link', { name: 'Add one, or ask the body for it' })).toBeVisible()
  await expect(documents).toContainText(
    /Scottish Executive\. 11 August 2006\. Web page\. Seen 22 November 2026/,
  )

  const legal = page.getByRole('region', { name: /^Legal status: Earlier rules/ })
  await expect(legal).toContainText(
    'This is a record to help you judge for yourself. It is not legal advice.',
  )
  await expect(legal).not.toContainText(/[✓✔☑✅]/)

  const next = page.getByRole('region', { name: 'Do this next' })
  await expect(next.getByRole('button', { name: /^Save/ })).toBeVisible()
  await expect(next.getByRole('link', { name: /documents|links there are/ })).toBeVisible()
  await expect(next.getByRole('link', { name: /People who can help|Write to the contact/ })).toBeVisible()
  await expect(next.getByRole('link', { name: 'Add what you know' })).toBeVisible()
})

test('LEG-1 LEG-2 LEG-3 the legal record shows every fact, and explains a body that has closed', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(
    officer.request,
    aCaseStudy({
      'legalStatus.nation': 'England',
      'legalStatus.regime': 'PCR2006',
      'legalStatus.commencedOn': '2008-03',
      'legalStatus.awardedOn': '2009',
      'legalStatus.procedure': 'restricted',
      'legalStatus.legalPoint': 'Lots were kept **small**.',
      'legalStatus.approvals.0.kind': 'LEG-OWN',
      'legalStatus.approvals.0.body': 'Head of legal services',
      'legalStatus.approvals.0.date': '2008-02-14',
      'legalStatus.approvals.0.scope': 'The award criteria',
      'legalStatus.approvals.0.conditions': 'Distance is not scored',
      'legalStatus.approvals.0.documentUrl': 'https://www.example.gov.uk/minute',
      'legalStatus.approvals.1.kind': 'OGC',
      'legalStatus.challenge.state': 'dismissed',
      'legalStatus.challenge.date': '2010',
      'legalStatus.challenge.source': 'Court list',
      'legalStatus.noticeReferences': '2008/S 51-070000',
      'legalStatus.reuse': 'author-with-changes',
    }),
  )
  const page = await visit(null)
  await page.goto(path)
  const legal = page.getByRole('region', {
    name: 'Legal status: Earlier rules: they still govern that contract, check before copying',
  })
  for (const words of [
    'The law of England',
    'Public Contracts Regulations 2006',
    'Approved, as recorded, by: own legal department; Office of Government Commerce',
    'The author’s view',
    'March 2008',
    '2009',
    'Restricted',
    'Lots were kept small.',
    'Own legal department',
    'Head of legal services, 14 February 2008',
    'The award criteria',
    'Distance is not scored',
    'Office of Government Commerce (closed 2011)',
    'Government Commercial Agency',
    'Claim dismissed. 2010. Court list',
    '2008/S 51-070000',
    'The author thinks so, with changes',
    'by Demonstration officer',
  ])
    await expect(legal).toContainText(words)
  await expect(legal.getByRole('link', { name: 'The decision' })).toHaveAttribute(
    'href',
    'https://www.example.gov.uk/minute',
  )
  await expect(legal).toContainText('It is not legal advice.')
})

test('TPL-9 WIK-6 a case says what happened later and when a broken link was last seen', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(
    officer.request,
    aCaseStudy({
      state: 'ended',
      endedOn: '2022',
      happenedNext: 'The firm closed and the council **took the work back**.',
      'resources.0.title': 'The story as it was told',
      'resources.0.url': 'https://www.example.org/story',
      'resources.0.kind': 'original',
      'resources.0.publisher': 'A newspaper',
      'resources.0.date': '2021-05',
      'resources.0.seenOn': '2024-01-02',
      'resources.0.broken': 'on',
    }),
  )
  const page = await visit(null)
  await page.goto(path)
  await expect(page.getByRole('main')).toContainText('Ended 2022')
  await expect(page.getByRole('region', { name: 'What happened next' })).toContainText('took the work back')
  const documents = page.getByRole('region', { name: 'Documents and links' })
  await expect(documents.getByRole('heading', { name: 'The original case study' })).toBeVisible()
  await expect(documents).toContainText(
    'A newspaper. May 2021. Web page. Link broken, last seen working 2 January 2024.',
  )
})

test('AUD-1 AUD-2 AUD-3 PUR-1 home offers a route for each reader, and sourced results', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/')
  const figures = page.getByRole('region', { name: 'Results in figures' })
  expect(await figures.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(2)

  await page.getByRole('link', { name: /^Do it on my next contract/ }).click()
  await expect(page).toHaveURL(/\/for\/practitioners$/)
  const practitioner = await page.getByRole('heading', { level: 2 }).first().textContent()
  await page.goto('/')
  await page.getByRole('link', { name: /^Set the direction/ }).click()
  await expect(page).toHaveURL(/\/for\/strategy$/)
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(practitioner)

  await page.goto('/')
  await page.getByRole('link', { name: /^Buy for a service/ }).click()
  for (const area of ['Food and catering', 'Housing and homelessness', 'Adult social care'])
    await expect(page.getByRole('link', { name: area, exact: true }).first()).toBeVisible()
})

test('AUD-2 STO-1 STO-2 STO-3 a leader goes from home to a story, a stage, its case and back', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/stories')
  expect(await page.getByRole('main').locator('ol.rows > li').count()).toBeGreaterThan(2)

  await page.goto('/')
  const route = page
    .getByRole('listitem')
    .or(page.locator('main *'))
    .getByRole('link', { name: /^Show that it pays/ })
    .first()
  await route.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chief executives and councillors')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Change stories')
  await page.getByRole('link', { name: 'East Ayrshire: twenty years of school food' }).click()

  const steps = page.getByRole('navigation', { name: 'Steps to change' })
  await expect(steps.getByRole('link')).toHaveCount(4)
  await steps.getByRole('link', { name: /A pilot with small lots/ }).click()
  await expect(page).toHaveURL(/#step-1$/)
  const stage = page.getByRole('region', { name: /^Step 1: A pilot with small lots/ })
  await expect(stage).toContainText('About 2004 to 2006')
  await expect(stage).toContainText('59p to 71.9p')
  await stage.getByRole('link', { name: SCHOOL_MEALS }).click()

  await expect(page.getByRole('heading', { level: 1, name: SCHOOL_MEALS })).toBeVisible()
  const part = page.getByRole('complementary').locator('section').filter({ hasText: 'Part of the story of' })
  await part.getByRole('link', { name: 'East Ayrshire: twenty years of school food' }).click()
  await expect(page).toHaveURL(/\/stories\/\d+-[a-z-]+#step-1$/)
})

test('NET-3 food in the North East finds the demonstration officer, and nobody who is not listed', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/people')
  await page.getByLabel('What do you need help with?').fill('food')
  await page.getByLabel('Region', { exact: true }).selectOption('North East')
  await page.getByRole('button', { name: 'Find people' }).click()
  await expect(page.getByRole('heading', { name: /“food” in North East/ })).toBeVisible()
  const found = page.getByRole('region', { name: /“food” in North East/ })
  await found.getByRole('link', { name: 'Demonstration officer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Demonstration officer' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Demonstration account')
  await expect(page.getByRole('main')).not.toContainText('@')

  await page.goto('/people?q=Demonstration+chief')
  await expect(page.getByRole('region', { name: /^Nobody yet/ })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('chief executive')
  const hidden = await page.goto('/people/demonstration-chief')
  expect(hidden?.status()).toBe(404)
})

test('EXI-3 an organisation has a stable page with its cases, and links back to the people there', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/organisations')
  await page.getByLabel('Name', { exact: true }).fill('East Ayrshire')
  await page.getByRole('button', { name: 'Find organisations' }).click()
  await page.getByRole('link', { name: 'East Ayrshire Council', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'East Ayrshire Council' })).toBeVisible()
  await expect(page).toHaveURL(/\/organisations\/\d+-east-ayrshire-council$/)
  await expect(page.getByRole('link', { name: SCHOOL_MEALS })).toBeVisible()
  await page.getByRole('link', { name: /^People at East Ayrshire Council/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Find someone who has done it' })).toBeVisible()
})

test('PUR-5 About says what is meant by sustainable procurement, and whose words they are', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/about')
  await expect(page.getByRole('main')).toContainText('value for money on a whole life basis')
  await expect(page.getByRole('main')).toContainText(/Task Force[^.]*2006/)
})

test('every page leads to about, accessibility, cookies, privacy and help', async ({ visit }) => {
  const page = await visit(null)
  for (const name of ['About', 'Accessibility', 'Cookies', 'Privacy', 'Help']) {
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}`))
  }
})
