import { aCaseStudy, aTitle, expect, publish, test } from '../support/journeys'

const found = { name: /^\d+ results?$/, level: 2 } as const

test('LAB-6 bins, refuse and 90500000 all lead to Waste and recycling', async ({ visit }) => {
  const page = await visit(null)
  for (const word of ['bins', 'refuse', '90500000']) {
    await page.goto('/')
    await page.getByRole('main').getByRole('searchbox').or(page.locator('#home-search')).first().fill(word)
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
    await expect(page.locator('#page-search')).toHaveValue(word)
    await expect(page.locator('#bar-search')).toHaveValue(word)
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Waste and recycling', exact: true })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/waste and recycling/i)
  }
})

test('LAB-8 region, contract area, kind of organisation and law narrow a search, with true counts and an address that keeps it', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=food')
  for (const [group, value] of [
    ['Type', /^Case study/],
    ['Region', /^Scotland/],
    ['Contract area', /^Food and catering/],
    ['Kind of organisation', /^Council, Scotland/],
    ['Law it was bought under', /./],
  ] as const) {
    const facet = page.locator('details.facet').filter({
      has: page.locator('> summary', { hasText: new RegExp(`^${group}`) }),
    })
    if (!(await facet.evaluate((details: HTMLDetailsElement) => details.open)))
      await facet.locator('> summary').click()
    const tick = facet.locator('label.tick').filter({ hasText: value }).first()
    const count = Number(/(\d+)\s*$/.exec((await tick.textContent()) ?? '')?.[1])
    await tick.getByRole('checkbox').check()
    await page.locator('#narrow').getByRole('button', { name: 'Apply' }).last().click()
    await expect(page.getByRole('heading', found)).toHaveText(new RegExp(`^${count} results?$`))
    expect(count, group).toBeGreaterThan(0)
  }
  const chips = page.getByRole('list', { name: 'Filters in use' })
  await expect(chips.getByRole('listitem')).toHaveCount(6)
  const titles = await page
    .locator('#results ~ *, ol.rows')
    .getByRole('heading', { level: 3 })
    .allTextContents()
  const address = page.url()
  for (const part of [
    'q=food',
    'kind=case_study',
    'region=Scotland',
    'category=D10',
    'type=scottish-council',
    'law=',
  ])
    expect(address).toContain(part)

  const other = await visit(null)
  await other.goto(address)
  await expect(other.locator('ol.rows').getByRole('heading', { level: 3 })).toHaveText(titles)
  await chips.getByRole('link', { name: 'Remove filter: Scotland' }).click()
  await expect(chips.getByRole('link', { name: 'Remove filter: Scotland' })).toHaveCount(0)
  await chips.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/search\?q=food$/)
})

test('LAB-8 nothing found says which filter to lift, with the number it would give, and whom to ask', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=school+meals&region=Northern+Ireland&kind=case_study')
  await expect(page.getByRole('heading', { name: 'Nothing found for “school meals”' })).toBeVisible()
  const lift = page.getByRole('list', { name: 'How to widen it' }).getByRole('listitem').first()
  await expect(lift).toContainText('Without “Northern Ireland”')
  const link = lift.getByRole('link')
  const count = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 2, name: count, exact: true })).toBeVisible()

  await page.goto('/search?q=zzzqqqxx')
  await expect(page.getByText('Nothing found for “zzzqqqxx”')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ask people who offered to help' })).toHaveAttribute(
    'href',
    '/people?q=zzzqqqxx',
  )
  await expect(page.getByRole('link', { name: 'Ask for it on the wanted board' })).toHaveAttribute(
    'href',
    '/wanted/new?words=zzzqqqxx',
  )
})

test('a slip is taken for the word that was meant, said so, and can be searched for all the same', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=whole+life+costng')
  const note = page.getByRole('status').filter({ hasText: 'Showing results for' })
  await expect(note).toContainText('Showing results for whole life costing')
  await expect(page.getByRole('main').locator('ol.rows mark').first()).toBeVisible()
  await note.getByRole('link', { name: 'Search instead for “costng”' }).click()
  await expect(page).toHaveURL(/exactly=1/)
  await expect(page.getByText('Showing results for')).toHaveCount(0)
})

