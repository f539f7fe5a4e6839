import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, publish, revise, test } from '../support/journeys'

const REASON = 'Officers look for the other word.'

async function proposeIt(page: Page) {
  await page.getByLabel('Why', { exact: true }).fill(REASON)
  await page.getByRole('button', { name: 'Show what it would do' }).click()
  await expect(page.getByRole('region', { name: 'What it would do' })).toContainText('It would touch')
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'It is proposed' })).toBeVisible()
  return new URL(page.url()).pathname
}

async function apply(page: Page, path: string, decision: string) {
  await page.goto(path)
  await page.getByLabel('The decision').fill(decision)
  await page.getByRole('button', { name: 'Apply the change' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The decision is published' })).toBeVisible()
}

async function undo(page: Page, path: string, reason: string) {
  await page.goto(path)
  await page.getByLabel('Why it is undone').fill(reason)
  await page.getByRole('button', { name: 'Undo this change' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The change is undone' })).toBeVisible()
}

async function take(page: Page, stance: string, reason: string, button: string) {
  await page.getByLabel(stance, { exact: true }).check()
  await page.getByLabel('The reason').fill(reason)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The position is taken' })).toBeVisible()
}

test('LAB-4 LAB-5 a heading is added, renamed with the support of a public body, and gets its name back', async ({
  visit,
}) => {
  const [officer, representative, moderator, admin] = await Promise.all([
    visit('officer'),
    visit('representative'),
    visit('moderator'),
    visit('admin'),
  ])
  const [first, second] = [aTitle('Lifts'), aTitle('Gwasanaethau cymdeithasol i oedolion a phlant')]

  await officer.goto('/categories/changes/new?kind=add')
  await officer.getByLabel('Where the new heading is to stand').selectOption('Contracts')
  await officer.getByLabel('Its name').fill(first)
  const added = await proposeIt(officer)
  await apply(admin, added, 'No body had a place for it.')

  await officer.goto(`/categories?q=${encodeURIComponent(first)}`)
  await officer.getByRole('main').getByRole('link', { name: first }).click()
  const oldAddress = new URL(officer.url()).pathname
  await officer.getByRole('link', { name: 'Suggest a change to this heading' }).click()
  await officer.getByRole('link', { name: 'Rename a heading' }).click()
  await officer.getByLabel('The new name').fill('')
  await officer.getByRole('button', { name: 'Show what it would do' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Enter the name',
  )
  await officer.getByLabel('The new name').fill(second)
  const renamed = await proposeIt(officer)
  await expect(officer.getByRole('main')).toContainText('Only the representative of a public body')

  await representative.goto(renamed)
  await take(representative, 'Object', 'We do not use that word.', 'Take this position')
  await take(representative, 'Support', 'We use that word after all.', 'Change the position')
  const positions = representative.getByRole('table', { name: 'Positions of public bodies' })
  await expect(positions.getByRole('row')).toHaveCount(2)
  await expect(positions).toContainText('We use that word after all.')
  await expect(positions).not.toContainText('We do not use that word.')

  await moderator.goto(renamed)
  await expect(moderator.getByRole('region', { name: 'What it would do' })).toContainText('0 case studies')
  await expect(moderator.getByRole('region', { name: 'Decision' })).toContainText(
    'You can decide from the day after',
  )
  await apply(admin, renamed, 'One body supports it and none objects.')
  const record = admin.getByRole('region', { name: 'Decision' })
  await expect(record).toContainText(/Number \d+/)
  await expect(record).toContainText(/Version of the hierarchy\s*\d+/)
  await expect(record).toContainText('1 supports')

  const reader = await visit(null)
  await reader.goto(oldAddress)
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(second.slice(1))
  expect(new URL(reader.url()).pathname).not.toBe(oldAddress)
  await expect(reader.getByRole('region', { name: 'About this heading' })).toContainText(
    `Also called${first}`,
  )
  await reader.goto('/categories/changes?state=applied')
  const row = reader.getByRole('listitem').filter({ hasText: second }).filter({ hasText: 'Rename' })
  await expect(row).toContainText(/Decision: \d+, \d+ \w+ \d{4}/)
  await expect(row).toContainText(/Version: \d+/)

  await undo(moderator, renamed, 'The old word is better known.')
  await reader.goto(oldAddress)
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(first.slice(1))
  await undo(moderator, added, 'It was a trial.')
  expect((await reader.goto(oldAddress))?.status()).toBe(404)
})

test('LAB-4 a heading is split: each case study goes to a part, and the old address lists the parts', async ({
  visit,
}) => {
  const [officer, moderator, admin] = await Promise.all([
    visit('officer'),
    visit('moderator'),
    visit('admin'),
  ])
  const [whole, left, right] = [aTitle('Doors and windows'), aTitle('Doors'), aTitle('Windows')]
  await officer.goto('/categories/changes/new?kind=add')
  await officer.getByLabel('Where the new heading is to stand').selectOption('Primary documents')
  await officer.getByLabel('Its name').fill(whole)
  const added = await proposeIt(officer)
  await apply(admin, added, 'It is tried out.')
  await officer.goto(`/categories?q=${encodeURIComponent(whole)}`)
  const address =
    (await officer.getByRole('main').getByRole('link', { name: whole }).getAttribute('href')) ?? ''
  const code = (/categories\/([^-]+)-/.exec(address)?.[1] ?? '').toUpperCase()
  const fields = aCaseStudy({ title: aTitle('Oak frames'), 'categories[]': [code] })
  const other = aCaseStudy({ title: aTitle('Double glazing'), 'categories[]': [code] })
  const paths = [await publish(officer.request, fields), await publish(officer.request, other)]

  await officer.goto(`/categories/changes/new?kind=split&code=${code}`)
  await officer.getByRole('group', { name: 'Heading 1' }).getByLabel('Or the name of a new one').fill(left)
  await officer.getByRole('button', { name: 'Show what it would do' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'at least two',
  )
  await officer.locator('summary').filter({ hasText: left }).click()
  const first = officer.getByRole('group', { name: 'Heading 1' }).getByLabel('Or the name of a new one')
  await expect(first).toHaveValue(left)
  await officer.getByRole('group', { name: 'Heading 2' }).getByLabel('Or the name of a new one').fill(right)
  const split = await proposeIt(officer)
  await expect(officer.getByRole('region', { name: 'What it would do' })).toContainText('2 case studies')

  await admin.goto(split)
  await admin.locator('summary').filter({ hasText: 'Choose for single case studies (2)' }).click()
  await admin.getByLabel(String(other.title)).selectOption(right)
  await admin.getByRole('button', { name: 'Apply the change' }).click()
  await expect(admin.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Write the decision',
  )
  await expect(admin.getByLabel(String(other.title))).toHaveValue('1')
  await admin.getByLabel('The decision').fill('They are bought apart.')
  await admin.getByRole('button', { name: 'Apply the change' }).click()
  await expect(admin.getByRole('status').filter({ hasText: 'The decision is published' })).toBeVisible()

  const reader = await visit(null)
  await reader.goto(address)
  await expect(reader.getByRole('main')).toContainText('This heading is no longer in use')
  await reader.getByRole('main').getByRole('link', { name: right }).first().click()
  await expect(reader.getByRole('link', { name: String(other.title) })).toBeVisible()
  await expect(reader.getByRole('link', { name: String(fields.title) })).toHaveCount(0)
  await officer.goto(`${paths[0]}/edit`)
  const kept = officer.getByRole('checkbox', { name: whole, exact: true })
  await expect(kept).toBeChecked()
  await expect(kept).toHaveAccessibleDescription(new RegExp(`It now stands under ${left}`))

  await undo(moderator, split, 'They are bought together after all.')
  await moderator.goto(added)
  await moderator.getByLabel('Why it is undone').fill('It was a trial.')
  await moderator.getByRole('button', { name: 'Undo this change' }).click()
  await expect(moderator.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Pages have been labelled',
  )
  await revise(officer.request, paths[0] ?? '', { ...fields, 'categories[]': ['F1'] }, 1)
  await revise(officer.request, paths[1] ?? '', { ...other, 'categories[]': ['F1'] }, 1)
  await undo(moderator, added, 'It was a trial.')
})

test('LAB-5 who may not do something reads why, and what they could do', async ({ visit }) => {
  const reader = await visit(null)
  await reader.goto('/categories/changes/new?kind=rename&code=D10')
  await expect(reader.getByRole('main')).toContainText('Sign in to propose a change')
  await expect(reader.getByRole('link', { name: 'Sign in and come back here' })).toBeVisible()
  const newcomer = await visit('newcomer')
  await newcomer.goto('/categories/changes/new?kind=rename&code=D10')
  await expect(newcomer.getByRole('main')).toContainText('once a moderator has verified them')
  await expect(newcomer.getByLabel('The new name')).toHaveCount(0)
})
