import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx'
import { beforeAll, expect, test } from 'vitest'
import { findOwnDraft } from '@/lib/drafts/queries'
import { findVisibleFile } from '@/lib/media/queries'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { importWord } from '@/lib/word/import'
import { aPerson, value } from '../../support/builders'
import * as files from '../../support/files'

beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'cupboard-files-'))
})

async function aFileWithPictures(): Promise<Uint8Array> {
  const picture = (data: Uint8Array, description: string) =>
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: 40, height: 20 },
          altText: { name: 'n', title: 't', description },
        }),
      ],
    })
  const children = [
    new Paragraph({ text: 'Results', heading: HeadingLevel.HEADING_1 }),
    picture(await files.aPicture('png'), 'A warm [house]'),
    picture(files.bytesOf('<svg/>'), 'A drawing'),
    new Paragraph({ text: 'Thanks', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('To all.'),
  ]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

test('a Word file becomes a draft that only its writer sees, with its pictures kept for them', async () => {
  const [writer, other] = [await aPerson(), await aPerson()]
  const { id } = value(
    await importWord(writer, { bytes: await aFileWithPictures(), name: 'Warm_homes final.docx' }),
  )

  const draft = await findOwnDraft(writer, { kind: 'case_study', id })
  const picture = await db.storedFile.findFirstOrThrow({ where: { personId: writer.id } })
  expect(draft?.values).toMatchObject({
    title: 'Warm homes final',
    home: 'here',
    impact: `# Results\n\n![A warm \\[house\\]](/files/${picture.id}-Picture%201.png)\n\n(A drawing: SVG drawings cannot be kept here. Save the drawing as PNG and upload that.)`,
  })
  expect(draft?.tray).toEqual(['# Thanks\n\nTo all.'])
  expect(picture).toMatchObject({ publishedAt: null, width: 40, licence: 'unknown' })
  expect(await findVisibleFile(async () => writer, picture.id)).not.toBeNull()
  expect(await findVisibleFile(async () => other, picture.id)).toBeNull()
  expect(await findOwnDraft(other, { kind: 'case_study', id })).toBeNull()
})

test.each([
  ['empty', () => new Uint8Array()],
  ['too-large', () => new Uint8Array(20 * 1024 * 1024 + 1)],
  ['not-word', () => files.aPdf()],
  ['macros', () => files.aWordZip({ 'word/vbaProject.bin': 'x' })],
  ['no-words', () => files.aWordZip({ 'word/document.xml': files.aWordBody('<w:p/>') })],
] as const)('%s: no draft comes into being', async (reason, make) => {
  const writer = await aPerson()
  expect(await importWord(writer, { bytes: make(), name: 'a.docx' })).toEqual(refused(reason))
  expect(await db.draft.count({ where: { personId: writer.id } })).toBe(0)
})
