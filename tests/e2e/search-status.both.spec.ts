import { expect, test } from '../support/journeys'

test('who runs the site sees how search stands and has the index written anew; nobody else does', async ({
  visit,
}) => {
  const moderator = await visit('moderator')
  await moderator.goto('/admin/search')
  await expect(moderator.getByRole('heading', { name: 'How search stands' })).toBeVisible()
  const counts = moderator.getByRole('table', { name: 'Things that can be found, by kind' })
  await expect(counts.getByRole('row', { name: /Case study/ })).toContainText(/[1-9]/)

  await moderator.getByRole('button', { name: 'Rebuild the index' }).click()
  await expect(moderator.getByRole('status')).toContainText('The index is being written anew')
  await moderator.goto('/search?q=food')
  await expect(moderator.getByRole('heading', { name: /^[1-9]\d* results/ })).toBeVisible()

  const officer = await visit('officer')
  expect((await officer.goto('/admin/search'))?.status()).toBe(404)
})
