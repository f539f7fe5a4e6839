import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { findVisibleFile } from '@/lib/media/queries'
import { uploadFile } from '@/lib/media/upload'
import { db } from '@/lib/platform/db'
import { acceptSubmission } from '@/lib/review/decide'
import { submitCaseStudy } from '@/lib/review/submit'
import type { SignedIn, Viewer } from '@/lib/users/access'
import { aContent, aPerson, aResource, theContentsTree, value } from '../../support/builders'
import { aPdf } from '../../support/files'

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'cupboard-files-'))
  await theContentsTree()
})

const anUpload = async (viewer: SignedIn) =>
  value(await uploadFile(viewer, { bytes: aPdf(), name: 'clause.pdf', licence: 'ogl' }))
const opens = async (viewer: Viewer, { id }: { id: number }) =>
  (await findVisibleFile(async () => viewer, id)) !== null

test('a file is for its uploader alone until a published page links it, then for everybody', async () => {
  const [author, other, moderator] = [await aPerson(), await aPerson(), await aPerson('moderator')]
  const file = await anUpload(author)
  expect(await Promise.all([author, other, moderator, null].map((viewer) => opens(viewer, file)))).toEqual([
    true,
    false,
    false,
    false,
  ])

  const content = aContent({ action: `See [the clause](${file.url}).` })
  value(await createCaseStudy(author, { content, note: 'First version' }))
  expect(await Promise.all([author, other, null].map((viewer) => opens(viewer, file)))).toEqual([
    true,
    true,
    true,
  ])
})

test('a document that is kept here stands in the links, with what others may do with it', async () => {
  const author = await aPerson()
  const file = await anUpload(author)
  const content = aContent({ resources: [aResource({ url: file.url })] })
  const { id } = value(await createCaseStudy(author, { content, note: 'First version' }))
  expect((await findVisibleCaseStudy(id))?.files[file.url]).toMatchObject({
    kind: 'PDF',
    licence: 'Open Government Licence v3.0',
  })
})

test('linking the file of somebody else opens nothing, nor does the address of another site', async () => {
  const [author, thief] = [await aPerson(), await aPerson()]
  const file = await anUpload(author)
  const texts = { context: `[x](${file.url})`, impact: `[y](https://example.org${file.url})` }
  value(await createCaseStudy(thief, { content: aContent(texts), note: 'First version' }))
  expect(await opens(null, file)).toBe(false)
  value(await createCaseStudy(author, { content: aContent({ impact: texts.impact }), note: 'First version' }))
  expect(await opens(null, file)).toBe(false)
})

test('a moderator opens the files of a contribution that waits; accepting it publishes them', async () => {
  const [newcomer, moderator, contributor] = [
    await aPerson('pending'),
    await aPerson('moderator'),
    await aPerson(),
  ]
  const file = await anUpload(newcomer)
  const content = aContent({ context: `[The clause](${file.url})` })
  const { id } = value(await submitCaseStudy(newcomer, { content, note: 'First version', page: null }))
  expect(await Promise.all([moderator, contributor].map((viewer) => opens(viewer, file)))).toEqual([
    true,
    false,
  ])

  value(await acceptSubmission(moderator, { id, reason: '' }))
  expect(await opens(null, file)).toBe(true)
})

test('a link may be a file that is kept here, and nothing else of this site', () => {
  const errors = (url: string) =>
    caseStudyContent.safeParse({ ...aContent(), resources: [aResource({ url })] }).error?.issues[0]?.message
  const wrong = 'The link must be a full web address, like https://www.example.gov.uk/report'
  expect(errors('/files/12-clause%20%281%29.pdf')).toBeUndefined()
  for (const url of [
    '/files/new',
    '/files/12',
    '/account',
    '/files/0-x',
    '/files/12-x/../../account',
    '//files/12-x',
  ])
    expect(errors(url)).toBe(wrong)
})

test('the row of a file outlives its uploader', async () => {
  const author = await aPerson()
  const file = await anUpload(author)
  await db.person.delete({ where: { id: author.id } })
  expect(await db.storedFile.findUnique({ where: { id: file.id } })).toMatchObject({ personId: null })
  expect(await opens(null, file)).toBe(false)
})
