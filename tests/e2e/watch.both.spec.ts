import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aCaseStudy, address, aTitle, expect, idIn, publish, revise, test } from '../support/journeys'

/** The mail that tells of a version, as it lies in the outbox of a site without a mail server. */
function mailAbout(path: string, version: number): string | null {
  const folder = join(process.env.DATA_DIR ?? './data', 'outbox')
  const start = `at-once-revision-${idIn(path)}-${version}-`
  const name = readdirSync(folder).find((file) => file.startsWith(start) && file.endsWith('.eml'))
  return name ? readFileSync(join(folder, name), 'utf8') : null
}

test('PUR-4 somebody watches a page, hears of its change on the site and by mail, and stops it without signing in', async ({
  visit,
}, { project }) => {
  const officer = await visit('officer')
  const title = aTitle('Lamps mended')
  const fields = aCaseStudy({ title, 'categories[]': ['D14'] })
  const path = await publish(officer.request, fields)

  const chief = await visit('chief')
  await chief.goto('/account/settings')
  await chief.getByLabel('Mail about what you watch').selectOption('at-once')
  await chief.getByRole('button', { name: 'Save settings' }).click()
  await expect(chief.getByRole('status').filter({ hasText: 'Your settings are saved' })).toBeVisible()
  await chief.goto(path)
  if (project.name === 'scripts')
    await expect(chief.getByRole('banner').getByRole('link', { name: 'Demonstration chief' })).toBeVisible()
  await chief.getByRole('button', { name: `Watch ${title}` }).click()
  if (project.name === 'scripts')
    await expect(chief.getByRole('button', { name: `Watching ${title}` })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  else await expect(chief.getByRole('heading', { level: 1, name: 'Your notifications' })).toBeVisible()

  await revise(officer.request, path, { ...fields, action: 'Every lamp was mended.', note: 'All of them' }, 1)
  const news = chief.getByRole('link', { name: `Changed: ${title}` })
  await expect(async () => {
    await chief.goto('/account/notifications')
    await expect(news).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 40_000 })
  await expect(chief.getByRole('main')).toContainText('You watch this page.')
  if (project.name === 'scripts')
    await expect(chief.getByRole('banner').getByRole('link', { name: /\d+ unread/ })).toBeVisible()
  await chief.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(chief.getByRole('heading', { level: 2, name: 'Nothing unread' })).toBeVisible()
  await news.click()
  await expect(chief).toHaveURL(`${path}/compare?from=1&to=2`)

  await expect.poll(() => mailAbout(path, 2), { timeout: 40_000 }).not.toBeNull()
  const mail = mailAbout(path, 2) ?? ''
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const token = /\/unsubscribe\/([\w.-]+)/.exec(mail)?.[1]
  const stranger = await visit(null)
  await stranger.goto(`/unsubscribe/${token}`)
  await expect(stranger.getByRole('main')).toContainText(`You will no longer watch ${title}`)
  // A mail scanner that opens the link stops nothing.
  await chief.goto('/account/notifications')
  await expect(chief.getByRole('button', { name: `Stop watching ${title}` })).toBeVisible()
  await stranger.getByRole('button', { name: 'Stop watching' }).click()
  await expect(stranger.getByRole('status')).toContainText(`You no longer watch ${title}`)
  await chief.reload()
  await expect(chief.getByRole('button', { name: `Stop watching ${title}` })).toHaveCount(0)
})

test('a mail program stops mail with one POST, and a link that is not ours stops nothing', async ({
  request,
}) => {
  const data = 'List-Unsubscribe=One-Click'
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await request.post(`${address}/unsubscribe/not.ours`, { data, headers })
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('not known here')
})

test('a signed-out reader who watches a search is asked to sign in', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/search?q=school+meals')
  await page.getByRole('button', { name: 'Save search and email me “school meals”' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})
