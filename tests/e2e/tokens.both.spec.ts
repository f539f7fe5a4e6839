import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/journeys'

test('a person makes a token, sees it once, uses it and revokes it', async ({ visit, request }) => {
  const page = await visit('officer')
  const name = `Export ${randomUUID()}`
  await page.goto('/account/tokens')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Say what the token is for',
  )
  await page.getByLabel('What is it for?').fill(name)
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('status')).toContainText('it is not shown again')
  const token = (await page.locator('code.token').textContent()) ?? ''
  const me = () => request.get('/api/v1/me', { headers: { Authorization: `Bearer ${token}` } })
  expect((await me()).status()).toBe(200)

  await page.goto('/account/tokens')
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText(token.slice(-4))
  await expect(row).not.toContainText('Never')
  await expect(page.getByRole('main')).not.toContainText(token)
  await row.getByRole('button', { name: `Revoke the token ${name}` }).click()
  await expect(page.getByRole('status')).toContainText('The token is revoked')
  await expect(page.getByRole('main')).not.toContainText(name)
  expect((await me()).status()).toBe(401)
})