test('where nothing has all of the words, what has some of them stands under a heading of its own', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?q=mattress+zzqqyxx+lighting')
  await expect(page.getByRole('heading', { level: 2, name: '0 results' })).toBeVisible()
  const some = 'No page has all of your words. These have some of them.'
  await expect(page.getByRole('heading', { level: 3, name: some })).toBeVisible()
  await expect(page.locator('ol.rows').getByRole('heading', { level: 4 }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ask for it on the wanted board' })).toBeVisible()
})

test('sorting, paging and results on a page are in the address; a page beyond the end is the first', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/search?kind=organisation')
  const sorts = page.getByRole('navigation', { name: 'Sort by' })
  await sorts.getByRole('link', { name: 'A to Z' }).click()
  await page.getByRole('navigation', { name: 'Results on a page' }).getByRole('link', { name: '10' }).click()
  const rows = page.locator('ol.rows').getByRole('heading', { level: 3 })
  await expect(rows).toHaveCount(10)
  const first = await rows.allTextContents()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /Next/ }).click()
  await expect(page).toHaveURL(/sort=title&perPage=10&page=2/)
  await expect(rows).toHaveCount(10)
  expect((await rows.allTextContents()).filter((title) => first.includes(title))).toEqual([])

  await page.goto('/search?kind=organisation&sort=title&perPage=10&page=9000')
  await expect(page).toHaveURL(/\/search\?kind=organisation&sort=title&perPage=10$/)
  await expect(rows).toHaveText(first)
})

test('what is too long to search for is refused, kept, and put right', async ({ visit }) => {
  const page = await visit(null)
  const long = `${'meals '.repeat(170)}x`
  const answer = await page.goto(`/search?q=${encodeURIComponent(long)}`)
  expect(answer?.status()).toBe(400)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('1,000 is the most')
  await expect(page.locator('#page-search')).toHaveValue(long)
  await page.locator('#page-search').fill('school meals')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', found)).toBeVisible()
  expect((await page.goto('/search?q=me%07als'))?.status()).toBe(400)
  await expect(page.locator('#page-search')).toHaveValue('meals')
})

test('K20 the table of results opens in a spreadsheet and holds what the page does', async ({ visit }) => {
  const page = await visit(null)
  await page.goto('/search?q=school+meals&kind=case_study')
  const titles = await page.locator('ol.rows').first().getByRole('heading', { level: 3 }).allTextContents()
  const link = page.getByRole('link', { name: 'Download CSV' })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers()['content-disposition']).toMatch(
    /filename="cupboard-search-school-meals-\d{4}-\d\d-\d\d\.csv"/,
  )
  const text = await answer.text()
  expect(text.startsWith('\uFEFFType,Title,')).toBe(true)
  const places = titles.map((title) => text.indexOf(title.includes(',') ? `"${title}"` : title))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('a saved search holds its filters, is told of what it finds, and can be stopped', async ({ visit }) => {
  const chief = await visit('chief')
  const word = aTitle('zither').replace(' ', '')
  const path = `/search?q=${word}&region=Wales`
  await chief.goto(path)
  await chief.getByRole('button', { name: `Save search and email me “${word}” · Wales` }).click()
  await expect(async () => {
    await chief.goto('/account/notifications')
    await expect(chief.getByRole('link', { name: `“${word}” · Wales` })).toHaveAttribute('href', path, {
      timeout: 2000,
    })
  }).toPass()

  const officer = await visit('officer')
  await publish(officer.request, aCaseStudy({ title: `In London ${word}`, 'regions[]': ['London'] }))
  await publish(officer.request, aCaseStudy({ title: `In Wales ${word}`, 'regions[]': ['Wales'] }))
  await expect(async () => {
    await chief.goto('/account/notifications')
    await expect(chief.getByRole('link', { name: `New case study: In Wales ${word}` })).toBeVisible({
      timeout: 2000,
    })
  }).toPass({ timeout: 40_000 })
  await expect(chief.getByRole('main')).toContainText(`You watch the search “${word}” · Wales.`)
  await expect(chief.getByRole('link', { name: `New case study: In London ${word}` })).toHaveCount(0)
  await chief.getByRole('button', { name: `Stop watching “${word}” · Wales` }).click()
  await expect(chief.getByRole('button', { name: `Stop watching “${word}” · Wales` })).toHaveCount(0)
})
