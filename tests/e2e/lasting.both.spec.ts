import type { APIRequestContext } from '@playwright/test'
import { aCaseStudy, aTitle, expect, idIn, publish, revise, test } from '../support/journeys'

const reason = 'It names people who asked not to be named.'

async function answerOf(request: APIRequestContext, path: string) {
  const answer = await request.get(path, { maxRedirects: 0 })
  return { status: answer.status(), location: answer.headers().location ?? null }
}

test('EXI-3 every address that a page ever had leads to it', async ({ visit }) => {
  const { request } = await visit('officer')
  const fields = aCaseStudy({ title: aTitle('Meals from near') })
  const paths = [await publish(request, fields)]
  for (const [base, words] of ['Meals from here', 'Meals from home', 'Meals from the county'].entries())
    paths.push(
      await revise(
        request,
        paths[base] as string,
        { ...fields, title: aTitle(words), note: 'Renamed' },
        base + 1,
      ),
    )
  const [now] = paths.slice(-1)
  for (const old of paths.slice(0, -1))
    for (const rest of ['', '/history', '/v/2'])
      expect(await answerOf(request, `${old}${rest}`)).toEqual({ status: 301, location: `${now}${rest}` })
  expect(await answerOf(request, now as string)).toEqual({ status: 200, location: null })
})

test('EXI-3 a withdrawn page says why and is gone from lists, until a moderator brings it back', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const title = aTitle('Names taken off')
  const path = await publish(officer.request, aCaseStudy({ title }))
  const reader = await visit(null)
  expect((await reader.request.get(path)).status()).toBe(200)

  const moderator = await visit('moderator')
  await moderator.goto(`${path}/history`)
  await moderator.getByRole('link', { name: 'Withdraw this page' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: 'Withdraw this case study' })).toBeVisible()
  const why = moderator.getByLabel('Why do you withdraw it?')
  await why.fill('Too short')
  await moderator.getByRole('button', { name: 'Withdraw this page' }).click()
  await expect(moderator.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    '10 characters or more',
  )
  await expect(why).toHaveValue('Too short')
  await why.fill(reason)
  await moderator.getByRole('button', { name: 'Withdraw this page' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: 'A withdrawn case study' })).toBeVisible()
  await expect(moderator.getByRole('heading', { name: 'The page as it stood' })).toBeVisible()

  // More than once, and at the same moment: the answer from the cache must be the same.
  const first = await Promise.all(Array.from({ length: 5 }, () => reader.request.get(path)))
  expect(first.map((answer) => answer.status())).toEqual([410, 410, 410, 410, 410])
  for (const rest of ['', '/history', '/v/1', '/compare?from=1&to=1', '/edit', '/contact', `-and-more`])
    expect((await officer.request.get(`${path}${rest}`)).status(), rest).toBe(410)
  const answer = await reader.goto(path)
  expect(answer?.status()).toBe(410)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This case study has been withdrawn')
  await expect(reader.getByRole('main')).toContainText(reason)
  await expect(reader.getByText(title)).toHaveCount(0)
  for (const list of ['/case-studies?sort=added', '/sitemap.xml'])
    expect(await (await reader.request.get(list)).text(), list).not.toContain(title)
  expect((await officer.request.get(`${path}/withdraw`)).status()).toBe(404)
  expect((await moderator.request.get(`${path}/history`)).status()).toBe(200)

  await moderator.goto('/review')
  await moderator.getByRole('link', { name: title }).click()
  await moderator.getByRole('button', { name: 'Bring it back' }).click()
  await expect(moderator.getByText('It is back, exactly as it was')).toBeVisible()
  expect((await reader.request.get(path)).status()).toBe(200)
  await reader.goto('/case-studies?sort=added')
  await expect(reader.getByRole('link', { name: title, exact: true })).toBeVisible()
})

test('EXI-3 of two pages that tell the same, one leads to the other, and the merge can be undone', async ({
  visit,
}) => {
  const officer = await visit('officer')
  const [kept, other] = [aTitle('Told once'), aTitle('Told again')]
  const into = await publish(officer.request, aCaseStudy({ title: kept }))
  const path = await publish(officer.request, aCaseStudy({ title: other }))

  const moderator = await visit('moderator')
  await moderator.goto(`${path}/merge?into=nowhere`)
  await expect(moderator.locator('.error-summary')).toContainText('Give the number of the other page')
  await moderator.getByLabel('The other case study').fill(idIn(into))
  await moderator.getByRole('button', { name: 'Show both before merging' }).click()
  await expect(moderator.getByRole('main')).toContainText(`${kept} (number ${idIn(into)})`)
  await moderator.getByRole('button', { name: 'Merge into this page' }).click()
  await expect(moderator.getByRole('heading', { level: 1, name: 'A merged case study' })).toBeVisible()

  const reader = await visit(null)
  for (const _ of [1, 2])
    expect(await answerOf(reader.request, path)).toEqual({ status: 301, location: into })
  expect(await answerOf(officer.request, `${path}/edit`)).toEqual({ status: 301, location: `${into}/edit` })
  await reader.goto(`${path}/history`)
  await expect(reader.getByText(`Merged into “${kept}”`)).toBeVisible()
  await reader.goto(`${path}/v/1`)
  await expect(reader.getByRole('heading', { level: 1, name: other })).toBeVisible()
  await reader.goto(`${into}/history`)
  await reader.getByRole('link', { name: other }).click()
  await expect(reader).toHaveURL(`${path}/history`)

  await moderator.reload()
  await moderator.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(moderator.getByText('The merge is undone')).toBeVisible()
  expect((await reader.request.get(path)).status()).toBe(200)
})
