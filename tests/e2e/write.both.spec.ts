import type { Locator } from '@playwright/test'
import { aCaseStudy, aTitle, expect, publish, revise, test } from '../support/journeys'
import {
  fillTheFiveParts,
  part,
  prose,
  save,
  saveAndRead,
  sayNotKnownInLaw,
  tick,
} from '../support/journeys-form'

test('TPL-1 WIK-5 LAB-1 AUD-4 LEG-1 a case is written here, with errors first and nothing lost', async ({
  visit,
}, { project }) => {
  const page = await visit('officer')
  const title = aTitle('Chairs repaired by a social firm')
  await page.goto('/')
  await page.getByRole('link', { name: 'Share a case study' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Summary', exact: true })).toHaveAccessibleDescription(
    /at most 60 words \(400 characters\)/,
  )

  await save(page)
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  if (project.name === 'scripts') await expect(problems).toBeFocused()
  await expect(problems.getByRole('link')).toHaveText([
    'Enter a title',
    'Enter a summary',
    'Write the context: what was the situation?',
    'Write the action: what was done?',
    'Write the impact: what came of it?',
    'Tick at least one label',
    'Choose the nation whose law applied, or “Not known”',
    'Say who approved the approach. “Not known” is an honest answer',
  ])
  await problems.getByRole('link', { name: 'Enter a title' }).click()
  await expect(part(page, 'Title and summary').getByLabel('Title', { exact: true })).toBeFocused()

  await fillTheFiveParts(page, { title, summary: 'Chairs were repaired.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Food and catering')
  await save(page)
  await expect(
    problems
      .getByRole('link')
      .or(page.getByRole('navigation', { name: 'This case study', exact: true }))
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('First published here.')
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('Too much was thrown away.')
  await expect(page.getByRole('region', { name: 'Legal status: Not known' })).toBeVisible()
})

test('TPL-1 nothing that was typed is lost when something is wrong', async ({ visit }) => {
  const page = await visit('officer')
  const title = aTitle('Milk in glass bottles')
  await page.goto('/case-studies/new')
  await fillTheFiveParts(page, { title, summary: 'Milk came in glass.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await tick(page, 'Impact assessment/tools', 'Economic evaluation')
  await page.getByLabel('Started', { exact: false }).first().fill('last spring')
  await page.getByRole('group', { name: 'Regions' }).getByLabel('Wales').check()
  const result = page.getByRole('group', { name: 'Result 1' })
  await result.getByLabel('What was measured').fill('Plastic not bought')
  await save(page)

  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'must be a year, a month or a day',
  )
  await expect(part(page, 'Title and summary').getByLabel('Title', { exact: true })).toHaveValue(title)
  await expect(page.getByRole('textbox', { name: 'Summary', exact: true })).toHaveValue('Milk came in glass.')
  for (const [name, text] of [
    ['Context', 'Too much was thrown away.'],
    ['Impact', 'Less was thrown away.'],
  ] as const) {
    const field = prose(page, name)
    const kept = (await field.inputValue().catch(() => null)) ?? (await field.textContent())
    expect(kept?.trim()).toBe(text)
  }
  await expect(page.getByLabel('It lives here: this is where it is first published')).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Economic evaluation', exact: true })).toBeChecked()
  await expect(page.getByLabel('Started', { exact: false }).first()).toHaveValue('last spring')
  await expect(page.getByRole('group', { name: 'Regions' }).getByLabel('Wales')).toBeChecked()
  await expect(page.getByRole('group', { name: 'Result 1' }).getByLabel('What was measured')).toHaveValue(
    'Plastic not bought',
  )
})

test('WIK-4 a summary with one link and a label is enough for a case that lives elsewhere', async ({
  visit,
}) => {
  const page = await visit('officer')
  const title = aTitle('Buses that run on batteries')
  await page.goto('/case-studies/new')
  await fillTheFiveParts(page, { title, summary: 'Buses were bought together.' })
  await page.getByLabel('It is published elsewhere, and this is a summary with links').check()
  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Passenger and school transport')
  await save(page)
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Link the place where the case study is published',
  )
  const link = page.getByRole('group', { name: 'Link 1' })
  await link.getByLabel('Title', { exact: true }).fill('The story on the body’s own site')
  await link.getByLabel('Web address').fill('https://www.example.gov.uk/buses')
  await link.getByLabel('What is it?').selectOption('The original case study')
  await saveAndRead(page)
  await expect(page.getByRole('link', { name: 'The story on the body’s own site' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('First published here')
})

test('LAB-1 labels that are ticked put a case under both of them and under their parents', async ({
  visit,
}) => {
  const page = await visit('officer')
  const title = aTitle('Bread and its worth')
  await page.goto('/case-studies/new')
  await fillTheFiveParts(page, { title, summary: 'Bread was weighed.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Food and catering')
  await tick(page, 'Impact assessment/tools', 'LM3')
  await expect(part(page, 'Labels').getByRole('textbox')).toHaveCount(0)
  await saveAndRead(page)

  const reader = await visit(null)
  for (const code of ['D10', 'D', 'E1.1', 'E1', 'E']) {
    await reader.goto(`/case-studies?category=${code}`)
    await expect(reader.getByRole('link', { name: title }), `under ${code}`).toBeVisible()
  }
  for (const page of [
    '/categories/D10-food-and-catering',
    '/categories/E1.1-lm3',
    '/categories/E1-economic-evaluation',
  ]) {
    await reader.goto(page)
    await expect(reader.getByRole('main')).toContainText(title)
  }
})

test('WIK-1 another person’s case is revised, and a signed-out reader sees it at once', async ({ visit }) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy())
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByText('Homes were made warm and bills fell.')).toBeVisible()

  const manager = await visit('manager')
  await manager.goto(path)
  await manager
    .getByRole('navigation', { name: 'This case study', exact: true })
    .getByRole('link', { name: 'Edit' })
    .click()
  await manager
    .getByRole('textbox', { name: 'Summary', exact: true })
    .fill('Homes were made warm, and damp went.')
  await manager.getByLabel('What did you change?').fill('Added what happened to damp')
  await saveAndRead(manager)

  await reader.reload()
  await expect(reader.getByText('Homes were made warm, and damp went.')).toBeVisible()
  await officer.goto(path)
  await expect(officer.getByText('Homes were made warm, and damp went.')).toBeVisible()
  await expect(reader.getByRole('complementary')).toContainText('Demonstration manager')
})

test('TPL-8 rows of results are added, all their fields are shown, and the first is the headline', async ({
  visit,
}) => {
  const page = await visit('officer')
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  const first = page.getByRole('group', { name: 'Result 1' })
  await first.getByLabel('What was measured').fill('Homes made warm')
  await first.getByLabel('Before (if known)').fill('12')
  await first.getByLabel('After, or the result').fill('240')
  await first.getByLabel('Unit in words').fill('homes')
  await first.getByLabel('Period').fill('2019 to 2024')
  await first.getByLabel('Who measured it').fill('The council')
  await first.getByLabel('Source').fill('Annual report')
  await first.getByLabel('How sure is it?').selectOption('Documented: in a document of the body or a study')
  await page.getByRole('button', { name: 'Add another result' }).click()
  const second = page.getByRole('group', { name: 'Result 2' })
  await second.getByLabel('What was measured').fill('Average bill')
  await second.getByLabel('After, or the result').fill('£940')
  await second.getByLabel('Source').fill('Survey')
  await page.getByLabel('What did you change?').fill('Added two results')
  await saveAndRead(page)

  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByText('Homes made warm: from 12 to 240 (homes), 2019 to 2024.')).toBeVisible()
  const rows = reader.getByRole('table', { name: 'Every result on record' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  for (const words of [
    'Homes made warm',
    '12',
    '240',
    '2019 to 2024',
    'The council',
    'Annual report',
    'Documented',
  ])
    await expect(rows.nth(1)).toContainText(words)
  await expect(rows.nth(2)).toContainText('£940')
})

test('WIK-2 history lists every version; two are compared; an old one comes back as a new one', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const manager = await visit('manager')
  const fields = aCaseStudy({ summary: 'Roofs were insulated by a local firm.' })
  const path = await publish(officer.request, fields)
  await revise(
    manager.request,
    path,
    { ...fields, summary: 'Walls were insulated by a local firm.', note: 'It was the walls' },
    1,
  )

  const reader = await visit(null)
  await reader.goto(path)
  await reader
    .getByRole('navigation', { name: 'This case study', exact: true })
    .getByRole('link', { name: 'History' })
    .click()
  const versions = reader
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: reader.getByRole('heading', { level: 2 }) })
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('Demonstration manager')
  await expect(versions.first()).toContainText('“It was the walls”')
  await expect(versions.first()).toContainText('Changed: Summary')
  await expect(versions.first()).toContainText(/\d{1,2} \w+ \d{4}/)
  await expect(versions.last()).toContainText('Demonstration officer')
  await reader.getByRole('button', { name: 'Compare the chosen versions' }).click()
  await expect(
    reader.getByRole('heading', { level: 1, name: 'Changes between version 1 and version 2' }),
  ).toBeVisible()
  await expect(reader.getByRole('deletion')).toHaveText(/Roofs/)
  await expect(reader.getByRole('insertion')).toHaveText(/Walls/)

  await manager.goto(`${path}/compare?from=1&to=2`)
  await manager.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(manager).toHaveURL(path)
  await reader.goto(path)
  await expect(reader.getByText('Roofs were insulated by a local firm.')).toBeVisible()
  await reader.goto(`${path}/history`)
  await expect(reader.getByRole('heading', { level: 2 })).toHaveCount(3)
  await reader.goto(`${path}/v/2`)
  await expect(reader.getByText('Walls were insulated by a local firm.')).toBeVisible()
})

async function writeIn(stage: Locator, text: string) {
  if (test.info().project.name === 'scripts')
    await expect(stage.getByRole('toolbar', { name: /^Formatting/ })).toBeVisible()
  await stage.getByRole('textbox', { name: 'What happened' }).fill(text)
}

test('STO-2 renaming a case breaks neither its links nor the story that it stands in', async ({ visit }) => {
  const officer = await visit('officer')
  const fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await officer.goto('/stories/new')
  const storyTitle = aTitle('A town that bought differently')
  await part(officer, 'Title and opening').getByLabel('Title', { exact: true }).fill(storyTitle)
  await officer.getByRole('textbox', { name: 'Opening', exact: true }).fill('It took ten years.')
  const first = officer.getByRole('group', { name: 'Stage 1' })
  await first.getByLabel('Title of the stage').fill('How it began')
  await first.getByLabel('When').fill('2010')
  await writeIn(first, 'Somebody asked.')
  await first.getByLabel('Case studies (optional)').fill(path)
  await officer.getByRole('button', { name: 'Add another stage' }).click()
  await expect(officer.getByRole('group', { name: 'Stage 3' })).toBeVisible()
  const second = officer.getByRole('group', { name: 'Stage 2' })
  await second.getByLabel('Title of the stage').fill('How it went on')
  await second.getByLabel('When').fill('2020')
  await writeIn(second, 'Somebody answered.')
  await tick(officer, 'Contracts', 'Energy and fuel')
  const note = officer.getByLabel('What did you change?')
  if ((await note.inputValue()) === '') await note.fill('First version')
  await save(officer)
  await expect(officer.getByRole('heading', { level: 1, name: storyTitle })).toBeVisible()
  const story = new URL(officer.url()).pathname

  const renamed = aTitle('Cool homes')
  const now = await revise(officer.request, path, { ...fields, title: renamed, note: 'A better title' }, 1)
  expect(now).not.toBe(path)
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader).toHaveURL(now)
  await expect(reader.getByRole('complementary')).toContainText('Part of the story of')
  await reader.goto(story)
  await reader.getByRole('link', { name: renamed }).first().click()
  await expect(reader).toHaveURL(now)
})

test('recent changes name the page, its author and the reason', async ({ visit }) => {
  const officer = await visit('officer')
  const fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await revise(officer.request, path, { ...fields, impact: 'Bills fell by a fifth.', note: 'By how much' }, 1)
  const page = await visit(null)
  await page.goto('/recent-changes')
  const row = page
    .getByRole('listitem')
    .filter({ hasText: String(fields.title) })
    .filter({ hasText: 'version 2' })
  await expect(row).toContainText('Demonstration officer (demonstration account)')
  await expect(row).toContainText('“By how much”')
  await row.getByRole('link', { name: /^What changed/ }).click()
  await expect(page.getByRole('insertion')).toContainText('a fifth')
})
