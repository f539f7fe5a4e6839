import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, publish, revise, test } from '../support/journeys'

// A save is seen by the next reader who has not signed in, on every page that shows it.
test('WIK-1 a new case and its revision show at once on page, list, category, section, home and organisation', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const reader = await visit(null)
  const organisation = await organisationPath(reader)
  const places = [
    '/case-studies',
    '/categories/D16-travel-post-and-couriers',
    '/recent-changes',
    organisation,
  ]
  // Everything is in the cache before the save.
  for (const place of ['/', ...places]) await reader.goto(place)

  const fields = aCaseStudy({
    title: aTitle('Parcels by bicycle'),
    organisation: 'Sandwell Council',
    'categories[]': ['D16', 'E4.1'],
  })
  const path = await publish(officer.request, fields)
  for (const place of places) expect(await textOf(reader, place), place).toContain(String(fields.title))
  expect(await textOf(reader, '/')).toContain(String(fields.title))
  expect(await textOf(reader, path)).toContain(String(fields.summary))

  const renamed = {
    ...fields,
    title: aTitle('Letters by bicycle'),
    summary: 'Letters went by bicycle too.',
    note: 'Letters',
  }
  const now = await revise(officer.request, path, renamed, 1)
  for (const place of places) {
    const text = await textOf(reader, place)
    expect(text, place).toContain(renamed.title)
    if (place !== '/recent-changes') expect(text, place).not.toContain(String(fields.title))
  }
  expect(await textOf(reader, now)).toContain('Letters went by bicycle too.')
})

test('a save moves a case from one category and one organisation to another at once', async ({ visit }) => {
  const officer = await visit('officer')
  const reader = await visit(null)
  const fields = aCaseStudy({ 'categories[]': ['D28'] })
  const [from, to] = [
    '/categories/D28-emergency-services-equipment',
    '/categories/D30-community-and-personal-services',
  ]
  const path = await publish(officer.request, fields)
  expect(await textOf(reader, from)).toContain(String(fields.title))
  expect(await textOf(reader, to)).not.toContain(String(fields.title))
  await revise(officer.request, path, { ...fields, 'categories[]': ['D30'], note: 'Another label' }, 1)
  expect(await textOf(reader, to)).toContain(String(fields.title))
  expect(await textOf(reader, from)).not.toContain(String(fields.title))
})

test('a save is found by the search soon after, in its new words and no longer in its old ones', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const reader = await visit(null)
  const word = aTitle('zebra').replace(' ', '')
  const fields = aCaseStudy({ title: `Crossings ${word}` })
  const path = await publish(officer.request, fields)
  const hits = () => textOf(reader, `/search?q=${word}`)
  await expect.poll(hits, { timeout: 20_000 }).toContain('1 result')

  const other = aTitle('pelican').replace(' ', '')
  await revise(officer.request, path, { ...fields, title: `Crossings ${other}`, note: 'Another bird' }, 1)
  await expect.poll(() => textOf(reader, `/search?q=${other}`), { timeout: 20_000 }).toContain('1 result')
  await expect.poll(hits, { timeout: 20_000 }).toContain('Nothing found')
})

async function textOf(page: Page, path: string): Promise<string> {
  await page.goto(path)
  return (await page.getByRole('main').textContent()) ?? ''
}

async function organisationPath(page: Page): Promise<string> {
  await page.goto('/organisations?q=Sandwell')
  const link = page.getByRole('link', { name: 'Sandwell Council', exact: true })
  return (await link.getAttribute('href')) ?? ''
}
