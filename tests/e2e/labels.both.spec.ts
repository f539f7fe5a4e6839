import { aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'
import { fillTheFiveParts, part, prose, save, sayNotKnownInLaw } from '../support/journeys-form'

test('LAB-1 LAB-6 labels are found by another word for them and ticked by keyboard, with nothing lost', async ({
  visit,
}) => {
  const page = await visit('officer')
  const title = aTitle('Bins that last')
  await page.goto('/case-studies/new')
  await fillTheFiveParts(page, { title, summary: 'Bins were mended.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await sayNotKnownInLaw(page)
  const labels = part(page, 'Labels')
  const filter = labels.getByLabel('Find a label')

  for (const word of ['refuse', '90500000', 'bins']) {
    await filter.fill(word)
    await filter.press('Enter')
    await expect(labels.getByRole('status')).toContainText(`“${word}”`)
    await expect(labels.getByRole('checkbox', { name: 'Waste and recycling', exact: true })).toBeVisible()
    await expect(labels.getByRole('checkbox', { name: 'Food and catering', exact: true })).toBeHidden()
  }
  await expect(labels.getByRole('status')).toContainText('1 label matches “bins”')
  await expect(part(page, 'Title and summary').getByLabel('Title', { exact: true })).toHaveValue(title)
  await expect(prose(page, 'Context')).toContainText('Too much was thrown away.')

  const waste = labels.getByRole('checkbox', { name: 'Waste and recycling', exact: true })
  await expect(waste).toHaveAccessibleDescription(/Collecting, sorting, reusing/)
  await waste.press('Space')
  await expect(waste).toBeChecked()
  await filter.fill('lm3')
  await filter.press('Enter')
  await expect(waste).toBeVisible()
  await labels.getByRole('checkbox', { name: 'LM3', exact: true }).press('Space')
  await save(page)

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  for (const path of [
    '/categories/d11-waste-and-recycling',
    '/sections/contracts',
    '/categories/e1-economic-evaluation',
  ]) {
    const code = /\/([a-z]\d*)-/.exec(path)?.[1] ?? 'd'
    await page.goto(`/case-studies?category=${code}&sort=added`)
    await expect(page.getByRole('link', { name: title })).toBeVisible()
  }
})

test('LAB-1 what ticking means is said in the form', async ({ visit }, { project }) => {
  const page = await visit('officer')
  await page.goto('/case-studies/new')
  const labels = part(page, 'Labels')
  await labels.getByLabel('Find a label').fill('local multiplier')
  await labels.getByLabel('Find a label').press('Enter')
  await labels.getByRole('checkbox', { name: 'LM3', exact: true }).check()
  await labels.getByLabel('Find a label').fill('')
  await labels.getByLabel('Find a label').press('Enter')
  await expect(labels).toContainText('It shows under LM3.')
  await expect(labels).toContainText('It also shows under Economic evaluation, Impact assessment/tools.')
  if (project.name === 'no-scripts') return
  await labels.getByLabel('Find a label').fill('bread')
  await expect(labels.getByRole('status')).toContainText('No label matches “bread”')
  await labels.getByLabel('Find a label').press('Escape')
  await expect(labels.getByLabel('Find a label')).toHaveValue('')
  await expect(labels.getByRole('status')).toBeEmpty()
})

test('LAB-5 LAB-6 the list of headings and the search know what else an area is called', async ({
  visit,
}) => {
  const page = await visit(null)
  for (const word of ['bins', 'refuse', '90500000']) {
    await page.goto('/categories')
    await page.getByLabel('Find a heading').fill(word)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    const table = page.getByRole('table', { name: 'Contract areas' })
    const row = table.getByRole('row').filter({ hasText: 'Waste and recycling' })
    await expect(row).toContainText('Proposed')
    await expect(row).toContainText('90, 34')
    await expect(table.getByRole('link', { name: 'Food and catering' })).toHaveCount(0)
    await page.goto(`/search?q=${word}`)
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /Waste and recycling/ })
        .first(),
    ).toBeVisible()
  }
  await page.goto('/categories')
  await expect(page.getByRole('main')).toContainText('start as proposed because nobody has reviewed them yet')
})

test('LAB-7 an area gathers its case studies, their documents and the people who can help', async ({
  visit,
}) => {
  const page = await visit('officer')
  const title = aTitle('Travel booked by rail')
  const document = aTitle('Travel policy')
  const path = await publish(
    page.request,
    aCaseStudy({
      title,
      'categories[]': ['D16', 'E4.1'],
      'resources.0.kind': 'primary',
      'resources.0.title': document,
      'resources.0.url': `https://www.example.gov.uk/${document.slice(-8)}`,
      'resources.0.format': 'web',
    }),
  )
  await page.goto('/categories/d16-travel-post-and-couriers')
  const documents = page.getByRole('region', { name: /^\d+ documents?$/ })
  await expect(documents.getByRole('link', { name: document })).toBeVisible()
  await expect(documents.getByRole('link', { name: title })).toHaveAttribute('href', path)
  await expect(page.getByRole('region', { name: 'Tools and methods used here' })).toContainText('Carbon')
  await expect(page.getByRole('region', { name: 'People who can help' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'About this heading' })).toContainText(
    'No public body has reviewed it yet',
  )
  await page
    .getByRole('navigation', { name: 'Also on this page' })
    .getByRole('link', { name: 'About this heading' })
    .click()
  await expect(page.getByRole('link', { name: 'Suggest a change to this heading' })).toBeInViewport()
})
