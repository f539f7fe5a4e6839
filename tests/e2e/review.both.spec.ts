import { aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'
import { fillTheFiveParts, save, sayNotKnownInLaw, tick } from '../support/journeys-form'

test('WIK-1 what a newcomer writes is not public until a moderator accepts it', async ({ visit }) => {
  const newcomer = await visit('newcomer')
  const title = aTitle('Uniforms made again')
  await newcomer.goto('/case-studies/new')
  await expect(newcomer.getByText('a moderator looks at this before it is published')).toBeVisible()
  await fillTheFiveParts(newcomer, { title, summary: 'Uniforms were unpicked and sewn again.' })
  await newcomer.getByLabel('It lives here: this is where it is first published').check()
  await sayNotKnownInLaw(newcomer)
  await tick(newcomer, 'Contracts', 'Clothing, uniform, PPE and textiles')
  await save(newcomer)
  const sent = newcomer.getByRole('row').filter({ hasText: title })
  await expect(sent).toContainText('Waiting for a moderator')

  const reader = await visit(null)
  await reader.goto('/case-studies?category=D21')
  await expect(reader.getByText(title)).toHaveCount(0)
  await reader.goto('/recent-changes')
  await expect(reader.getByText(title)).toHaveCount(0)

  const moderator = await visit('moderator')
  await moderator.goto('/review')
  await moderator.getByRole('link', { name: title }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(moderator.getByText('Uniforms were unpicked and sewn again.')).toBeVisible()
  await moderator.getByRole('button', { name: 'Accept' }).click()
  await expect(
    moderator.getByText('Accepted by Demonstration moderator and published under its author’s name'),
  ).toBeVisible()

  await reader.goto('/case-studies?category=D21')
  await reader.getByRole('link', { name: title, exact: true }).click()
  await expect(reader.getByRole('complementary')).toContainText('Demonstration newcomer')
  await newcomer.reload()
  await expect(sent).toContainText('Accepted and published')
})

test('WIK-2 a moderator sees the difference, declines with a reason, and the newcomer reads it', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const fields = aCaseStudy({ summary: 'Vans were shared by two councils.' })
  const path = await publish(officer.request, fields)
  const newcomer = await visit('newcomer')
  await newcomer.goto(`${path}/edit`)
  await newcomer
    .getByRole('textbox', { name: 'Summary', exact: true })
    .fill('Vans were shared by nine councils.')
  await newcomer.getByLabel('What did you change?').fill('There are more now')
  await save(newcomer)
  const sent = newcomer.getByRole('row').filter({ hasText: String(fields.title) })
  await expect(sent).toContainText('Change to a case study')

  const moderator = await visit('moderator')
  await moderator.goto('/review')
  await moderator.getByRole('link', { name: String(fields.title) }).click()
  await expect(moderator.getByRole('deletion')).toContainText('two')
  await expect(moderator.getByRole('insertion')).toContainText('nine')
  await moderator.getByRole('button', { name: 'Decline' }).click()
  await expect(moderator.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Say why you decline it',
  )
  await moderator.getByLabel('What you tell its author').fill('Please add a source for nine.')
  await moderator.getByRole('button', { name: 'Decline' }).click()
  await expect(moderator.getByText('Declined by Demonstration moderator')).toBeVisible()

  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByText('Vans were shared by two councils.')).toBeVisible()
  await newcomer.reload()
  await expect(sent).toContainText('Declined')
  await expect(sent).toContainText('Please add a source for nine.')
})

test('the review queue is closed to everyone who does not review', async ({ visit }) => {
  for (const account of ['newcomer', 'officer'] as const) {
    const page = await visit(account)
    expect((await page.goto('/review'))?.status(), account).toBe(404)
    expect((await page.goto('/admin'))?.status(), account).toBe(404)
  }
  const reader = await visit(null)
  await reader.goto('/review')
  await expect(reader).toHaveURL(/\/sign-in\?back=%2Freview$/)
  const admin = await visit('admin')
  await admin.goto('/review')
  await expect(admin.getByText('You may read the queue.')).toBeVisible()
})
