import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, type Fields, publish, revise, test } from '../support/journeys'
import { fillTheFiveParts, part, prose, sayNotKnownInLaw } from '../support/journeys-form'
import { sideways } from '../support/looks'

test('VIS-2 a case is written by keyboard alone at 320 px, and Tab leaves the editor', async ({ visit }) => {
  test.setTimeout(120_000)
  const page = await visit('officer', { viewport: { width: 320, height: 640 } })
  const title = aTitle('Written with keys')
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await tabTo(page, /^Share/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Share a case study' })).toBeVisible()
  await expect(prose(page, 'Context')).toHaveJSProperty('isContentEditable', true)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await tabTo(page, /^It is published elsewhere/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel(/^It lives here/)).toBeChecked()
  await tabTo(page, /^Title/)
  await page.keyboard.type(title)
  await tabTo(page, /^Summary/)
  await page.keyboard.type('Everything here was typed.')
  for (const name of ['Context', 'Action', 'Impact']) {
    await tabTo(page, new RegExp(`^${name}$`))
    await page.keyboard.type(`The ${name.toLowerCase()} in `)
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(
      page.getByRole('toolbar', { name: `Formatting: ${name}` }).getByRole('button', { name: 'Bold' }),
    ).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('bold')
    await page.keyboard.press('Tab')
    await expect(prose(page, name)).not.toBeFocused()
  }
  await tabTo(page, /^Which nation’s law applied/)
  await page.keyboard.type('Not known')
  await tabTo(page, /^Who approved the approach/)
  await page.keyboard.type('Not known')
  await tabTo(page, /^Contracts/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Adult social care/)
  await page.keyboard.press('Space')
  await tabTo(page, /^What did you change/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Context' }).locator('strong')).toHaveText('bold')
  expect(await sideways(page)).toEqual([])
})

/** Presses Tab until the element of this name has the focus, which must always be seen. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(focused)
    expect(at.visible, `the focus on “${at.name}” can be seen`).toBe(true)
    if (name.test(at.name)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

function focused() {
  const element = document.activeElement as HTMLElement
  const labels = (element as HTMLInputElement).labels
  const labelled = element.getAttribute('aria-labelledby')
  const name =
    element.getAttribute('aria-label') ??
    (labelled ? document.getElementById(labelled)?.textContent : undefined) ??
    labels?.[0]?.textContent ??
    element.textContent ??
    ''
  const box = element.getBoundingClientRect()
  // Where a whole row is the link, the ring is drawn around the row.
  const drawn = [undefined, '::after'].some((pseudo) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, pseudo)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })
  return {
    name: name.trim(),
    left: element === document.body,
    visible: drawn && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  }
}

test('VIS-2 the focus is seen on every control of a case study and a list', async ({ visit }) => {
  const page = await visit(null)
  for (const path of ['/case-studies', '/search?q=food']) {
    await page.goto(path)
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(focused)
      if (at.left) break
      expect.soft(at.visible, `${path}: the focus on “${at.name}” can be seen`).toBe(true)
    }
  }
})

test('VIS-2 the skip link leads past the navigation', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/case-studies')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('VIS-2 more space between letters, words and lines loses nothing', async ({ visit }) => {
  const page = await visit(null, { viewport: { width: 320, height: 640 }, bypassCSP: true })
  for (const path of [
    '/',
    '/case-studies',
    '/search?q=school+meals',
    '/people',
    '/sign-in',
    '/categories/D10-food-and-catering',
  ]) {
    await page.goto(path)
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    })
    expect.soft(await sideways(page), path).toEqual([])
    expect.soft(await clipped(page), `${path} cuts text off`).toEqual([])
  }
})

/** Text that its own box hides. */
function clipped(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const hides =
          style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.overflow === 'clip'
        if (!hides || element.closest('.vh, svg, input') || element.clientWidth <= 1) return false
        return (
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        )
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
  )
}

test('VIS-2 forced colours keep controls, focus and changes apart from their ground', async ({ visit }) => {
  const officer = await visit('officer')
  const fields: Fields = aCaseStudy()
  const path = await publish(officer.request, fields)
  await revise(officer.request, path, { ...fields, impact: 'Bills rose.', note: 'They rose' }, 1)
  const page = await visit(null, { forcedColors: 'active' })
  await page.goto(`${path}/compare?from=1&to=2`)
  expect(
    await page
      .getByRole('insertion')
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine),
  ).toContain('underline')
  expect(
    await page
      .getByRole('deletion')
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine),
  ).toContain('line-through')
  await page.goto('/sign-in')
  const button = page.getByRole('main').getByRole('button', { name: 'Sign in' })
  expect(
    await button.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth)),
  ).toBeGreaterThan(0)
  await page.keyboard.press('Tab')
  expect((await page.evaluate(focused)).visible).toBe(true)
})

test('VIS-2 the parts of the form are regions with names, and required fields say so', async ({ visit }) => {
  const page = await visit('officer')
  await page.goto('/case-studies/new')
  for (const name of [
    'Title and summary',
    'Context, action, impact',
    'Results in figures',
    'Legal status',
    'Labels',
    'Documents and links',
    'Who, where and when',
    'Contact',
    'Save',
  ])
    await expect(part(page, name)).toBeVisible()
  await expect(part(page, 'Title and summary').getByLabel('Title', { exact: true })).toHaveAttribute(
    'aria-required',
    'true',
  )
  await expect(page.getByLabel('Which nation’s law applied?')).toHaveAttribute('aria-required', 'true')
  await sayNotKnownInLaw(page)
  await fillTheFiveParts(page, { title: 'x', summary: 'y' })
})
