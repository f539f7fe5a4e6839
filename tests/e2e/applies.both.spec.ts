import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'
import { fillTheFiveParts, part, save, saveAndRead, sayNotKnownInLaw, tick } from '../support/journeys-form'

const legal = (nation: string, regime: string, commencedOn: string) => ({
  'legalStatus.nation': nation,
  'legalStatus.regime': regime,
  'legalStatus.commencedOn': commencedOn,
})

/** Three cases of one name, bought under three laws that are in force. */
async function threeCases(page: Page) {
  const name = aTitle('Warm wards')
  const cases = {
    wales: { title: `${name} in Wales`, ...legal('Wales', 'PA2023', '2025-03-01') },
    health: { title: `${name} in England`, ...legal('England', 'PSR-E', '2025-04-01') },
    scotland: { title: `${name} in Scotland`, ...legal('Scotland', 'PCSR2015', '2024-05-01') },
  }
  for (const fields of Object.values(cases)) await publish(page.request, aCaseStudy(fields))
  return { wales: cases.wales.title, health: cases.health.title, scotland: cases.scotland.title }
}

const row = (page: Page, title: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) })

async function open(page: Page, group: string) {
  const folded = page.locator('details:not([open]) > summary').filter({ hasText: group })
  if ((await folded.count()) > 0) await folded.first().click()
}

test('N5 the same three cases look different to three bodies, signed out, and switching off restores all', async ({
  visit,
}) => {
  const titles = await threeCases(await visit('officer'))
  const page = await visit(null)
  await page.goto('/case-studies?sort=added&evidence=told')
  await expect(row(page, titles.wales)).not.toContainText('rules as you')

  await open(page, 'Do the same rules apply to us?')
  await page.getByLabel('Nation').selectOption('Wales')
  await page.getByLabel('Kind of body').selectOption('Council, Wales')
  await page.getByRole('button', { name: 'Compare with our rules' }).click()
  await expect(page).toHaveURL(/sort=added/)
  await expect(page).toHaveURL(/evidence=told/)
  const compared = page.getByRole('region', { name: /^Compared with: Council, Wales/ })
  await expect(compared).toContainText('This is a record, not legal advice.')
  await expect(row(page, titles.wales)).toContainText('Same rules as you.')
  await expect(row(page, titles.health)).toContainText('Different rules: English law.')
  await expect(row(page, titles.scotland)).toContainText('Different rules: Scottish law.')
  await expect(
    row(page, titles.scotland).getByRole('link', { name: /^In the law register ?: .*Scotland/ }),
  ).toHaveAttribute('href', '/law/pcsr2015')

  await page.goto('/case-studies?sort=added&us=england.nhs')
  await expect(page.getByRole('region', { name: 'Compared with: NHS, England' })).toContainText(
    'may apply instead',
  )
  for (const title of [titles.wales, titles.health])
    await expect(row(page, title)).toContainText('Same rules as you.')
  await expect(row(page, titles.scotland)).toContainText('Different rules: Scottish law.')

  await page.goto('/case-studies?sort=added&us=scotland.scottish-council')
  await expect(row(page, titles.wales)).toContainText('Different rules: Procurement Act 2023')
  await expect(row(page, titles.scotland)).toContainText('Same rules as you.')
  await open(page, 'Rules')
  await page.getByLabel(/^Only the same rules as mine/).check()
  await page.getByRole('button', { name: 'Apply' }).last().click()
  await expect(row(page, titles.scotland)).toBeVisible()
  await expect(row(page, titles.wales)).toHaveCount(0)

  await page.getByRole('link', { name: 'Switch off' }).click()
  await expect(page).toHaveURL(/\/case-studies\?sort=added$/)
  await expect(row(page, titles.wales)).toBeVisible()
  await expect(page.getByText('Same rules as you')).toHaveCount(0)
})

