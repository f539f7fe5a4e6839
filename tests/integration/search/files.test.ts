import { chmod, rm, writeFile } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { storedAt } from '@/lib/media/store'
import { uploadFile } from '@/lib/media/upload'
import { withdrawPage } from '@/lib/pages/withdraw'
import { db } from '@/lib/platform/db'
import { readWaitingFiles } from '@/lib/search/file-text'
import { rebuildIndex } from '@/lib/search/rebuild'
import { verifyIndex } from '@/lib/search/verify'
import type { SignedIn } from '@/lib/users/access'
import { drainOutbox } from '@/lib/worker/tasks'
import { aContent, anEditOf, aPerson, aResource, theContentsTree, value } from '@/tests/support/builders'
import { emptyDatabase } from '@/tests/support/empty-database'
import { aBomb, aDocx } from '@/tests/support/files'
import { indexed } from '@/tests/support/index-words'
import { aLockedPdf, aReadablePdf } from '@/tests/support/readable-files'

let author: SignedIn

beforeEach(async () => {
  await emptyDatabase()
  await theContentsTree()
  author = await aPerson()
})

async function upload(bytes: Uint8Array, name: string) {
  return value(await uploadFile(author, { bytes, name, licence: 'ogl' }))
}

function linking(url: string) {
  return aContent({ resources: [aResource({ kind: 'primary', title: 'Our clause', url })] })
}

async function publish(url: string) {
  return value(await createCaseStudy(author, { content: linking(url), note: 'First' }))
}

test('a file that a page links is found by its words, its title and its name, with the page of the hit', async () => {
  const file = await upload(aReadablePdf(['First', 'Gargoyle clause']), 'zinc roofs.pdf')
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([])

  const page = await publish(file.url)
  await drainOutbox()
  const id = `file-${page.id}-${file.id}`
  for (const words of [
    ['gargoyle', 'clause'],
    ['zinc', 'roofs'],
    ['our', 'clause'],
  ])
    expect(await indexed(...words)).toContain(id)
  const row = await db.searchDocument.findUniqueOrThrow({ where: { id } })
  expect(row.texts).toMatchObject({
    title: 'Our clause',
    fileText: 'First\n\nGargoyle clause',
    fileParts: [
      { name: 'page 1', from: 0 },
      { name: 'page 2', from: 7 },
    ],
  })
  expect((await verifyIndex()).filter((it) => it.id.startsWith('file'))).toEqual([])

  value(await editCaseStudy(author, { ...anEditOf(page, {}), content: aContent({ title: 'No link' }) }))
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([])
  await rebuildIndex()
  expect(await indexed('gargoyle')).toEqual([])
})

test('a file that only a draft or a withdrawn page links is not found', async () => {
  const file = await upload(aReadablePdf(['Gargoyle']), 'roof.pdf')
  await db.draft.create({ data: { personId: author.id, kind: 'case_study', values: { action: file.url } } })
  await rebuildIndex()
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([])

  const page = await publish(file.url)
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([`file-${page.id}-${file.id}`])
  value(await withdrawPage(await aPerson('moderator'), { id: page.id, reason: 'It is wrong' }))
  expect(await indexed('gargoyle')).toEqual([])
  await rebuildIndex()
  expect(await indexed('gargoyle')).toEqual([])
})

test('somebody else’s file is not published by a guess at its number', async () => {
  const file = await upload(aReadablePdf(['Gargoyle']), 'roof.pdf')
  const guesser = await aPerson()
  value(await createCaseStudy(guesser, { content: linking(file.url), note: 'First' }))
  await drainOutbox()
  await rebuildIndex()
  expect(await indexed('gargoyle')).toEqual([])
  expect(await db.fileText.count()).toBe(0)
})

test.each([
  ['a scan', aReadablePdf(['']), 'scan.pdf'],
  ['one with a password', aLockedPdf(), 'locked.pdf'],
])('%s is noted as unreadable and found by its title alone', async (_, bytes, name) => {
  const file = await upload(bytes, name)
  const page = await publish(file.url)
  await drainOutbox()
  expect(await db.fileText.findMany()).toMatchObject([{ fileId: file.id, state: 'unreadable', parts: [] }])
  expect(await indexed('our', 'clause')).toContain(`file-${page.id}-${file.id}`)
})

test('a file that would grow without end is noted as unreadable, and the worker goes on', async () => {
  const file = await upload(await aDocx('Gargoyle'), 'roof.docx')
  const bomb = await db.storedFile.findUniqueOrThrow({ where: { id: file.id } })
  await chmod(storedAt(bomb.sha256), 0o640)
  await writeFile(storedAt(bomb.sha256), aBomb())
  await publish(file.url)
  await drainOutbox()
  expect(await db.fileText.findMany()).toMatchObject([{ state: 'unreadable' }])
})

test('each file is read once, and the same bytes are not read again', async () => {
  const first = await upload(aReadablePdf(['Gargoyle']), 'roof.pdf')
  await publish(first.url)
  await drainOutbox()
  const stored = await db.storedFile.findUniqueOrThrow({ where: { id: first.id } })
  const again = await upload(aReadablePdf(['Gargoyle']), 'copy.pdf')
  // Without its bytes a file can only be read from what was read before.
  await rm(storedAt(stored.sha256))
  const page = await publish(again.url)
  await publish(first.url)
  await drainOutbox()
  expect(await indexed('gargoyle')).toHaveLength(3)
  expect(await indexed('gargoyle')).toContain(`file-${page.id}-${again.id}`)
})

test('files that were published before there was a search are read when it begins', async () => {
  const file = await upload(aReadablePdf(['Gargoyle']), 'roof.pdf')
  const page = await publish(file.url)
  await drainOutbox()
  await db.fileText.deleteMany()
  await rebuildIndex()
  expect(await indexed('gargoyle')).toEqual([])
  await readWaitingFiles()
  await drainOutbox()
  expect(await indexed('gargoyle')).toEqual([`file-${page.id}-${file.id}`])
})
