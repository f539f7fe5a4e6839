import { aPdf, aPicture } from '../support/files'
import { aCaseStudy, address, expect, publish, test } from '../support/journeys'

const pdf = { name: 'Contract clause (draft).pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf()) }

test('WIK-3 WIK-10 a document is uploaded by keyboard, linked from a page and opened by a reader', async ({
  visit,
}) => {
  const page = await visit('officer')
  await page.goto('/files/new')
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(/up to 20 MB: PDF, Word/)
  await expect(page.getByRole('main')).toContainText('commercially confidential')

  await page.getByRole('button', { name: 'Upload' }).press('Enter')
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problems.getByRole('link')).toHaveText([
    'Choose a file',
    'Say what others may do with the file, or choose “Not known”',
    'Tick the box when you have checked that the file may be published',
  ])

  await page.getByLabel('File', { exact: true }).setInputFiles(pdf)
  await page.getByLabel('Open Government Licence v3.0').press('Space')
  await page.getByLabel(/^I have checked that it may be published/).press('Space')
  await page.getByRole('button', { name: 'Upload' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your file is uploaded')
  const markdown = await page.getByLabel('For the text of a page (Markdown)').inputValue()
  const url = await page.getByLabel('For “Documents and links” (address)').inputValue()
  expect(markdown).toBe(`[Contract clause (draft)](${url})`)

  const stranger = await visit('manager')
  for (const reader of [stranger, await visit(null)]) {
    const [hidden, missing] = [await reader.request.get(url), await reader.request.get('/files/999999-x.pdf')]
    expect([hidden.status(), await hidden.text()]).toEqual([404, await missing.text()])
  }

  const link = { kind: 'primary', title: 'The clause', url, format: 'pdf' }
  const rows = Object.fromEntries(Object.entries(link).map(([name, text]) => [`resources.0.${name}`, text]))
  const path = await publish(page.request, aCaseStudy({ ...rows, context: `See ${markdown}.` }))
  const reader = await visit(null)
  await reader.goto(path)
  await expect(reader.getByRole('region', { name: 'Documents and links' })).toContainText(
    'Licence: Open Government Licence v3.0',
  )
  const opened = await reader.request.get(url)
  expect(await opened.body()).toEqual(pdf.buffer)
  expect(opened.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Contract clause (draft).pdf"; filename*=UTF-8''Contract%20clause%20%28draft%29.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const again = await reader.request.get(url, { headers: { 'If-None-Match': opened.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
  expect((await reader.request.head(url)).status()).toBe(200)
  const renamed = await reader.request.get(url.replace(/-.*/, '-old-name.pdf'), { maxRedirects: 0 })
  expect([renamed.status(), renamed.headers().location]).toEqual([301, url])
})

test('a file of another kind is refused in words, and the choices stay', async ({ visit }) => {
  const page = await visit('officer')
  await page.goto('/files/new')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: svg })
  await page.getByLabel('I made it and allow it').check()
  await page.getByLabel(/^I have checked that it may be published/).check()
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'SVG drawings cannot be kept here. Save the drawing as PNG',
  )
  await expect(page.getByLabel('I made it and allow it')).toBeChecked()
})

test('programs upload too: told where the file is, or what is wrong', async ({ visit }, { project }) => {
  test.skip(project.name !== 'scripts', 'without scripts it is the same request: run once, with scripts')
  const { request } = await visit('officer')
  const send = (buffer: Buffer, facts: Record<string, string>, who = request) =>
    who.post('/api/files', {
      headers: { Origin: new URL(address).origin },
      multipart: { file: { name: 'photo.jpeg', mimeType: 'image/jpeg', buffer }, ...facts },
    })
  const facts = { licence: 'own', confirm: 'yes' }
  const kept = await send(Buffer.from(await aPicture('jpeg')), facts)
  expect(kept.status()).toBe(201)
  const file = await kept.json()
  expect(file).toMatchObject({ name: 'photo.jpg', type: 'image/jpeg', width: 40, height: 20 })
  const picture = await request.get(file.url)
  expect(picture.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(/^inline;/),
    'cache-control': 'private, no-store',
  })

  const unsaid = await send(Buffer.from(aPdf()), {})
  expect([unsaid.status(), (await unsaid.json()).errors.map(({ path }: { path: string }) => path)]).toEqual([
    422,
    ['licence', 'confirm'],
  ])
  expect((await send(Buffer.from('MZ'.padEnd(99, '\0')), facts)).status()).toBe(415)
  expect((await send(Buffer.alloc(20 * 1024 * 1024 + 1, 1), facts)).status()).toBe(413)
  expect((await send(Buffer.from(aPdf()), facts, (await visit(null)).request)).status()).toBe(401)
})
