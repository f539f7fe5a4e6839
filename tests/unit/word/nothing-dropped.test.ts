import * as docx from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { size } from '../../support/size'
import { placedHere } from '../../support/word'

// Every paragraph holds a word that no other has, and is looked for in the fields and the tray together.
type Part =
  | { is: 'paragraph' | 'bold' | 'link' | 'footnote' | 'comment' | 'tabbed'; text: string }
  | { is: 'heading'; text: string; level: number }
  | { is: 'list'; items: { text: string; level: number }[] }
  | { is: 'table'; rows: string[][] }

const SIGNS = [
  '',
  '*',
  '_x_',
  '# ',
  '1. ',
  '- ',
  '> ',
  '<b>',
  '[a](b)',
  '| ',
  '`',
  '&amp;',
  '~~',
  '\\',
  'ŵŷ',
  '😀',
]
const KNOWN = [
  'Background',
  'The challenge',
  'What we did',
  'The solution',
  'Results',
  'Next steps',
  'Lessons learned',
  'Summary',
  'Organisation',
  'Gaps',
]

const words = fc
  .tuple(fc.constantFrom(...SIGNS), fc.integer({ min: 1, max: 20 }))
  .map(([sign, many]) => `${sign}${'many words '.repeat(many)}${sign}`)
const heading = fc.oneof(fc.constantFrom(...KNOWN), words)
const level = fc.integer({ min: 1, max: 4 })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    is: fc.constantFrom(
      'paragraph' as const,
      'bold' as const,
      'link' as const,
      'footnote' as const,
      'comment' as const,
      'tabbed' as const,
    ),
    text: words,
  }),
  fc.record({ is: fc.constant('heading' as const), text: heading, level }),
  fc.record({
    is: fc.constant('list' as const),
    items: fc.array(fc.record({ text: words, level: fc.integer({ min: 0, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    is: fc.constant('table' as const),
    rows: fc.integer({ min: 1, max: 3 }).chain((columns) =>
      fc.array(fc.array(heading, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
  }),
)

/** A Word file of these parts, and the words that must be found again, each once. */
async function aWordFile(parts: Part[]) {
  const marks: string[] = []
  const footnotes: Record<string, { children: docx.Paragraph[] }> = {}
  const comments: docx.ICommentOptions[] = []
  const marked = (text: string) => {
    marks.push(`q${marks.length + 1}z`)
    return `${marks.at(-1)} ${text}`
  }
  // A known heading stays as it is, so that it is known.
  const headed = (text: string) => (KNOWN.includes(text) ? text : marked(text))
  const children = parts.flatMap((one) => blocksOf(one, { marked, headed, footnotes, comments }))
  const header = new docx.Header({ children: [new docx.Paragraph(marked('header'))] })
  const file = new docx.Document({
    footnotes,
    comments: { children: comments },
    sections: [{ headers: { default: header }, children }],
  })
  return { bytes: await docx.Packer.toBuffer(file), marks }
}

type Making = {
  marked: (text: string) => string
  headed: (text: string) => string
  footnotes: Record<string, { children: docx.Paragraph[] }>
  comments: docx.ICommentOptions[]
}

function blocksOf(
  one: Part,
  { marked, headed, footnotes, comments }: Making,
): (docx.Paragraph | docx.Table)[] {
  if (one.is === 'heading')
    return [new docx.Paragraph({ text: headed(one.text), heading: `Heading${one.level}` as never })]
  if (one.is === 'list')
    return one.items.map(({ text, level }) => new docx.Paragraph({ text: marked(text), bullet: { level } }))
  if (one.is === 'table') {
    const cell = (text: string) =>
      new docx.TableCell({
        children: [new docx.Paragraph(headed(text)), new docx.Paragraph(marked('second'))],
      })
    return [
      new docx.Table({ rows: one.rows.map((cells) => new docx.TableRow({ children: cells.map(cell) })) }),
    ]
  }
  const text = marked(one.text)
  const run = new docx.TextRun({ text, bold: one.is === 'bold' })
  if (one.is === 'link')
    return [
      new docx.Paragraph({
        children: [
          run,
          new docx.ExternalHyperlink({
            link: 'https://example.org/',
            children: [new docx.TextRun(marked('link'))],
          }),
        ],
      }),
    ]
  if (one.is === 'tabbed')
    return [
      new docx.Paragraph({
        children: [run, new docx.TextRun({ children: [new docx.Tab(), marked('tab')] })],
      }),
    ]
  if (one.is === 'footnote') {
    const id = Object.keys(footnotes).length + 1
    footnotes[id] = { children: [new docx.Paragraph(marked('note'))] }
    return [new docx.Paragraph({ children: [run, new docx.FootnoteReferenceRun(id)] })]
  }
  if (one.is === 'comment') {
    const id = comments.length
    comments.push({ id, author: 'A', date: new Date(0), children: [new docx.Paragraph(marked('remark'))] })
    return [
      new docx.Paragraph({
        children: [run, new docx.TextRun({ children: [new docx.CommentReference(id)] })],
      }),
    ]
  }
  return [new docx.Paragraph({ children: [run] })]
}

function timesIn(text: string, mark: string): number {
  return text.split(new RegExp(`(?<![a-z0-9])${mark}(?![a-z0-9])`)).length - 1
}

test('every paragraph of a Word file is in a field or in the tray, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 14 }), async (parts) => {
      const { bytes, marks } = await aWordFile(parts)
      const { fields, tray } = await placedHere(bytes)
      const all = [...Object.values(fields), ...tray].join('\n\n')
      expect(marks.filter((mark) => timesIn(all, mark) !== 1)).toEqual([])
      const written = parts.flatMap((one) =>
        one.is === 'heading' && KNOWN.includes(one.text) ? [] : 'text' in one ? [one.text] : [],
      )
      expect(written.filter((text) => !letters(all).includes(letters(text)))).toEqual([])
    }),
    { numRuns: size({ suite: 40, full: 1000 }) },
  )
}, 600_000)

function letters(text: string): string {
  return text
    .replace(/&amp;/g, 'amp')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
