import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { aCaseStudy, address, aTitle, expect, password, publish, signIn, test } from '../support/journeys'

/** Registers through the page and answers the new e-mail address. */
async function register(page: Page, name: string): Promise<string> {
  const email = `test-${randomUUID()}@example.gov.uk`
  await page.goto('/register')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Hello ${name}` })).toBeVisible()
  return email
}

/** The name in the header shows that the page knows who is reading, and with it their favourites. */
async function expectGreeted(page: Page) {
  await expect(page.getByRole('banner').getByRole('link', { name: 'Demonstration officer' })).toBeVisible()
}

test('NET-1 somebody registers after mending errors, signs out, and signs in again', async ({ visit }, {
  project,
}) => {
  const page = await visit(null)
  await page.goto('/register')
  await page.getByLabel('Your name').fill('Ada Example')
  await page.getByLabel('E-mail address').fill('not an address')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Make my account' }).click()
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problems.getByRole('link')).toHaveCount(2)
  if (project.name === 'scripts') await expect(problems).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Example')
  await expect(page.getByLabel('E-mail address')).toHaveValue('not an address')
  await expect(page.getByLabel('Password')).toHaveValue('')

  const email = await register(page, 'Ada Example')
  await expect(page.getByRole('status')).toContainText('Your account is made')
  await expect(page.getByRole('main')).toContainText('New member')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${address}/`)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?back=%2Faccount$/)
  await signIn(page, email)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Ada Example' })).toBeVisible()
})

test('NET-1 a wrong password is refused without saying which part was wrong', async ({ visit }) => {
  const page = await visit(null)
  for (const email of ['officer@demo.example', `${randomUUID()}@example.gov.uk`]) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
      'That e-mail address and password do not belong together.',
    )
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  }
})

test('NET-1 a reader who wants to edit signs in and lands on the edit page', async ({ visit }) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  const page = await visit(null)
  await page.goto(path)
  await page
    .getByRole('navigation', { name: 'This case study', exact: true })
    .getByRole('link', { name: 'Edit' })
    .click()
  await page.getByLabel('E-mail address').fill('officer@demo.example')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${path}/edit`)
})

test('NET-2 a favourite from a list and one from a page are there after signing out and in, with a note, and go', async ({
  visit,
}, { project }) => {
  const officer = await visit('officer')
  const [one, other] = [aTitle('Paper bought together'), aTitle('Chairs mended')]
  const path = await publish(officer.request, aCaseStudy({ title: one, 'categories[]': ['D19'] }))
  await publish(officer.request, aCaseStudy({ title: other, 'categories[]': ['D20'] }))

  const page = await visit(null)
  await signIn(page, 'officer@demo.example')
  await page.goto(path)
  if (project.name === 'scripts') await expectGreeted(page)
  await page
    .getByRole('button', { name: `Save ${one} to favourites` })
    .first()
    .click()
  if (project.name === 'scripts') {
    const saved = page.getByRole('button', { name: `Saved ${one} to favourites` }).first()
    await expect(saved).toHaveAttribute('aria-pressed', 'true')
    await page.reload()
    await expect(saved).toBeVisible()
  } else await expect(page.getByRole('heading', { level: 1, name: 'Your favourites' })).toBeVisible()
  await page.goto('/case-studies?category=D20')
  if (project.name === 'scripts') await expectGreeted(page)
  await page.getByRole('button', { name: `Save ${other} to favourites` }).click()
  if (project.name === 'scripts')
    await expect(page.getByRole('button', { name: `Saved ${other} to favourites` })).toBeVisible()

  await page.goto('/account')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${address}/`)
  await signIn(page, 'officer@demo.example')
  await page
    .getByRole('navigation', { name: 'Your account' })
    .getByRole('link', { name: 'Favourites' })
    .click()
  await expect(page.getByRole('link', { name: one })).toBeVisible()
  await expect(page.getByRole('link', { name: other })).toBeVisible()
  await page.getByLabel(`Your note on ${one}`).fill('For the next tender')
  await page.getByRole('button', { name: `Save note on ${one}` }).click()
  await expect(page.getByText('Note saved')).toBeVisible()
  await expect(page.getByLabel(`Your note on ${one}`)).toHaveValue('For the next tender')

  for (const title of [one, other]) {
    await page.getByRole('button', { name: `Remove ${title} from favourites` }).click()
    await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  }
  await page.reload()
  await expect(page.getByRole('link', { name: one })).toHaveCount(0)
})

test('NET-2 a signed-out reader who stars a case is asked to sign in and comes back to it', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const title = aTitle('Bread baked nearby')
  const path = await publish(officer.request, aCaseStudy({ title }))
  const page = await visit(null)
  await page.goto(path)
  await page
    .getByRole('button', { name: `Save ${title} to favourites` })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByLabel('E-mail address').fill('manager@demo.example')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(path)
})

test('NET-1 NET-3 somebody opts in to the directory, is found, opts out and is gone', async ({ visit }) => {
  const page = await visit(null)
  const name = aTitle('Grace Example')
  await register(page, name)
  const reader = await visit(null)
  await reader.goto(`/people?q=${encodeURIComponent(name)}`)
  await expect(reader.getByRole('region', { name: /^Nobody yet/ })).toBeVisible()

  await page.goto('/account/settings')
  await page.getByLabel('Your job').fill('Catering manager')
  await page.getByLabel('Your organisation').fill('Preston City Council')
  await page.getByLabel('Your region').selectOption('North West')
  await page.getByRole('textbox', { name: /^What you can help with/ }).fill('Buying organic milk')
  await page.getByLabel('List me in the people directory').check()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your settings are saved' })).toBeVisible()

  await reader.goto('/people?q=organic+milk&region=North+West&organisation=Preston')
  await reader.getByRole('link', { name }).click()
  await expect(reader.getByRole('main')).toContainText('Catering manager')
  await expect(reader.getByRole('main')).not.toContainText('@')
  const own = reader.url()

  await page.getByLabel('List me in the people directory').uncheck()
  // The note of the first save still stands there, so the answer itself is waited for.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await saved
  await expect(page.getByLabel('List me in the people directory')).not.toBeChecked()
  await reader.goto(`/people?q=${encodeURIComponent(name)}`)
  await expect(reader.getByRole('region', { name: /^Nobody yet/ })).toBeVisible()
  expect((await reader.goto(own))?.status()).toBe(404)
})

test('NET-1 a new role takes effect on the next request, and only administrators give roles', async ({
  visit,
}) => {
  const page = await visit(null)
  const name = aTitle('Hedy Example')
  await register(page, name)
  await page.goto('/case-studies/new')
  await expect(page.getByRole('button', { name: 'Send for review' })).toBeVisible()

  const moderator = await visit('moderator')
  expect((await moderator.goto('/admin'))?.status()).toBe(404)

  const admin = await visit('admin')
  await admin.goto('/admin')
  await admin.getByLabel(`Role of ${name}`).selectOption('Contributor')
  await admin.getByRole('button', { name: `Change the role of ${name}` }).click()
  await expect(admin.getByText('Changed', { exact: true })).toBeVisible()
  await expect(admin.getByLabel(`Role of ${name}`)).toHaveValue('contributor')
  await expect(admin.getByRole('main')).toContainText('Administrator (your own account)')

  await page.reload()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Contributor')
})
