import type { Page } from '@playwright/test'
import { aCaseStudy, expect, idIn, password, post, publish, test } from '../support/journeys'
import { save } from '../support/journeys-form'
import { inDatabase } from '../support/site-database'

// P12: whoever is suspended or demoted while typing publishes nothing from then on, and keeps every word.
const EMAIL = 'representative@demo.example'
const SUMMARY = 'Everything that was typed until the account was closed.'

/** A session of its own: ending it must not end those of other tests. */
async function signedIn(page: Page) {
  const answer = await post(page.request, '/sign-in', { email: EMAIL, password })
  expect(answer.status()).toBe(303)
}

const summary = (page: Page) => page.getByRole('textbox', { name: 'Summary', exact: true })
const line = (page: Page) => page.locator('[data-draft]')

test('P12 suspended while typing: the save is refused at once, and the text stays and can be copied', async ({
  visit,
}) => {
  const page = await visit(null)
  await signedIn(page)
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  await expect(line(page)).toHaveAttribute('data-draft', 'idle')
  try {
    await inDatabase('UPDATE person SET suspended_at = now() WHERE email = $1', [EMAIL])
    const since = Date.now()
    await summary(page).fill(SUMMARY)
    await expect(line(page)).toContainText('Saved on this device only: sign in on another tab to save it')
    expect(Date.now() - since).toBeLessThan(5000)

    await page.getByLabel('What did you change?').fill('A summary')
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'POST' && !response.url().includes('/api/'),
    )
    await save(page)
    expect((await answer).status()).toBe(403)
    await expect(page.getByRole('alert').filter({ hasText: 'You have been signed out' })).toBeVisible()
    await expect(summary(page)).toHaveValue(SUMMARY)
    await expect(summary(page)).toBeEditable()
    await page.goto('/about')
  } finally {
    await inDatabase('UPDATE person SET suspended_at = NULL WHERE email = $1', [EMAIL])
  }
  await page.goto(`${path}/edit`)
  await expect(page.getByRole('status').filter({ hasText: 'This device has newer text' })).toBeVisible()
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('main')).toContainText('You have a draft from')
  await expect(summary(page)).toHaveValue(SUMMARY)
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByRole('main')).not.toContainText(SUMMARY)
})

test('P12 demoted while typing: nothing is published, it goes to a moderator', async ({ visit }) => {
  const page = await visit(null)
  await signedIn(page)
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  await summary(page).fill(SUMMARY)
  await page.getByLabel('What did you change?').fill('A summary')
  try {
    await inDatabase(`UPDATE person SET role = 'pending' WHERE email = $1`, [EMAIL])
    await save(page)
    await expect(page.getByRole('status').filter({ hasText: 'Sent to a moderator' })).toBeVisible()
  } finally {
    await inDatabase(`UPDATE person SET role = 'representative' WHERE email = $1`, [EMAIL])
    await inDatabase(`DELETE FROM submission WHERE page_id = $1`, [Number(idIn(path))])
  }
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByRole('main')).not.toContainText(SUMMARY)
})

test('P12 a sign-in that ended is taken up again on another tab, and the text is saved by itself', async ({
  visit,
}) => {
  const page = await visit(null)
  await signedIn(page)
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  await expect(line(page)).toHaveAttribute('data-draft', 'idle')
  await page.context().clearCookies()
  await summary(page).fill(SUMMARY)
  await expect(line(page)).toContainText('Saved on this device only')
  await signedIn(page)
  await expect(line(page)).toContainText(/^Saved \d\d:\d\d/)
  await page.reload()
  await expect(summary(page)).toHaveValue(SUMMARY)
})
