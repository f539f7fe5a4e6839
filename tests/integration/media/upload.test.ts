import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UploadRefusal } from '@/lib/media/refusals'
import { storedAt } from '@/lib/media/store'
import { uploadFile } from '@/lib/media/upload'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { aPerson, value } from '../../support/builders'
import * as files from '../../support/files'

let viewer: SignedIn

beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'cupboard-files-'))
})
beforeEach(async () => {
  viewer = await aPerson()
})

const upload = (bytes: Uint8Array, name: string) => uploadFile(viewer, { bytes, name, licence: 'ogl' })

/** What is left of uploads that did not end well. */
function leftovers(): string[] {
  const kept = readdirSync(join(process.env.DATA_DIR as string, 'files'), { recursive: true }) as string[]
  return kept.filter((name) => name.startsWith('incoming-'))
}

async function bytesKept({ id }: { id: number }): Promise<Buffer> {
  return readFileSync(storedAt((await db.storedFile.findUniqueOrThrow({ where: { id } })).sha256))
}

describe('a file that may be kept', () => {
  test.each([
    ['clause.pdf', files.aPdf(), 'application/pdf', 'clause.pdf'],
    ['table.csv', files.bytesOf('name;value\nCaffè;3\n'), 'text/csv', 'table.csv'],
    ['notes.txt', files.bytesOf('Two lots\r\nof food'), 'text/plain', 'notes.txt'],
    ['report.odt', files.anOpenDocument('text'), 'application/vnd.oasis.opendocument.text', 'report.odt'],
    [
      'sheet.ods',
      files.anOpenDocument('spreadsheet'),
      'application/vnd.oasis.opendocument.spreadsheet',
      'sheet.ods',
    ],
    [
      'talk.odp',
      files.anOpenDocument('presentation'),
      'application/vnd.oasis.opendocument.presentation',
      'talk.odp',
    ],
    ['really-a-pdf.docx', files.aPdf(), 'application/pdf', 'really-a-pdf.pdf'],
  ])('%s is told by its content', async (name, bytes, type, kept) => {
    const file = value(await upload(bytes, name))
    expect(file).toMatchObject({ name: kept, type, bytes: bytes.length, width: null })
    expect(file.url).toBe(`/files/${file.id}-${kept}`)
    expect(new Uint8Array(await bytesKept(file))).toEqual(bytes)
  })

  test('Word, Excel and PowerPoint files are told by their main part', async () => {
    const part = (name: string) => `application/vnd.openxmlformats-officedocument.${name}.main+xml`
    expect(value(await upload(await files.aDocx('Words'), 'case.docx')).kind).toBe('Word document')
    const sheet = files.aWordZip({}, part('spreadsheetml.sheet'))
    expect(value(await upload(sheet, 'case.xlsx')).kind).toBe('Excel workbook')
    const slides = files.aWordZip({}, part('presentationml.presentation'))
    expect(value(await upload(slides, 'case.zip')).name).toBe('case.zip.pptx')
  })

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'a %s picture is made anew, without what was hidden in it',
    async (format) => {
      const given = await files.aPicture(format, { width: 2600, height: 100 })
      const file = value(await upload(given, `photo.${format}`))
      const kept = await bytesKept(file)
      const { exif, width, height, format: found } = await sharp(kept).metadata()
      expect({ exif, width, height, found }).toEqual({
        exif: undefined,
        width: 2400,
        height: 92,
        found: format,
      })
      expect(file).toMatchObject({
        type: `image/${format}`,
        isPicture: true,
        width: 2400,
        height: 92,
        bytes: kept.length,
      })
      expect(kept.includes('Camera of somebody')).toBe(false)
    },
  )

  test('names lose what a file system or a reader could stumble over', async () => {
    const file = value(await upload(files.aPdf(), '..\\..\\etc/pass\u202Ewd<b>\u0000 (draft)?.PDF'))
    expect(file.name).toBe('pass wd b (draft).pdf')
    expect(file.url).toBe(`/files/${file.id}-pass%20wd%20b%20%28draft%29.pdf`)
    expect(value(await upload(files.aPdf(), `${'é'.repeat(400)}.pdf`)).name).toHaveLength(120)
    expect(value(await upload(files.aPdf(), '.pdf')).name).toBe('file.pdf')
  })

  test('the same bytes are kept once, under their hash', async () => {
    const [first, second] = [
      value(await upload(files.aPdf('same'), 'a.pdf')),
      value(await upload(files.aPdf('same'), 'b.pdf')),
    ]
    const rows = await db.storedFile.findMany({ where: { id: { in: [first.id, second.id] } } })
    expect(rows.map(({ name }) => name).sort()).toEqual(['a.pdf', 'b.pdf'])
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1)
  })
})

describe('a file that may not be kept', () => {
  const cases: [string, UploadRefusal, () => Uint8Array | Promise<Uint8Array>][] = [
    ['nothing.pdf', 'empty', () => new Uint8Array()],
    ['large.pdf', 'too-large', () => new Uint8Array(20 * 1024 * 1024 + 1)],
    ['drawing.png', 'svg', () => files.bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['macro.docx', 'macros', () => files.aWordZip({ 'word/vbaProject.bin': 'x' })],
    ['boast.png', 'too-many-pixels', () => files.aBoastfulPng(50_000, 50_000)],
  ]
  test.each(cases)('%s: %s', async (name, reason, make) => {
    const before = await db.storedFile.count()
    expect(await upload(await make(), name)).toEqual(refused(reason))
    expect(await db.storedFile.count()).toBe(before)
    expect(leftovers()).toEqual([])
  })

  test('a picture that is also something else is only a picture afterwards', async () => {
    const gif = Buffer.concat([await files.aPicture('gif'), Buffer.from('<script>alert(1)</script>')])
    const kept = await bytesKept(value(await upload(new Uint8Array(gif), 'both.gif')))
    expect(kept.includes('script')).toBe(false)
  })
})
