import { randomUUID } from 'node:crypto'
import { type Account, aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'

const EVERYBODY: Account[] = [
  'officer',
  'moderator',
  'representative',
  'manager',
  'chief',
  'admin',
  'newcomer',
]

/** Words that nothing has and that look like nobody's name or number. */
function madeUp() {
  const letters = randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)
  return `zq${letters}vx qz${letters}`
}

test('USE-4 what five people search for in vain is on the wanted list; a moderator can hide it', async ({
  visit,
}) => {
  test.slow()
  const words = madeUp()
  const [reader, moderator] = await Promise.all([visit(null), visit('moderator')])
  // One person who searches often is one person.
  for (let time = 0; time < 6; time += 1) await reader.goto(`/search?q=${encodeURIComponent(words)}`)
  await expect(reader.getByRole('link', { name: /Ask for it/ })).toBeVisible()
  await reader.goto('/wanted')
  await expect(reader.getByRole('main')).not.toContainText(words)

  // An account too many: two of them may count as one.
  for (const account of EVERYBODY)
    await (await visit(account)).request.get(`/search?q=${encodeURIComponent(words)}`)
  const link = reader.getByRole('main').getByRole('link', { name: `“${words}”` })
  await expect(async () => {
    await reader.goto('/wanted')
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await link.click()
  await expect(reader.getByRole('main')).toContainText(
    'Five or more people searched for this and found nothing',
  )
  const path = new URL(reader.url()).pathname

  await moderator.goto(path)
  await moderator.locator('summary').filter({ hasText: 'Hide this request' }).click()
  await moderator.getByLabel('The reason').last().fill('It was a trial.')
  await moderator.getByRole('button', { name: 'Hide it' }).click()
  await expect(moderator.getByRole('status').filter({ hasText: 'The request is hidden' })).toBeVisible()
  expect((await reader.goto(path))?.status()).toBe(404)
})

test('USE-4 a request is asked, claimed, offered a page, answered and put on the list again', async ({
  visit,
}) => {
  test.slow()
  const [officer, representative, manager, reader] = await Promise.all([
    visit('officer'),
    visit('representative'),
    visit('manager'),
    visit(null),
  ])
  const title = aTitle('A clause for reused furniture')
  await officer.goto('/wanted/new?category=D10&nation=Wales')
  await expect(officer.getByLabel('Food and catering', { exact: true })).toBeChecked()
  await officer.getByLabel('What do you look for?').fill(title)
  await officer.getByRole('button', { name: 'Ask for it' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Say what you need it for',
  )
  await expect(officer.getByLabel('What do you look for?')).toHaveValue(title)
  await officer.getByLabel('What do you need it for?').fill('We move offices next year.')
  await officer.getByRole('button', { name: 'Ask for it' }).click()
  await expect(officer.getByRole('status').filter({ hasText: 'Your request is on the list' })).toBeVisible()
  const path = new URL(officer.url()).pathname

  await reader.goto('/wanted?category=D10')
  await expect(reader.getByRole('main').getByRole('link', { name: title })).toBeVisible()
  await reader.goto(path)
  await expect(reader.getByRole('main').getByRole('link', { name: /Sign in to say so/ })).toBeVisible()

  await representative.goto(path)
  const year = new Date().getFullYear() + 3
  await representative.getByLabel(/will write it by/).fill(`${year}-01-31`)
  await representative.getByRole('button', { name: 'We will write this' }).click()
  await expect(representative.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'within a year',
  )
  const soon = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  await representative.getByLabel(/will write it by/).fill(soon)
  await representative.getByRole('button', { name: 'We will write this' }).click()
  await expect(representative.getByRole('status').filter({ hasText: 'The claim is published' })).toBeVisible()

  const page = await publish(manager.request, aCaseStudy({ title: aTitle('Desks used again') }))
  await manager.goto(path)
  await manager.getByLabel('Which page is it?').fill(page)
  await manager.getByRole('button', { name: 'Offer this page' }).click()
  await expect(manager.getByRole('status').filter({ hasText: 'The page is offered' })).toBeVisible()
  await officer.goto(path)
  await officer.getByRole('button', { name: /This answers it/ }).click()
  await expect(officer.getByRole('status').filter({ hasText: 'The request is answered' })).toBeVisible()
  await reader.goto('/wanted?state=answered')
  await expect(reader.getByRole('listitem').filter({ hasText: title })).toContainText('Desks used again')
  await expect(async () => {
    await representative.goto('/account/notifications')
    await expect(representative.getByRole('main')).toContainText(title, { timeout: 1000 })
  }).toPass()

  await officer.getByRole('button', { name: 'Put it on the list again' }).click()
  await expect(officer.getByRole('status').filter({ hasText: 'on the list again' })).toBeVisible()
  const id = /wanted\/(\d+)/.exec(path)?.[1] ?? ''
  const second = aTitle('Chairs used again')
  await publish(manager.request, aCaseStudy({ title: second, answers: id }))
  await reader.goto(path)
  await expect(reader.getByRole('main').getByRole('link', { name: second }).first()).toBeVisible()
  await expect(reader.getByRole('region', { name: 'What happened' })).toContainText('Opened again')
})

test('USE-4 the grid says where nothing is, and an empty cell leads to the form', async ({ visit }) => {
  const officer = await visit('officer')
  await officer.goto('/wanted/coverage')
  const table = officer.getByRole('table', { name: /contract area and nation/ })
  await expect(table.getByRole('columnheader', { name: 'Northern Ireland' })).toBeVisible()
  const region = officer.getByRole('region', { name: /contract area and nation/ })
  await region.focus()
  await expect(region).toBeFocused()
  const gap = table.getByRole('link', { name: /Ask for case studies on Cleaning in Northern Ireland/ })
  await gap.click()
  await expect(officer.getByLabel('Cleaning', { exact: true })).toBeChecked()
  await expect(officer.getByLabel(/^Nation/)).toHaveValue('Northern Ireland')
  const newcomer = await visit('newcomer')
  await newcomer.goto('/wanted/new')
  await expect(newcomer.getByRole('main')).toContainText('New members ask once a moderator has verified them')
})
