import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, publish, revise, test } from '../support/journeys'

/** Opens what is folded: a reply, a report, an answer. */
async function unfold(page: Page, words: RegExp) {
  await page.locator('summary').filter({ hasText: words }).first().click()
}

function daysFromNow(days: number): { typed: string; shown: string } {
  const date = new Date(Date.now() + days * 86_400_000)
  const shown = date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return { typed: date.toISOString().slice(0, 10), shown }
}

test('WIK-8 a part of a page is discussed: opened, answered, resolved, reopened, outdated, at an address that lasts', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await officer.goto(path)
  await officer.getByRole('link', { name: 'Discuss impact' }).click()
  await expect(officer.getByLabel('Which part?')).toHaveValue('impact')
  await officer.getByRole('button', { name: 'Start the thread' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Write your comment',
  )
  await officer.getByLabel('What is it about?').fill('By how much?')
  await officer.getByLabel('Your comment').fill('By how much did bills **fall**?')
  await officer.getByRole('button', { name: 'Start the thread' }).click()
  await expect(officer.getByRole('listitem').filter({ hasText: 'By how much did bills fall?' })).toBeVisible()
  const permalink = officer.url()
  expect(permalink).toMatch(/\/discussion\/\d+#comment-\d+$/)

  const manager = await visit('manager')
  await manager.goto(path)
  await expect(manager.getByRole('link', { name: /^Discuss impact/ })).toContainText('(1 open)')
  await manager.getByRole('link', { name: 'Discussion (1)' }).click()
  await unfold(manager, /^Reply/)
  await manager.getByLabel('Your reply').fill('By a fifth.')
  await manager.getByRole('button', { name: 'Send the reply' }).click()
  await expect(manager.getByText('By a fifth.')).toBeVisible()
  await expect(manager.getByLabel('Your reply')).toHaveValue('')

  await manager.getByRole('button', { name: /^Resolve/ }).click()
  await expect(manager.getByText('Resolved', { exact: true })).toBeVisible()
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByRole('link', { name: 'Discussion', exact: true })).toBeVisible()
  await reader.goto(permalink)
  await expect(reader.locator(new URL(permalink).hash)).toContainText('By how much did bills fall?')
  await manager.getByRole('button', { name: /^Reopen/ }).click()
  await expect(manager.getByRole('button', { name: /^Resolve/ })).toBeVisible()

  // The same address with a fragment would not be asked for again.
  await reader.reload()
  await expect(reader.getByText('The text has changed since.')).toHaveCount(0)
  await revise(officer.request, path, { ...fields, impact: 'Bills fell by a fifth.', note: 'By how much' }, 1)
  await reader.reload()
  await expect(reader.getByText('The text has changed since.')).toBeVisible()
  await reader.getByRole('link', { name: /^Compare version 1 with now/ }).click()
  await expect(reader).toHaveURL(/compare\?from=1&to=2$/)
})

test('WIK-8 a visitor is asked to sign in; who was signed out keeps what was typed', async ({ visit }) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  const reader = await visit(null)
  await reader.goto(`${path}/discussion`)
  await expect(reader.getByRole('main').getByRole('link', { name: 'Sign in to take part' })).toBeVisible()

  await officer.goto(`${path}/discussion`)
  await officer.getByLabel('What is it about?').fill('A question')
  await officer.getByLabel('Your comment').fill('Nobody loses a word.')
  await officer.context().clearCookies()
  await officer.getByRole('button', { name: 'Start the thread' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'You are not signed in',
  )
  await expect(officer.getByLabel('Your comment')).toHaveValue('Nobody loses a word.')
})

