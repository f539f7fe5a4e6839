import type { Page } from '@playwright/test'
import {
  aCaseStudy,
  aTitle,
  type Cookies,
  expect,
  type Fields,
  idIn,
  publish,
  revise,
  test,
} from '../support/journeys'

const HENS = 'Two thousand hens were kept by one egg supplier, which sold to nobody else.'
const HOMES = 'In the autumn of 2004 the council counted the cold homes street by street.'
const LOTS = 'The contract was split into nine small lots.'
const DISTANCE = 'Distance was never scored, and nobody challenged the award.'

type Visit = (who: 'officer' | null | Cookies) => Promise<Page>

/** A case study in two versions: a paragraph moved, another cut in two, a value and a label changed. */
async function twoVersions(visit: Visit) {
  const officer = await visit('officer')
  const fields: Fields = aCaseStudy({
    title: aTitle('Hens and homes'),
    context: `${HOMES}\n\nBills were high.\n\n${HENS}`,
    action: `${LOTS} ${DISTANCE}`,
    contractValue: '£180k',
  })
  const path = await publish(officer.request, fields)
  const newer: Fields = {
    ...fields,
    context: `${HENS}\n\n${HOMES}\n\nBills were high.`,
    action: `${LOTS}\n\n${DISTANCE}`,
    contractValue: '£212k',
    'categories[]': ['D11', 'C2'],
    note: 'In better order',
  }
  return { officer, fields: newer, path: await revise(officer.request, path, newer, 1) }
}

test('WIK-2 two versions are chosen and compared with the keyboard alone, and every change is reached', async ({
  visit,
}) => {
  const { path } = await twoVersions(visit)
  const reader = await visit(null)
  await reader.goto(`${path}/history`)
  await reader.getByRole('radio', { name: 'Compare version 1 as the older' }).focus()
  await reader.keyboard.press('Space')
  await reader.getByRole('button', { name: 'Compare the chosen versions' }).focus()
  await reader.keyboard.press('Enter')
  await expect(
    reader.getByRole('heading', { level: 1, name: 'Changes between version 1 and version 2' }),
  ).toBeVisible()

  const main = reader.getByRole('main')
  await expect(main).toContainText('4 changes in 4 fields.')
  await expect(main).toContainText('from £180k to £212k')
  await expect(main.getByText('Moved up:')).toBeVisible()
  await expect(main.getByText(HENS)).toHaveCount(1)
  await expect(main).toContainText('Moved from here up:')
  await expect(main).toContainText('Split into more paragraphs:')
  await expect(main).toContainText('a break between paragraphs')
  await expect(main.getByRole('deletion').filter({ hasText: DISTANCE })).toHaveCount(0)

  await reader.getByRole('link', { name: 'Go to the first change' }).press('Enter')
  await expect(reader).toHaveURL(/#change-1$/)
  for (const number of [2, 3, 4]) {
    await reader.getByRole('link', { name: `Next change, ${number} of 4` }).press('Enter')
    await expect(reader).toHaveURL(new RegExp(`#change-${number}$`))
    await expect(reader.locator(`#change-${number}`)).toBeInViewport()
  }
})

test('WIK-2 an old version says which it is and leads to its neighbours', async ({ visit }) => {
  const { path } = await twoVersions(visit)
  const reader = await visit(null)
  await reader.goto(`${path}/v/1`)
  await expect(
    reader.getByText(/^Version 1 of 2, as it was on .+ This is not the current version\.$/),
  ).toBeVisible()
  await expect(reader.getByRole('link', { name: 'What changed since, and restore' })).toHaveAttribute(
    'href',
    `${path}/compare?from=1&to=2`,
  )
  await reader.getByRole('link', { name: 'Next: version 2' }).click()
  await expect(reader).toHaveURL(`${path}/v/2`)
  await expect(reader.getByText(/This is the current version\.$/)).toBeVisible()
})

test('WIK-2 minor edits are marked and can be left out, without scripts too', async ({ visit }) => {
  const { officer, fields, path } = await twoVersions(visit)
  await officer.goto(`${path}/edit`)
  await expect(officer.getByRole('checkbox', { name: 'This is a minor edit' })).not.toBeChecked()
  await revise(officer.request, path, { ...fields, impact: 'Bills fell!', note: 'A sign', minor: 'on' }, 2)

  const reader = await visit(null)
  await reader.goto(`${path}/history`)
  await expect(reader.getByText('Minor edit', { exact: true })).toBeVisible()
  await reader.getByRole('link', { name: 'Hide minor edits' }).click()
  await expect(reader.getByRole('heading', { level: 2 })).toHaveText(['Version 2', 'Version 1'])

  const title = String(fields.title)
  await reader.goto('/recent-changes')
  const rows = reader
    .getByRole('listitem')
    .filter({ has: reader.getByRole('link', { name: title, exact: true }) })
  await expect(rows.first()).toContainText('version 3')
  await reader.getByLabel('Kind of page').selectOption('Case studies')
  await reader.getByLabel('Hide minor edits').check()
  await reader.getByRole('button', { name: 'Apply' }).click()
  await expect(reader).toHaveURL(/kind=case-studies&minor=hide/)
  await expect(rows.first()).toContainText('version 2')
  await reader.getByLabel('New pages only').check()
  await reader.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('new case study')
})

test('WIK-2 feeds of all changes and of a category are Atom that a browser can read', async ({ visit }) => {
  const { path, fields } = await twoVersions(visit)
  const reader = await visit(null)
  await reader.goto('/recent-changes?category=D11')
  const feed = await reader.locator('link[type="application/atom+xml"]').getAttribute('href')
  expect(feed).toMatch(/\/feeds\/category\/D11\.atom$/)
  await expect(reader.getByRole('link', { name: /^Atom feed of changes/ })).toHaveAttribute(
    'href',
    '/feeds/category/D11.atom',
  )
  for (const address of ['/feeds/recent.atom', '/feeds/category/D11.atom']) {
    const answer = await reader.request.get(address)
    expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
    const read = await reader.evaluate(
      (xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml')
        const texts = (name: string) =>
          [...parsed.querySelectorAll(name)].map((element) => element.textContent)
        return {
          root: parsed.documentElement.nodeName,
          ids: texts('entry > id'),
          titles: texts('entry > title'),
        }
      },
      await answer.text(),
    )
    expect(read.root).toBe('feed')
    expect(read.ids).toContainEqual(expect.stringMatching(new RegExp(`:page-${idIn(path)}-version-2$`)))
    expect(read.titles).toContain(`${fields.title} (version 2)`)
    const again = await reader.request.get(address, {
      headers: { 'if-none-match': answer.headers().etag ?? '' },
    })
    expect([200, 304]).toContain(again.status())
  }
})
