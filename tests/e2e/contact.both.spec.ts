import { aCaseStudy, expect, publish, test } from '../support/journeys'
import { part, saveAndRead } from '../support/journeys-form'

test('TPL-7 a contact who hides the address is written to through a form, and nobody sees the address', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  await officer.goto(`${path}/edit`)
  const contact = part(officer, 'Contact')
  await contact.getByLabel('Name or role').fill('Catering team')
  await contact.getByLabel('Organisation').fill('Demonstration Council')
  await contact.getByLabel('E-mail address').fill('hidden.address@example.gov.uk')
  await contact.getByLabel('Hide the address: people write through a form').check()
  await officer.getByLabel('What did you change?').fill('A contact')
  await saveAndRead(officer)

  const reader = await visit(null)
  for (const place of [path, `${path}/history`, `${path}/v/2`, `${path}/compare?from=1&to=2`]) {
    await reader.goto(place)
    expect(await reader.content(), place).not.toContain('hidden.address')
  }
  await officer.goto(`${path}/edit`)
  expect(await officer.content()).not.toContain('hidden.address')
  await expect(
    part(officer, 'Contact').getByLabel('Hide the address: people write through a form'),
  ).toBeChecked()

  const manager = await visit('manager')
  await manager.goto(path)
  await expect(manager.getByRole('complementary')).toContainText('Catering team, Demonstration Council')
  await manager.getByRole('link', { name: 'Send a message' }).click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Write to the contact' })).toBeVisible()
  await manager.getByRole('button', { name: 'Send message' }).click()
  await expect(manager.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await manager.getByLabel('Your message').fill('How did you write the lots?')
  await manager.getByRole('button', { name: 'Send message' }).click()
  await expect(manager.getByRole('status')).toContainText('Your message is on its way')
  expect(await manager.content()).not.toContain('hidden.address')
})

test('TPL-7 an open address is shown, “no longer here” reaches the moderators, and the contact is replaced', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const fields = aCaseStudy({
    'contact.name': 'Energy team',
    'contact.email': 'energy@example.gov.uk',
    'contact.phone': '01632 960000',
  })
  const path = await publish(officer.request, fields)
  const reader = await visit('chief')
  await reader.goto(path)
  const aside = reader.getByRole('complementary')
  await expect(aside.getByRole('link', { name: 'energy@example.gov.uk' })).toHaveAttribute(
    'href',
    'mailto:energy@example.gov.uk',
  )
  await expect(aside).toContainText('01632 960000')
  await aside.getByRole('link', { name: 'No longer here? Tell us' }).click()
  await reader.getByLabel('What you know').fill('The team was renamed.')
  await reader.getByRole('button', { name: 'Tell the moderators' }).click()
  await expect(reader.getByRole('status')).toContainText('the moderators have your report')

  const moderator = await visit('moderator')
  await moderator.goto('/review')
  const row = moderator.getByRole('row').filter({ hasText: String(fields.title) })
  await expect(row).toContainText('The team was renamed.')
  await row.getByRole('button', { name: /^Close/ }).click()
  await expect(moderator.getByRole('status')).toContainText('The report is closed')
  await expect(row).toHaveCount(0)

  await moderator.goto(`${path}/edit`)
  await part(moderator, 'Contact').getByLabel('Name or role').fill('Estates team')
  await moderator.getByLabel('What did you change?').fill('The team has a new name')
  await saveAndRead(moderator)
  await expect(moderator.getByRole('complementary')).toContainText('Estates team')
})
