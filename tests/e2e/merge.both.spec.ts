import type { Page } from '@playwright/test'
import { aCaseStudy, expect, publish, revise, test } from '../support/journeys'
import { part, save, saveAndRead, untilReady } from '../support/journeys-form'

const summary = (page: Page) => page.getByRole('textbox', { name: 'Summary', exact: true })

async function note(page: Page, words: string) {
  await page.getByLabel('What did you change?').fill(words)
}

test('WIK-9 two people change different things from one base: both are published, and the second is told', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy({ summary: 'Lamps were changed.' }))
  const manager = await visit('manager')
  await manager.goto(`${path}/edit`)
  await officer.goto(`${path}/edit`)
  await summary(officer).fill('Lamps were changed in 40 streets.')
  await note(officer, 'How many streets')
  await saveAndRead(officer)

  await part(manager, 'Who, where and when').getByLabel('Partners').fill('A neighbouring council')
  await note(manager, 'Who helped')
  await save(manager)
  await expect(manager.getByRole('heading', { level: 1, name: 'Saved and merged' })).toBeVisible()
  await expect(manager.getByRole('status').filter({ hasText: 'version 3' })).toContainText(
    'Demonstration officer',
  )
  await manager.getByRole('link', { name: 'Read the page' }).click()
  await expect(manager.getByRole('main')).toContainText('Lamps were changed in 40 streets.')
  await expect(manager.getByRole('main')).toContainText('A neighbouring council')
})

test('WIK-1 WIK-9 two people change the same words: the second decides each piece and types nothing again', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const path = await publish(officer.request, aCaseStudy({ summary: 'Lamps were changed.' }))
  const manager = await visit('manager')
  await officer.goto(`${path}/edit`)
  await manager.goto(`${path}/edit`)
  await summary(officer).fill('Lamps were replaced.')
  await note(officer, 'A better word')
  await saveAndRead(officer)

  await summary(manager).fill('Lamps were dimmed.')
  await part(manager, 'Who, where and when').getByLabel('Partners').fill('A neighbouring council')
  await note(manager, 'They are dimmed')
  const answer = manager.waitForResponse((response) => response.request().method() === 'POST')
  await save(manager)
  expect((await answer).status()).toBe(409)
  const warning = manager.getByRole('alert').filter({ hasText: 'saved this page while you were editing' })
  await expect(warning).toContainText('A better word')
  const piece = manager.getByRole('region', { name: '1. Summary' })
  await expect(piece).toContainText('Lamps were replaced.')
  await expect(piece).toContainText('Lamps were dimmed.')
  await piece.getByText('What it was before either of you').click()
  await expect(piece).toContainText('Lamps were changed.')

  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByRole('main')).toContainText('Lamps were replaced.')

  await manager.getByRole('button', { name: 'Save the merged page' }).click()
  await expect(manager.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Choose one version, or write your own',
  )
  await piece.getByRole('radio', { name: 'Write it anew' }).check()
  await piece.getByRole('textbox', { name: 'New words for Summary' }).fill('Lamps were replaced and dimmed.')
  await manager.getByRole('button', { name: 'Save the merged page' }).click()
  await expect(manager.getByRole('navigation', { name: 'This case study', exact: true })).toBeVisible()
  await expect(manager.getByRole('main')).toContainText('Lamps were replaced and dimmed.')
  await expect(manager.getByRole('main')).toContainText('A neighbouring council')
  await manager.goto(`${path}/history`)
  await expect(manager.getByRole('main')).toContainText('“They are dimmed”')
})

test('WIK-9 a piece left open is asked again, and what was decided stays with its own piece', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const fields = aCaseStudy({ summary: 'Lamps were changed.', partners: 'A charity' })
  const path = await publish(officer.request, fields)
  const manager = await visit('manager')
  await manager.goto(`${path}/edit`)
  await untilReady(manager)
  const theirs = { ...fields, summary: 'Lamps were replaced.', partners: 'Two charities', note: 'Theirs' }
  await revise(officer.request, path, theirs, 1)
  await summary(manager).fill('Lamps were dimmed.')
  await part(manager, 'Who, where and when').getByLabel('Partners').fill('Three charities')
  await note(manager, 'Mine')
  await save(manager)
  const piece = (name: string) => manager.getByRole('region', { name })
  await piece('1. Summary').getByRole('radio', { name: 'Keep mine' }).check()
  await manager.getByRole('button', { name: 'Save the merged page' }).click()
  await expect(manager.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expect(piece('1. Summary').getByRole('radio', { name: 'Keep mine' })).toBeChecked()
  await piece('2. Partners').getByRole('radio', { name: 'Keep theirs' }).check()
  await manager.getByRole('button', { name: 'Save the merged page' }).click()
  await expect(manager.getByRole('navigation', { name: 'This case study', exact: true })).toBeVisible()
  await expect(manager.getByRole('main')).toContainText('Lamps were dimmed.')
  await expect(manager.getByRole('main')).toContainText('Two charities')
})

test('WIK-2 one change in the middle is undone, and what came later stays', async ({ visit }) => {
  const officer = await visit('officer')
  const fields = aCaseStudy({ summary: 'Lamps were changed.' })
  const path = await publish(officer.request, fields)
  await revise(officer.request, path, { ...fields, summary: 'Vandalised.', note: 'Rubbish' }, 1)
  await revise(
    officer.request,
    path,
    { ...fields, summary: 'Vandalised.', impact: 'Bills fell by a fifth.', note: 'By how much' },
    2,
  )
  const moderator = await visit('moderator')
  await moderator.goto(`${path}/undo/2`)
  await expect(moderator.getByRole('heading', { level: 1, name: 'Undo version 2' })).toBeVisible()
  await moderator.getByRole('button', { name: 'Undo this change' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: 'Saved and merged' })).toBeVisible()
  await moderator.getByRole('link', { name: 'Read the page' }).click()
  await expect(moderator.getByRole('main')).toContainText('Lamps were changed.')
  await expect(moderator.getByRole('main')).toContainText('Bills fell by a fifth.')
})