test('WIK-8 a report reaches the moderators; a removed comment leaves its place and the reason', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  const words = aTitle('Buy my blankets')
  await officer.goto(`${path}/discussion`)
  await officer.getByLabel('What is it about?').fill('Blankets')
  await officer.getByLabel('Your comment').fill(words)
  await officer.getByRole('button', { name: 'Start the thread' }).click()
  await expect(officer.getByText(words)).toBeVisible()

  const newcomer = await visit('newcomer')
  await newcomer.goto(officer.url())
  await unfold(newcomer, /^Report/)
  await newcomer.getByLabel('What is wrong with it?').fill('This is an advertisement.')
  await newcomer.getByRole('button', { name: 'Tell the moderators' }).click()
  await expect(newcomer.getByRole('status')).toContainText('the moderators have your report')

  const moderator = await visit('moderator')
  await moderator.goto('/review')
  const row = moderator.getByRole('row').filter({ hasText: words })
  await expect(row).toContainText('This is an advertisement.')
  await row.getByRole('link', { name: /^A comment on/ }).click()
  await unfold(moderator, /^Remove/)
  await moderator.getByLabel('Why is it removed?').fill('It sells something.')
  await moderator.getByRole('button', { name: 'Remove the comment' }).click()
  await expect(moderator.getByText('Removed by a moderator: It sells something.')).toBeVisible()
  await newcomer.reload()
  await expect(newcomer.getByText('Removed by a moderator: It sells something.')).toBeVisible()
  expect(await newcomer.content()).not.toContain(words)
  await moderator.goto('/review')
  await expect(moderator.getByRole('row').filter({ hasText: words })).toHaveCount(0)
})

test('WIK-7 a named colleague is asked to look at a page by a day, sees it in the account, and answers', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  const day = daysFromNow(40)
  await officer.goto(`${path}/discussion`)
  await officer.getByRole('link', { name: 'Ask somebody to look at it' }).click()
  await officer.getByLabel('A person', { exact: true }).fill('manager@demo.example')
  await officer.getByLabel('By which day?').fill('2020-01-22')
  await officer.getByRole('button', { name: 'Ask them' }).click()
  await expect(officer.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'The day must be in the future',
  )
  await expect(officer.getByLabel('A person', { exact: true })).toHaveValue('manager@demo.example')
  await officer.getByLabel('By which day?').fill(day.typed)
  await officer.getByRole('button', { name: 'Ask them' }).click()
  await expect(officer.getByRole('status')).toContainText('They have been asked')

  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByText(`In review until ${day.shown}, by`)).toBeVisible()

  const manager = await visit('manager')
  await manager.goto('/account')
  const title = await reader.getByRole('heading', { level: 1 }).innerText()
  const asked = manager.getByRole('listitem').filter({ hasText: title })
  await expect(asked).toContainText(day.shown)
  await asked.locator('summary').click()
  await asked.getByLabel('I have comments').check()
  await asked.getByRole('button', { name: 'Send your answer' }).click()
  await expect(manager.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Write your comments',
  )
  await asked.getByLabel('Your comments').fill('The second figure has no source.')
  await asked.getByRole('button', { name: 'Send your answer' }).click()
  await expect(manager.getByRole('heading', { name: 'Review: comments' })).toBeVisible()
  await reader.goto(path)
  await expect(reader.getByText('In review until')).toHaveCount(0)
  await officer.goto(`${path}/discussion`)
  await expect(officer.getByRole('listitem').filter({ hasText: 'has comments' }).first()).toBeVisible()
})

test('TPL-3 what does not work about a part of the form reaches the moderators, part by part', async ({
  visit,
}) => {
  const writer = await visit('representative')
  await writer.goto('/case-studies/new')
  const link = writer.getByRole('link', { name: /^Comment on this part of the form, results/ })
  await writer.goto((await link.getAttribute('href')) ?? '')
  await expect(writer.getByLabel('Which part of the form?')).toHaveValue('results')
  const words = aTitle('There is no room for a range')
  await writer.getByLabel('What does not work, or what would be better?').fill(words)
  await writer.getByRole('button', { name: 'Send the comment' }).click()
  await expect(writer.getByRole('status')).toContainText('the moderators have your comment')

  const moderator = await visit('moderator')
  await moderator.goto('/review')
  const form = moderator.getByRole('region', { name: /^The form/ })
  await expect(form.getByRole('heading', { name: /^Results \(/ })).toBeVisible()
  const row = form.getByRole('row').filter({ hasText: words })
  await row.getByRole('button', { name: /^Close/ }).click()
  await expect(moderator.getByRole('status')).toContainText('The report is closed')
})
