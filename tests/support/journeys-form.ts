import type { Locator, Page } from '@playwright/test'
import { expect, test } from './journeys'

/** Which button keeps what was written: its words depend on who writes and what. */
const SAVE = /^(Publish|Save|Send for review)$/

export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** A prose field: a text area without scripts, the editor with them. */
export function prose(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

/** Waits until the scripts of a form run: a person sees its buttons appear, a program does not. */
export async function untilReady(page: Page) {
  if (test.info().project.name === 'scripts')
    await expect(page.getByRole('toolbar', { name: 'Formatting: Context', exact: true })).toBeVisible()
}

/** Writes prose once the editor has taken its place: a person sees it change, a program does not. */
export async function write(page: Page, name: string, text: string) {
  if (test.info().project.name === 'scripts')
    await expect(page.getByRole('toolbar', { name: `Formatting: ${name}`, exact: true })).toBeVisible()
  await prose(page, name).fill(text)
}

export async function save(page: Page) {
  await page.getByRole('main').getByRole('button', { name: SAVE }).click()
}

/** Saves and waits until the case study can be read. */
export async function saveAndRead(page: Page) {
  await save(page)
  await expect(page.getByRole('navigation', { name: 'This case study', exact: true })).toBeVisible()
  return new URL(page.url()).pathname
}

export async function fillTheFiveParts(page: Page, { title, summary }: { title: string; summary: string }) {
  const basics = part(page, 'Title and summary')
  await basics.getByLabel('Title', { exact: true }).fill(title)
  await basics.getByRole('textbox', { name: 'Summary', exact: true }).fill(summary)
  await write(page, 'Context', 'Too much was thrown away.')
  await write(page, 'Action', 'The council asked for repair in every contract.')
  await write(page, 'Impact', 'Less was thrown away.')
}

export async function sayNotKnownInLaw(page: Page) {
  const legal = part(page, 'Legal status')
  await legal.getByLabel('Which nation’s law applied?').selectOption('Not known')
  await legal.getByLabel('Who approved the approach?').selectOption('Not known')
}

/** Opens a section of the contents tree and ticks one of its labels. */
export async function tick(page: Page, section: string, label: string) {
  const labels = part(page, 'Labels')
  const box = labels.getByRole('checkbox', { name: label, exact: true })
  if (!(await box.isVisible())) await labels.locator('summary').filter({ hasText: section }).click()
  await box.check()
}
