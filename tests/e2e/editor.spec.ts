import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { aCaseStudy, expect, publish, test } from '../support/journeys'
import { prose, saveAndRead } from '../support/journeys-form'

// One green dot, 8 by 8: the smallest picture that is one.
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMQqbDBihiGlgQAf+UyATmxsL4AAAAASUVORK5CYII=',
  'base64',
)
const CONTEXT =
  'Homes were _cold_ and\ndamp.\n\n<details><summary>More</summary>Kept</details>\n\n* one\n* two'

test('a list is made with keys alone, Tab leaves, and what the buttons cannot hold survives the save', async ({
  visit,
}) => {
  const page = await visit('officer')
  const path = await publish(page.request, aCaseStudy({ context: CONTEXT }))
  await page.goto(`${path}/edit`)
  const context = prose(page, 'Context')
  await expect(context).toHaveJSProperty('isContentEditable', true)
  await expect(page.getByRole('group', { name: 'Kept as written' })).toContainText('<details>')

  await context.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Then the bids:')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Edit as text' }).first()).toBeFocused()
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight')
  await expect(toolbar(page).getByRole('button', { name: 'Numbers' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('three')
  await expect(toolbar(page).getByRole('button', { name: 'Numbers' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Tab')
  await expect(context).not.toBeFocused()
  await expect(page.locator('textarea[name=context]')).toHaveValue(`${CONTEXT}\n\nThen the bids:\n\n1. three`)

  await page.getByLabel(/^What did you change/).fill('Tried the editor')
  await saveAndRead(page)
  await expect(page.getByRole('region', { name: 'Context' }).locator('ol li')).toHaveText('three')
})

test('a Word document is pasted without its dirt, and read as headings, lists and a table', async ({
  visit,
}) => {
  const page = await visit('officer')
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  const context = prose(page, 'Context')
  await expect(context).toHaveJSProperty('isContentEditable', true)
  await context.fill('')
  for (const name of ['word-2016-headings', 'word-2016-table', 'word-2016-bullets']) {
    await context.focus()
    await page.keyboard.press('Control+End')
    await paste(page, readFileSync(`tests/fixtures/paste/${name}.html`, 'utf8'))
  }
  await expect(page.getByText(/^Pasted from Word: \d+ styles left out\.$/)).toBeVisible()

  await page.getByLabel(/^What did you change/).fill('Tried the editor')
  await saveAndRead(page)
  const read = page.getByRole('region', { name: 'Context' })
  await expect(read.getByRole('heading', { level: 3, name: 'Buying less paper' })).toBeVisible()
  await expect(read.locator('li li li')).toHaveText('In colour only when needed')
  await expect(read.getByRole('columnheader')).toHaveText(['Lot', 'Value'])
  await expect(read.locator('[style], [class*=Mso]')).toHaveCount(0)
})

test('a picture is sent from the editor and shown with its words', async ({ visit, complaints }) => {
  const page = await visit('officer')
  const path = await publish(page.request, aCaseStudy())
  await page.goto(`${path}/edit`)
  await expect(prose(page, 'Context')).toHaveJSProperty('isContentEditable', true)
  await toolbar(page).getByRole('button', { name: 'Image' }).click()
  const panel = page.getByRole('group', { name: 'Image' })
  await expect(panel).toContainText('Pictures up to 10 MB')
  await panel
    .getByLabel('Picture', { exact: true })
    .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: DOT })
  await panel.getByRole('button', { name: 'Add picture' }).click()
  await expect(panel).toContainText('Say what the picture shows')
  await panel.getByLabel('What the picture shows').fill('A green dot')
  await panel.getByLabel('What others may do with it').selectOption({ index: 1 })
  await panel.getByLabel(/^I have checked/).check()
  await panel.getByRole('button', { name: 'Add picture' }).click()
  await expect(page.getByText('Picture added.')).toBeVisible()

  await page.getByLabel(/^What did you change/).fill('Tried the editor')
  await saveAndRead(page)
  const picture = page.getByRole('region', { name: 'Context' }).getByRole('img', { name: 'A green dot' })
  await expect(picture).toBeVisible()
  await expect(picture).toHaveJSProperty('complete', true)
  expect(complaints).toEqual([])
})

function toolbar(page: Page) {
  return page.getByRole('toolbar', { name: 'Formatting: Context' })
}

async function paste(page: Page, html: string) {
  await prose(page, 'Context').evaluate((editor, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    clipboardData.setData('text/plain', 'copied')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}
