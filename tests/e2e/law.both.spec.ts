import type { Page } from '@playwright/test'
import { aCaseStudy, aTitle, expect, idIn, post, publish, revise, test } from '../support/journeys'
import { fillTheFiveParts, part, save, saveAndRead, tick } from '../support/journeys-form'
import { NARROW, sideways } from '../support/looks'

const EARLIER = 'Legal status: Earlier rules: they still govern that contract, check before copying'
const NOT_ADVICE = 'It is not legal advice.'

const legalOf = (page: Page) => page.getByRole('region', { name: /^Legal status: / })

test('LEG-1 LEG-3 three answers are enough, the full record folds, and nothing typed is lost', async ({
  visit,
}) => {
  const page = await visit('officer')
  await page.goto('/case-studies/new')
  await fillTheFiveParts(page, { title: aTitle('Warm schools'), summary: 'Schools were made warm.' })
  await page.getByLabel('It lives here: this is where it is first published').check()
  await tick(page, 'Contracts', 'Food and catering')
  const legal = part(page, 'Legal status')
  await legal.getByLabel('When did the procurement begin?').fill('2023-05')
  const full = legal.locator('details.fullrecord')
  await expect(full).not.toHaveAttribute('open')

  await full.locator('> summary').click()
  await legal.getByLabel('What exactly was approved, and what was not').fill('The clause, not the award')
  await legal.getByLabel('Who reviewed it').fill('Legal services, another council')
  await save(page)
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problems.getByRole('link')).toHaveText([
    'Choose the nation whose law applied, or “Not known”',
    'Choose who approved it, or “Not known”',
    'Choose the reviewer’s view, or clear who reviewed it and when',
  ])
  await expect(full).toHaveAttribute('open')
  await expect(legal.getByLabel('When did the procurement begin?')).toHaveValue('2023-05')
  await expect(legal.getByLabel('Who reviewed it')).toHaveValue('Legal services, another council')

  const approver = legal.getByLabel('Who approved the approach?')
  await expect(approver).toHaveAccessibleDescription(/closed in 2011.*Government Commercial Agency/)
  await approver.selectOption('Office of Government Commerce (closed 2011)')
  await approver.selectOption('Own legal department')
  await legal.getByLabel('Which nation’s law applied?').selectOption('England')
  await legal.getByLabel('A reviewer’s view').selectOption('A reviewer thinks so, with changes')
  await saveAndRead(page)

  const block = page.getByRole('region', { name: EARLIER })
  for (const words of [
    'It began in May 2023',
    'Approved, as recorded, by: own legal department',
    'What was approved: The clause, not the award',
    'A reviewer thinks so, with changes',
    'Legal services, another council',
    NOT_ADVICE,
  ])
    await expect(block).toContainText(words)
})

test('LEG-1 a case study whose legal status is blank is refused over HTTP too; “Not known” is shown', async ({
  visit,
}) => {
  const page = await visit('officer')
  const blank = await post(page.request, '/case-studies/new', aCaseStudy({ 'legalStatus.nation': '' }))
  expect(blank.status()).toBe(422)
  await page.goto(await publish(page.request, aCaseStudy()))
  await expect(page.getByRole('region', { name: 'Legal status: Not known' })).toContainText(NOT_ADVICE)
})

