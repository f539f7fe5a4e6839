import { expect, test } from 'vitest'
import { FILE_TYPES, type FileEnding, unpackedMaxBytes, unpackedMaxEntries } from '@/lib/media/limits'
import { textOf } from '@/lib/search/programs/text-of.mjs'
import { aBomb, aDocx, aWordBody, aWordZip, bytesOf } from '@/tests/support/files'
import { aLockedPdf, anOdf, anXlsx, aPptx, aReadablePdf } from '@/tests/support/readable-files'

const read = (bytes: Uint8Array, ending: FileEnding, wordsMax = 60_000) =>
  textOf(Buffer.from(bytes), FILE_TYPES[ending].type, { wordsMax, unpackedMaxBytes, unpackedMaxEntries })
const texts = (...parts: [string, string][]) => ({
  parts: parts.map(([label, text]) => ({ label, text })),
  cut: false,
})

test('a PDF by page; words broken at the end of a line are whole', async () => {
  const pdf = aReadablePdf(['First clause\nsustain-\nable', '', 'Third (café)'])
  expect(await read(pdf, 'pdf')).toEqual(
    texts(['page 1', 'First clause\nsustainable'], ['page 3', 'Third (café)']),
  )
})

test('a Word file by the pages that Word noted, without deletions and doubles', async () => {
  expect(await read(await aDocx('One', 'Two'), 'docx')).toEqual(texts(['', 'One\nTwo']))
  const body = `<w:p><w:r><w:t>Lot &amp; bid</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
    <w:p><w:r><w:lastRenderedPageBreak/><w:t>Next</w:t><w:tab/><w:t>page</w:t></w:r></w:p>`
  expect(await read(aWordZip({ 'word/document.xml': aWordBody(body) }), 'docx')).toEqual(
    texts(['page 1', 'Lot & bid'], ['page 2', 'Next page']),
  )
})

test('slides in the order of the presentation', async () => {
  expect(await read(aPptx(['Why', 'How', 'What']), 'pptx')).toEqual(
    texts(['slide 1', 'Why'], ['slide 2', 'How'], ['slide 3', 'What']),
  )
})

test('sheets by their names: words only, and none of a hidden sheet', async () => {
  const sheets = [
    { name: 'Prices', cells: ['Lamp', 'Column'] },
    { name: 'Margins', cells: ['Secret'], hidden: true },
  ]
  expect(await read(anXlsx(sheets), 'xlsx')).toEqual(texts(['sheet Prices', 'Lamp Column']))
})

test('OpenDocument text, slides and sheets', async () => {
  const text =
    '<text:h>Head</text:h><text:p>One<text:s/>two</text:p><text:p><text:soft-page-break/>Three</text:p>'
  expect(await read(anOdf('text', text), 'odt')).toEqual(
    texts(['page 1', 'Head\nOne two'], ['page 2', 'Three']),
  )
  const slides = '<draw:page><text:p>Why</text:p></draw:page><draw:page><text:p>How</text:p></draw:page>'
  expect(await read(anOdf('presentation', slides), 'odp')).toEqual(
    texts(['slide 1', 'Why'], ['slide 2', 'How']),
  )
  const sheet = '<table:table table:name="Prices"><text:p>Lamp</text:p></table:table>'
  expect(await read(anOdf('spreadsheet', sheet), 'ods')).toEqual(texts(['sheet Prices', 'Lamp']))
})

test('plain text and tables, whatever they are encoded in', async () => {
  expect(await read(bytesOf('Caffè, tea'), 'csv')).toEqual(texts(['', 'Caffè, tea']))
  expect(await read(new Uint8Array(Buffer.from('caf\u00e9', 'latin1')), 'txt')).toEqual(texts(['', 'café']))
  expect(await read(new Uint8Array(Buffer.from('\ufeffcafé', 'utf16le')), 'txt')).toEqual(texts(['', 'café']))
})

test('no more than so many words, and that something was left out', async () => {
  expect(await read(bytesOf('one two, three four'), 'txt', 3)).toEqual({
    ...texts(['', 'one two, three']),
    cut: true,
  })
  expect(await read(aReadablePdf(['one two', 'three four', 'five']), 'pdf', 3)).toEqual({
    ...texts(['page 1', 'one two'], ['page 2', 'three']),
    cut: true,
  })
  expect(await read(aReadablePdf(['one two']), 'pdf', 2)).toEqual(texts(['page 1', 'one two']))
})

test('what cannot be read says why', async () => {
  expect(await read(aReadablePdf(['', '']), 'pdf')).toEqual({ refused: 'no-text' })
  expect(await read(aLockedPdf(), 'pdf')).toEqual({ refused: 'password' })
  expect(await read(bytesOf('%PDF-1.7 nothing'), 'pdf')).toEqual({ refused: 'broken' })
  expect(await read(aBomb(), 'docx')).toEqual({ refused: 'bomb' })
  expect(await read(bytesOf('PK\u0003\u0004 nothing'), 'docx')).toEqual({ refused: 'broken' })
})

test('an entity of one’s own is never expanded', async () => {
  const bomb = '<!DOCTYPE w [<!ENTITY a "lol lol"><!ENTITY b "&a;&a;&a;">]>'
  const body = '<w:p><w:r><w:t>Plain &b; words</w:t></w:r></w:p>'
  const answer = await read(aWordZip({ 'word/document.xml': aWordBody(body, bomb) }), 'docx')
  expect(JSON.stringify(answer)).not.toContain('lol')
})
