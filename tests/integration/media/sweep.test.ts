import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createCaseStudy } from '@/lib/case-studies/create'
import { storedAt } from '@/lib/media/store'
import { sweepFiles } from '@/lib/media/sweep'
import { uploadFile } from '@/lib/media/upload'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'
import { aContent, aPerson, theContentsTree, value } from '../../support/builders'
import { aPdf } from '../../support/files'

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'cupboard-files-'))
  await theContentsTree()
})

let count = 0
/** Each with bytes of its own, unless `like` another. */
async function anUpload(viewer: SignedIn, like?: Buffer) {
  count += 1
  const bytes = like ?? Buffer.concat([aPdf(), Buffer.from(`% ${count}\n`)])
  const file = value(await uploadFile(viewer, { bytes, name: 'clause.pdf', licence: 'ogl' }))
  const row = await db.storedFile.findUniqueOrThrow({ where: { id: file.id } })
  return { ...file, bytes, path: storedAt(row.sha256) }
}
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000)

test('a file that nothing links goes with its bytes; what a page, a draft or a contribution links stays', async () => {
  const author = await aPerson()
  const [loose, published, drafted, sent] = [
    await anUpload(author),
    await anUpload(author),
    await anUpload(author),
    await anUpload(author),
  ]
  const content = aContent({ action: `See [the clause](${published.url}).` })
  value(await createCaseStudy(author, { content, note: 'First version' }))
  await db.draft.create({
    data: { personId: author.id, kind: 'case_study', values: { action: `[it](${drafted.url})` } },
  })
  await db.submission.create({
    data: {
      kind: 'case_study',
      content: { action: `[it](${sent.url})` },
      note: 'New',
      contributorId: author.id,
    },
  })
  expect(await sweepFiles(tomorrow())).toBe(1)
  expect([loose, published, drafted, sent].map(({ path }) => existsSync(path))).toEqual([
    false,
    true,
    true,
    true,
  ])
})

test('bytes stay while another file has them, and a young file stays', async () => {
  const author = await aPerson()
  const first = await anUpload(author)
  await db.storedFile.update({ where: { id: first.id }, data: { createdAt: new Date('2026-01-01') } })
  const second = await anUpload(author, first.bytes)
  await sweepFiles(new Date('2026-02-01'))
  expect(await db.storedFile.findUnique({ where: { id: first.id } })).toBeNull()
  expect(await db.storedFile.findUnique({ where: { id: second.id } })).not.toBeNull()
  expect(existsSync(second.path)).toBe(true)
})
