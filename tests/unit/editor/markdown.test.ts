// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { type Opened, openMarkdown } from '@/components/editor/markdown/open'
import { ALL, HELD, KEPT } from './documents'
import { pageOf } from './page'

const ADDED = { type: 'paragraph', content: [{ type: 'text', text: 'Added by hand.' }] }

// What must be closed before something can follow.
const ENDS: Record<string, string> = { 'unclosed fence': '\n```' }

test('enough documents to promise anything', () => {
  expect(Object.keys(ALL).length).toBeGreaterThanOrEqual(150)
})

describe('P07: any Markdown', () => {
  test.each(Object.entries(ALL))('%s: unchanged, it keeps every byte', (_name, markdown) => {
    const opened = open(markdown)
    expect(opened.write(opened.document)).toBe(markdown)
  })

  test.each(Object.entries(ALL))('%s: a paragraph added below changes no byte of it', (name, markdown) => {
    const opened = open(markdown)
    const written = opened.write({ type: 'doc', content: [...content(opened), ADDED] })
    const rest = written.replace(/Added by hand\.(\s*)$/, '').trim()
    expect(rest).toBe(`${markdown.replace(/\r(?!\n)/g, '\n').trim()}${ENDS[name] ?? ''}`)
  })
})

describe('Markdown the buttons can hold', () => {
  test.each(Object.entries(HELD))('%s: no block of source but for addresses', (_name, markdown) => {
    const kept = content(open(markdown)).filter(({ type }) => type === 'source')
    expect(kept.filter(({ content: [text] = [] }) => !/^ {0,3}\[.+\]:/.test(text?.text ?? ''))).toEqual([])
  })

  test.each(Object.entries(HELD))(
    '%s: a paragraph added above leaves the page as it was',
    (_name, markdown) => {
      const opened = open(markdown)
      const edited = { type: 'doc', content: [ADDED, ...content(opened)] }
      expect(pageOf(opened.write(edited))).toBe(`<p>Added by hand.</p>${pageOf(markdown)}`)
    },
  )

  test.each(Object.entries(HELD))(
    '%s: written out in full it reads the same, and again',
    (_name, markdown) => {
      const opened = open(markdown)
      const fresh = open('').write(opened.document)
      expect(pageOf(fresh)).toBe(pageOf(markdown))
      const again = open(fresh)
      expect(again.document).toEqual(opened.document)
      expect(open('').write(again.document)).toBe(fresh)
    },
  )
})

describe('Markdown the buttons cannot hold is kept as a block of source', () => {
  test.each(Object.entries(KEPT))('%s', (_name, markdown) => {
    const opened = open(`Before\n\n${markdown}\n\nAfter`)
    const nodes = content(opened)
    expect(nodes.some(({ type }) => type === 'source')).toBe(true)
    expect(nodes[0]?.type).toBe('paragraph')
    const edited = { type: 'doc', content: [ADDED, ...nodes] }
    expect(opened.write(edited)).toBe(`Added by hand.\n\nBefore\n\n${markdown}\n\nAfter`)
  })

  test('its own text can be changed, and the rest stays', () => {
    const opened = open('_One_\n\n<div>x</div>\n\n* Two')
    const [first, , last] = content(opened)
    const source = { type: 'source', content: [{ type: 'text', text: '<div>y</div>' }] }
    expect(opened.write({ type: 'doc', content: [first ?? {}, source, last ?? {}] })).toBe(
      '_One_\n\n<div>y</div>\n\n* Two',
    )
  })
})

describe('a change inside a block', () => {
  test.each([
    ['_Old_ and __more__\nover two lines', 'Old', 'New', '_New_ and __more__\nover two lines'],
    ['Title of\nold\n=====', 'old', 'new', 'Title of\nnew\n====='],
    ['* one\n+ two', 'two', 'three', '* one\n+ three'],
    ['* one\n* two\n  still two', 'still', 'ever', '* one\n* two\n  ever two'],
    ['1) one\n1) two', 'two', 'three', '1) one\n1) three'],
    ['a|b\n-|-\n1|2', '2', '3', 'a|b\n-|-\n1|3'],
    ['See [the report][r] now.\n\n[r]: /x', 'now', 'then', 'See [the report][r] then.\n\n[r]: /x'],
    ['~~~ js\nold()\n~~~', 'old', 'next', '~~~ js\nnext()\n~~~'],
    ['> lazy\nwords here', 'words', 'lines', '> lazy\nlines here'],
    ['One\r\n\r\n_Two_ old\r\nthree\r\n', 'old', 'new', 'One\r\n\r\n_Two_ new\r\nthree\r\n'],
  ])('%j: %s becomes %s and nothing else', (markdown, from, to, expected) => {
    const opened = open(markdown)
    const edited = JSON.parse(JSON.stringify(opened.document).replace(from, to))
    expect(opened.write(edited)).toBe(expected)
  })

  test('taking an address away writes it into the links that used it', () => {
    const opened = open('See [it][r].\n\n_Beside._\n\n[r]: /x')
    const edited = { type: 'doc', content: content(opened).slice(0, -1) }
    expect(opened.write(edited)).toBe('See [it](/x).\n\n_Beside._')
  })
})

function open(markdown: string): Opened {
  const opened = openMarkdown(markdown)
  if (!opened) throw new Error('refused')
  return opened
}

function content(opened: Opened) {
  return (opened.document.content ?? []).filter((node) => node.type !== 'paragraph' || node.content?.length)
}