test('LEG-2 LEG-4 LEG-5 nation and date decide the label, in words, with why and what changed', async ({
  visit,
}) => {
  const page = await visit('officer')
  const bought = (nation: string, began: string) =>
    publish(page.request, aCaseStudy({ 'legalStatus.nation': nation, 'legalStatus.commencedOn': began }))

  const earlier = await bought('England', '2023-09')
  await page.goto(earlier)
  const block = page.getByRole('region', { name: EARLIER })
  await expect(block).toContainText('Public Contracts Regulations 2015')
  await expect(block).not.toContainText(/[✓✔☑✅]/)
  await expect(page.getByRole('main').locator('.keyfacts')).toContainText('Earlier rules')
  await block.getByRole('link', { name: 'What changed' }).click()
  await expect(page).toHaveURL(/\/law\/pcr2015#changed$/)
  await expect(page.getByRole('main')).toContainText(NOT_ADVICE)

  await page.goto(await bought('England', '2025-03-01'))
  await expect(legalOf(page)).toContainText('Procurement Act 2023')
  await expect(legalOf(page)).toHaveAccessibleName('Legal status: Current rules')

  await page.goto(await bought('Scotland', '2023-09'))
  await expect(legalOf(page)).toHaveAccessibleName('Legal status: Current rules')
  await expect(legalOf(page)).toContainText('Scottish law. Do not judge it by the Procurement Act 2023.')

  await page.goto(`${earlier}/v/1`)
  await expect(legalOf(page)).toContainText('The statement as it was made in this version.')
  await expect(legalOf(page)).not.toContainText('Earlier rules')
})

test('LEG-4 the register says which law governs what, on a phone too, and each law has its page', async ({
  visit,
}) => {
  const page = await visit(null, { viewport: NARROW })
  await page.goto('/law')
  const england = page.getByRole('region', { name: 'England', exact: true })
  const act = england.getByRole('row', { name: /^Procurement Act 2023/ })
  await expect(act).toContainText('From 24 February 2025')
  await expect(act).toContainText('Current rules')
  await expect(england.getByRole('row', { name: /^Public Contracts Regulations 2015/ })).toContainText(
    'Earlier rules',
  )
  await expect(page.getByRole('region', { name: 'Scotland', exact: true })).not.toContainText(
    'Procurement Act 2023',
  )
  expect(await sideways(page)).toEqual([])

  const other = await page.goto('/law/PCR2015')
  expect(other?.request().redirectedFrom()).not.toBeNull()
  await expect(page).toHaveURL(/\/law\/pcr2015$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Public Contracts Regulations 2015')
  await expect(page.getByRole('button', { name: /^Watch/ })).toBeVisible()
  expect(await sideways(page)).toEqual([])
  expect((await page.goto('/law/no-such-law'))?.status()).toBe(404)
})

test('LEG-6 what a contract may say about jobs, when it was said, what has changed, and cases', async ({
  visit,
}) => {
  const page = await visit(null)
  await page.goto('/law')
  await page.getByRole('link', { name: /^Community benefit clauses/ }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('But you can’t say that jobs must go to local people')
  await expect(main).toContainText('7 October 2008')
  const since = page.getByRole('region', { name: 'What has changed since' })
  await expect(since).toContainText('4 February 2026: England, below the thresholds')
  await expect(since.getByRole('link', { name: /Brabners/ })).toHaveAttribute('href', /brabners\.com/)
  await expect(
    page.getByRole('region', { name: 'Case studies' }).getByRole('heading', { level: 3 }),
  ).not.toHaveCount(0)
  await expect(main).toContainText(NOT_ADVICE)
})

test('the register is edited by administrators only', async ({ visit }) => {
  const moderator = await visit('moderator')
  expect((await moderator.goto('/admin/law'))?.status()).toBe(404)
  expect((await moderator.goto('/admin/law/pa2023'))?.status()).toBe(404)
  const admin = await visit('admin')
  await admin.goto('/admin')
  await admin.getByRole('main').getByRole('link', { name: 'Law register', exact: true }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Edit the law register')
})

test('LEG-4 the start of a law is moved: labels follow, no case study has a new version', async ({ visit }, {
  project,
}) => {
  // It changes what is everybody's: once is enough, and the days are ones that no other test uses.
  test.skip(project.name !== 'no-scripts')
  test.slow()
  const officer = await visit('officer')
  const bought = (title: string, law: Record<string, string>) =>
    publish(officer.request, aCaseStudy({ title, 'legalStatus.nation': 'England', ...law }))
  const [unnamed, named] = [aTitle('Law not named'), aTitle('Law named')]
  const paths = [
    await bought(unnamed, { 'legalStatus.commencedOn': '2025-02-22' }),
    await bought(named, { 'legalStatus.commencedOn': '2025-02-21', 'legalStatus.regime': 'PA2023' }),
  ] as const
  const reader = await visit(null)
  const labels = async () => {
    const names = []
    for (const path of paths) {
      await reader.goto(path)
      names.push(await legalOf(reader).getByRole('heading', { level: 2 }).textContent())
    }
    return names
  }
  const before = [EARLIER, 'Legal status: Re-check needed']
  expect(await labels()).toEqual(before)

  const admin = await visit('admin')
  await moveStart(admin, { to: '2025-02-20', why: 'A trial of another first day' })
  try {
    expect(await labels()).toEqual(['Legal status: Current rules', 'Legal status: Current rules'])
    await expect(legalOf(reader)).toContainText('until then it was “Re-check needed”')
    const audit = admin.getByRole('region', { name: /^It moved \d+ labels$/ })
    await expect(audit.getByRole('row', { name: new RegExp(`^${unnamed}`) })).toContainText('Earlier rules')
    await expect(audit.getByRole('row', { name: new RegExp(`^${named}`) })).toContainText('Re-check needed')
    for (const path of paths) {
      await reader.goto(`${path}/history`)
      await expect(reader.getByRole('main')).not.toContainText('Version 2')
      expect((await reader.goto(`${path}/v/2`))?.status()).toBe(404)
    }
  } finally {
    await moveStart(admin, { to: '2025-02-24', why: 'The first day that the register came with' })
  }
  expect(await labels()).toEqual(before)
  expect(idIn(await revise(officer.request, paths[0], aCaseStudy({ title: unnamed }), 1))).toBe(
    idIn(paths[0]),
  )
})

async function moveStart(admin: Page, { to, why }: { to: string; why: string }) {
  await admin.goto('/admin/law/pa2023')
  await admin.getByLabel('First day in force').fill(to)
  await admin.getByRole('button', { name: 'See which labels would move' }).click()
  await expect(admin.getByRole('region', { name: /labels? would move$/ })).toContainText(
    'No case study is changed',
  )
  await admin.getByRole('button', { name: /^Publish version/ }).click()
  await expect(admin.getByRole('alert')).toContainText('Say why')
  await expect(admin.getByLabel('First day in force')).toHaveValue(to)
  await admin.getByLabel('Why the register changes').fill(why)
  await admin.getByRole('button', { name: /^Publish version/ }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(/^Version \d+ of the law register$/)
  await expect(admin.getByRole('main')).toContainText(why)
}
