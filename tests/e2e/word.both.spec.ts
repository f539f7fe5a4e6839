import { readFileSync } from 'node:fs'
import { expect, test } from '../support/journeys'
import { part, prose, saveAndRead, sayNotKnownInLaw, tick } from '../support/journeys-form'

const fixture = (name: string) => `tests/fixtures/word/${name}`

test('TPL-7 a Word file fills the form, what has no place waits beside it, and the page is published', async ({
  visit,
}, { project }) => {
  const page = await visit('chief')
  await page.goto('/case-studies/new')
  await page.getByRole('link', { name: 'Start from a Word file' }).click()
  await expect(page.getByLabel('Word file')).toHaveAccessibleDescription(/up to 20 MB/)
  await page.getByLabel('Word file').setInputFiles(fixture('headings.docx'))
  await page.getByRole('button', { name: 'Fill in the form' }).click()

  const basics = part(page, 'Title and summary')
  await expect(basics.getByLabel('Title', { exact: true })).toHaveValue('School meals from near by')
  await expect(page.locator('textarea[name=context]')).toHaveValue(/^# 1\. Background\n\nFood came from far/)
  await expect(page.locator('textarea[name=happenedNext]')).toHaveValue(/The other schools follow\.$/)
  const tray = part(page, 'Without a place yet: 3')
  await expect(tray.getByLabel('Piece 1', { exact: true })).toHaveValue(
    /^# Lessons learned\n\nTalk to growers early\.$/,
  )

  if (project.name === 'scripts') {
    await expect(prose(page, 'Impact')).toContainText('Price of a meal')
    await tray.getByRole('button', { name: 'Put piece 1 into Impact' }).click()
    await expect(part(page, 'Without a place yet: 2')).toContainText('Put at the end of Impact.')
    await expect(prose(page, 'Impact')).toContainText('Talk to growers early.')
    await expect(page.locator('[data-draft=saved]')).toBeVisible()
    await page.reload()
    await expect(part(page, 'Without a place yet: 2')).toBeVisible()
    await expect(prose(page, 'Impact')).toContainText('Talk to growers early.')
  }

  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Food and catering')
  await saveAndRead(page)
  await expect(page.getByRole('heading', { level: 1, name: 'School meals from near by' })).toBeVisible()
  const context = page.getByRole('region', { name: 'Context', exact: true })
  await expect(context.getByRole('link', { name: 'food plan' })).toHaveAttribute(
    'href',
    'https://www.example.gov.uk/food-plan?year=2004&part=2',
  )
  await expect(page.getByRole('cell', { name: '71p' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Draft for the procurement board')
})

test('a file that is not from Word is refused in words', async ({ visit }) => {
  const page = await visit('chief')
  await page.goto('/case-studies/new/from-word')
  await page.getByRole('button', { name: 'Fill in the form' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Choose a Word file',
  )
  const buffer = readFileSync(fixture('make.mjs'))
  await page
    .getByLabel('Word file')
    .setInputFiles({ name: 'case.docx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Fill in the form' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'This is not a Word file of today’s format.',
  )
})
