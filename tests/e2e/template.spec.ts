import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { aCaseStudy, expect, publish, test } from '../support/journeys'
import { part, save, saveAndRead, write } from '../support/journeys-form'

// The template belongs to the whole site, where other tests write at the same time: the field is never required here
// (the tests of the database look at that), and it is retired again at the end.
test.describe.configure({ mode: 'serial' })

async function toTheDraft(page: Page, { name, help }: { name: string; help: string }) {
  await page.goto('/admin/template')
  await page.getByRole('link', { name: 'Add a field' }).click()
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await expect(page.getByRole('link', { name: 'Give the field a name' })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'Help' }).fill(help)
  await page.getByLabel('Kind of answer').selectOption('long')
  await page.getByLabel('Where does it stand?').selectOption('impact')
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

async function publishDraft(page: Page, note: string) {
  await page.getByLabel('What changed, and why?').fill(note)
  await page.getByRole('button', { name: /^Publish template v\d+$/ }).click()
  const said = page.getByRole('status').filter({ hasText: 'is published' })
  await expect(said).toBeVisible()
  return Number(/v(\d+)/.exec(await said.innerText())?.[1])
}

test('TPL-2 an editor adds a field; new case studies have it, old ones say their version and are upgraded', async ({
  visit,
}) => {
  test.setTimeout(180_000)
  const name = `Lessons ${randomUUID().slice(0, 6)}`
  const officer = await visit('officer')
  const fields = aCaseStudy({ context: 'It was cold, and it stays in the text.' })
  const path = await publish(officer.request, fields)

  // The editor works without scripts, the writer with them.
  const editor = await visit('moderator', { javaScriptEnabled: false })
  await toTheDraft(editor, { name, help: 'What would you do differently?' })
  await editor.getByRole('link', { name: 'Preview' }).click()
  await expect(editor.getByRole('textbox', { name: new RegExp(`^${name}`) })).toBeVisible()
  await editor.goto('/admin/template')
  const version = await publishDraft(editor, 'Members asked for a place to say what they learned')

  await officer.goto(path)
  await expect(officer.getByRole('main')).toContainText(
    `Written on template v${version - 1}; the current one is v${version}.`,
  )
  await officer.goto(`${path}/edit`)
  await expect(officer.getByRole('textbox', { name: new RegExp(`^${name}`) })).toHaveCount(0)
  await part(officer, 'Title and summary').getByLabel('Title', { exact: true }).fill(`${fields.title} again`)
  await officer.getByRole('button', { name: `Upgrade to template v${version}` }).click()
  await expect(officer.getByRole('textbox', { name: new RegExp(`^${name}`) })).toBeVisible()
  await expect(part(officer, 'Title and summary').getByLabel('Title', { exact: true })).toHaveValue(
    `${fields.title} again`,
  )
  await write(officer, `${name} (optional)`, 'Ask firms **early**.')
  await officer.getByLabel('What did you change?').fill('Upgraded, with what we learned')
  await saveAndRead(officer)
  const lessons = officer.getByRole('region', { name, exact: true })
  await expect(lessons).toContainText('Ask firms')
  await expect(officer.getByRole('main')).toContainText('It was cold, and it stays in the text.')
  await expect(officer.getByRole('main')).not.toContainText('Written on template')

  await officer.goto(`${path}/v/1`)
  await expect(officer.getByRole('main')).toContainText(`Written on template v${version - 1}`)
  await officer.goto(`${path}/compare?from=1&to=2`)
  await expect(officer.getByRole('main')).toContainText(name)
  await officer.goto(`${path}/history`)
  await expect(officer.getByRole('main')).toContainText(name)

  // Retired, it is asked of nobody any more, and what it says stays.
  await editor.goto('/admin/template')
  await editor.getByRole('button', { name: `Retire ${name}` }).click()
  await publishDraft(editor, 'It was only for a while')
  await officer.goto(path)
  await expect(officer.getByRole('region', { name, exact: true })).toContainText('Ask firms')
  await officer.goto(`${path}/edit`)
  await expect(officer.getByRole('textbox', { name: new RegExp(`^${name}`) })).toBeVisible()
  await officer.getByLabel('What did you change?').fill('Nothing of the lessons')
  await part(officer, 'Title and summary').getByLabel('Title', { exact: true }).fill(`${fields.title} kept`)
  await save(officer)
  await expect(officer.getByRole('region', { name, exact: true })).toContainText('Ask firms')
  await officer.goto('/case-studies/new')
  await expect(officer.getByRole('textbox', { name: new RegExp(`^${name}`) })).toHaveCount(0)
})

test('only moderators and administrators see the template’s page', async ({ visit }) => {
  for (const account of ['officer', 'representative'] as const) {
    const page = await visit(account)
    const answer = await page.goto('/admin/template')
    expect(answer?.status(), account).toBe(404)
  }
  const admin = await visit('admin')
  await admin.goto('/admin/template')
  await expect(admin.getByRole('heading', { level: 1, name: 'Case study template' })).toBeVisible()
})