test('N5 the choice goes along to the case and back, and the page without it stays the same for everybody', async ({
  visit,
}) => {
  const titles = await threeCases(await visit('officer'))
  const page = await visit(null)
  await page.goto('/case-studies?sort=added&us=wales.welsh-council.above')
  await page.getByRole('link', { name: titles.scotland }).click()
  await expect(page.getByRole('heading', { level: 1, name: titles.scotland })).toBeVisible()
  const compared = page.getByRole('region', { name: /^Compared with: Council, Wales/ })
  await expect(compared).toContainText('Different rules: Scottish law.')
  await expect(compared).toContainText('Public Contracts (Scotland) Regulations 2015')

  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Case studies' })
    .click()
  await expect(page).toHaveURL(/us=wales\.welsh-council\.above/)
  await page.goBack()
  await compared.getByRole('link', { name: 'Switch off' }).click()
  await expect(page).toHaveURL(/\/case-studies\/\d+-[a-z0-9-]+$/)
  await expect(page.getByText('Different rules')).toHaveCount(0)

  await open(page, 'Do the same rules apply to us?')
  await page.getByLabel('Kind of body').selectOption('NHS')
  await page.getByRole('button', { name: 'Compare with our rules' }).click()
  await expect(page.getByText('Choose a nation: its law decides')).toBeVisible()
  await expect(page.getByLabel('Kind of body')).toHaveValue('nhs')
  await page.getByLabel('Nation').selectOption('Scotland')
  await page.getByRole('button', { name: 'Compare with our rules' }).click()
  await expect(page.getByRole('region', { name: 'Compared with: NHS, Scotland' })).toContainText(
    'Same rules as you.',
  )
})

test('PUR-7 barriers and stages are ticked, outlive an error, stand on the page and lead to others like it', async ({
  visit,
}) => {
  const page = await visit('officer')
  const title = aTitle('One budget for repairs')
  await page.goto('/case-studies/new')
  const practice = part(page, 'Barriers and stages')
  await practice.getByRole('checkbox', { name: 'Budgets in silos' }).check()
  await practice.getByRole('checkbox', { name: 'Managing the contract' }).check()
  await save(page)
  await expect(page.getByText('Enter a title').first()).toBeVisible()
  await expect(practice.getByRole('checkbox', { name: 'Budgets in silos' })).toBeChecked()

  await page.getByRole('radio', { name: /^It lives here/ }).check()
  await fillTheFiveParts(page, { title, summary: 'Two budgets became one.' })
  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Food and catering')
  const path = await saveAndRead(page)
  await page.goto(`${path}/edit`)
  await expect(practice.getByRole('checkbox', { name: 'Managing the contract' })).toBeChecked()
  await page.goto(path)
  await page.getByRole('main').getByRole('link', { name: 'Budgets in silos' }).click()
  await expect(page).toHaveURL(/\?barrier=silos$/)
  await expect(row(page, title)).toBeVisible()
  await page.goto('/case-studies?barrier=price-first&stage=award')
  await expect(row(page, title)).toHaveCount(0)
  await expect(
    page.getByRole('link', { name: 'Underground lighting chosen on its cost over its whole life' }),
  ).toBeVisible()
})

test('LAB-8 filters of law, approval and challenge combine, count truly, and an empty list says how to widen it', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const title = aTitle('Repaired beds')
  const facts = {
    'regions[]': ['Wales'],
    organisation: 'Caerphilly County Borough Council',
    'legalStatus.approvals.0.kind': 'WG',
    'legalStatus.challenge.state': 'settled',
    ...legal('Wales', 'PA2023', '2025-03-01'),
  }
  await publish(officer.request, aCaseStudy({ title, ...facts }))
  const page = await visit(null)
  await page.goto('/case-studies?region=Wales&category=D11&type=welsh-council&law=PA2023')
  await expect(row(page, title)).toBeVisible()
  for (const [group, value] of [
    ['Under the law now', /^Current rules/],
    ['Who approved it', /^Welsh Government/],
    ['Challenged?', /^Settled/],
  ] as const) {
    await open(page, group)
    await page.getByRole('group', { name: group }).getByLabel(value).check()
  }
  await page.getByRole('button', { name: 'Apply' }).last().click()
  for (const held of ['standing=current', 'approval=WG', 'challenge=settled', 'region=Wales'])
    await expect(page).toHaveURL(new RegExp(held))
  await expect(row(page, title)).toBeVisible()
  const count = (await page.locator('#found').textContent()) ?? ''
  await page.reload()
  await expect(page.locator('#found')).toHaveText(count)

  await page.goto(`${page.url()}&stage=selection&barrier=non-cashable`)
  await expect(page.locator('#found')).toHaveText('0 case studies')
  await page.goto(page.url().replace('&barrier=non-cashable', ''))
  const wider = page.getByRole('list', { name: 'How to widen it' }).getByRole('link')
  const said = (await wider.first().textContent()) ?? ''
  await wider.first().click()
  await expect(page.locator('#found')).toHaveText(said)
})
