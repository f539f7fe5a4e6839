import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, idIn, publish, revise, test } from '../support/journeys'
import {
  fillTheFiveParts,
  part,
  prose,
  save,
  saveAndRead,
  sayNotKnownInLaw,
  tick,
  untilReady,
} from '../support/journeys-form'

const SAVED = /^Saved \d\d:\d\d in your drafts, not published$/

/** With scripts the form saves itself; without them there is a button. */
async function keep(page: Page) {
  if (test.info().project.name === 'scripts') return expect(line(page)).toHaveText(SAVED)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: /Saved as a draft \d\d:\d\d/ })).toBeVisible()
  await expect(line(page)).toHaveText(SAVED)
}

const line = (page: Page) => page.locator('[data-draft]')
const titleField = (page: Page) => part(page, 'Title and summary').getByLabel('Title', { exact: true })
const summaryField = (page: Page) => page.getByRole('textbox', { name: 'Summary', exact: true })
const drafts = (page: Page, title: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title })

test('TPL-4 a half-filled form survives closing the browser; it is discarded, taken back, and published', async ({
  visit,
}) => {
  const first = await visit('officer')
  const title = aTitle('Half a case')
  await first.goto('/case-studies/new')
  await titleField(first).fill(title)
  await part(first, 'Who, where and when').getByLabel('Wales').check()
  await first.getByLabel('Started', { exact: false }).first().fill('last spring')
  await keep(first)
  await first.context().close()

  const page = await visit('officer')
  await page.goto('/account')
  await page.getByRole('link', { name: 'Drafts', exact: true }).click()
  await expect(drafts(page, title)).toContainText('New case study')
  await page.getByRole('button', { name: `Discard ${title}` }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The draft is discarded' })).toBeVisible()
  await expect(page.getByRole('link', { name: `Continue ${title}` })).toHaveCount(0)
  await page.getByRole('button', { name: `Undo discarding ${title}` }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The draft is back' })).toBeVisible()
  await page.getByRole('link', { name: `Continue ${title}` }).click()

  await expect(titleField(page)).toHaveValue(title)
  await expect(part(page, 'Who, where and when').getByLabel('Wales')).toBeChecked()
  await expect(page.getByLabel('Started', { exact: false }).first()).toHaveValue('last spring')
  const address = page.url()
  const other = await visit('manager')
  expect((await other.goto(address))?.status()).toBe(404)
  expect((await other.goto(address.replace(/\d+$/, '999999')))?.status()).toBe(404)

  await page.getByLabel('Started', { exact: false }).first().fill('2024')
  await fillTheFiveParts(page, { title, summary: 'Now it is whole.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await sayNotKnownInLaw(page)
  await tick(page, 'Contracts', 'Food and catering')
  await saveAndRead(page)
  await page.goto('/account/drafts')
  await expect(page.getByRole('main')).not.toContainText(title)
})

test('TPL-4 a draft of a page that has moved on says so and is merged; or it starts again', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const fields = aCaseStudy({ summary: 'Lamps were changed.' })
  const path = await publish(officer.request, fields)
  await officer.goto(`${path}/edit`)
  await untilReady(officer)
  await summaryField(officer).fill('Lamps were changed by a social firm.')
  await keep(officer)
  await revise(
    (await visit('manager')).request,
    path,
    { ...fields, impact: 'Bills fell by half.', note: 'How far' },
    1,
  )

  await officer.goto('/account/drafts')
  await expect(drafts(officer, String(fields.title))).toContainText('The page has moved on since you began')
  await officer.goto(`${path}/edit`)
  const main = officer.getByRole('main')
  await expect(main).toContainText('Version 2 was published by Demonstration manager since you began.')
  await expect(officer.getByRole('link', { name: 'What changed since' })).toHaveAttribute(
    'href',
    /from=1&to=2$/,
  )
  await expect(summaryField(officer)).toHaveValue('Lamps were changed by a social firm.')
  await officer.getByLabel('What did you change?').fill('By whom')
  await save(officer)
  await officer.waitForURL((url) => !url.pathname.endsWith('/edit'))
  await officer.goto(path)
  await expect(main).toContainText('Lamps were changed by a social firm.')
  await expect(main).toContainText('Bills fell by half.')

  await officer.goto(`${path}/edit`)
  await expect(main).not.toContainText('You have a draft')
  await untilReady(officer)
  await summaryField(officer).fill('Something else.')
  await keep(officer)
  await officer.goto(`${path}/edit`)
  await officer.getByRole('button', { name: 'Start again from the published page' }).click()
  await expect(summaryField(officer)).toHaveValue('Lamps were changed by a social firm.')
  await expect(main).not.toContainText('You have a draft')
})

test('WIK-1 one part is edited from the page, and its save carries all the others', async ({ visit }) => {
  const page = await visit('officer')
  const path = await publish(page.request, aCaseStudy())
  await page.goto(path)
  await page.getByRole('region', { name: 'Context' }).getByRole('link', { name: 'Edit Context' }).click()
  await expect(page).toHaveURL(`${path}/edit?section=context`)
  await expect(page.getByRole('heading', { level: 1, name: 'Edit Context' })).toBeVisible()
  await expect(titleField(page)).toBeHidden()
  if (test.info().project.name === 'scripts') {
    await expect(page.getByRole('toolbar', { name: 'Formatting: Context', exact: true })).toBeVisible()
    await expect(prose(page, 'Context')).toBeFocused()
  }
  await prose(page, 'Context').fill('Homes were cold and damp.')
  await page.getByLabel('What did you change?').fill('Damp too')
  await saveAndRead(page)
  const main = page.getByRole('main')
  for (const words of ['Homes were cold and damp.', 'insulation from local firms', 'Bills fell.'])
    await expect(main).toContainText(words)

  await page.goto(`${path}/edit?section=legal`)
  await page.getByLabel('What did you change?').fill('')
  await save(page)
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expect(titleField(page)).toBeVisible()
  expect(idIn(path)).not.toBe('')
})

test('what is typed before the scripts have come stays', async ({ visit }) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy({ summary: 'Lamps were changed in the town.' }))
  let letScriptsCome = () => {}
  const come = new Promise<void>((resolve) => {
    letScriptsCome = resolve
  })
  await officer.route(/_next\/static\/.*\.js/, async (route) => {
    await come
    await route.continue()
  })
  await officer.goto(`${path}/edit`, { waitUntil: 'commit' })
  await summaryField(officer).fill('Typed at once.')
  letScriptsCome()
  await untilReady(officer)
  await expect(summaryField(officer)).toHaveValue('Typed at once.')
})
