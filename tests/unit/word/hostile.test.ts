import { expect, test } from 'vitest'
import * as limits from '@/lib/media/limits'
import { read } from '@/lib/word/programs/reading.mjs'
import type { WordRefusal } from '@/lib/word/refusals'
import * as files from '../../support/files'
import { placedHere } from '../../support/word'

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const file = (body: string, prolog = '') =>
  files.aWordZip({ 'word/document.xml': files.aWordBody(body, prolog) })
const entity = (target: string) => `<!DOCTYPE w [<!ENTITY x ${target}>]>`
const laughs =
  '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

const refusals: [string, WordRefusal, () => Uint8Array | Promise<Uint8Array>][] = [
  [
    'an entity that names a file',
    'broken',
    () => file(`<w:p>${run('&x;')}</w:p>`, entity('SYSTEM "file:///etc/passwd"')),
  ],
  ['entities that grow', 'broken', () => file(`<w:p>${run('&c;')}</w:p>`, laughs)],
  [
    'an entity in a part beside the text',
    'broken',
    () => files.aWordZip({ 'word/header1.xml': entity('"x"') }),
  ],
  [
    'words put in with tracking',
    'tracked',
    () => file(`<w:p><w:ins w:id="1" w:author="A">${run('new')}</w:ins></w:p>`),
  ],
  [
    'words taken out with tracking',
    'tracked',
    () => file('<w:p><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'),
  ],
  ['a bomb', 'bomb', () => files.aBomb()],
  ['macros', 'macros', () => files.aWordZip({ 'word/vbaProject.bin': 'x' })],
  ['another kind of office file', 'not-word', () => files.anOpenDocument('text')],
  ['half a file', 'broken', () => files.aWordZip().subarray(0, 400)],
  ['no text in it', 'broken', () => files.aWordZip({ 'word/document.xml': 'not XML' })],
]

test.each(refusals)('%s is refused: %s', async (_, reason, make) => {
  const answer = await read(Buffer.from(await make()), limits, 'picture-').catch(() => ({
    refused: 'broken',
  }))
  expect(answer).toEqual({ refused: reason })
})

test('links that a page may not have keep their address as words, and HTML stays words', async () => {
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>'
  const link = `<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r9">${run('press')}</w:hyperlink>`
  const body = files.aWordBody(`<w:p>${run('&lt;script&gt;alert(1)&lt;/script&gt; ')}${link}</w:p>`)
  const { fields, tray } = await placedHere(
    files.aWordZip({ 'word/document.xml': body, 'word/_rels/document.xml.rels': rels }),
  )
  expect([fields, tray]).toEqual([{ title: '<script>alert(1)</script> press (javascript:alert(1))' }, []])
})

test('words in forms that the reader does not know wait in the tray', async () => {
  const odd = `<w:p>${run('Known words.')}</w:p><w:strange><w:p>${run('Words in a strange place')}</w:p></w:strange>`
  const { tray } = await placedHere(file(odd))
  expect(tray.join('\n')).toContain('Words in a strange place')
})
