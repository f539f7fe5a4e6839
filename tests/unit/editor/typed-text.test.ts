// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { openMarkdown } from '@/components/editor/markdown/open'
import { pageOf } from './page'

const STARTS = [
  '# ',
  '## ',
  '1. ',
  '1) ',
  '1986. ',
  '- ',
  '+ ',
  '* ',
  '> ',
  '---',
  '===',
  '***',
  '| - |',
  '[a]: b',
  '[ ] ',
  '```',
  '~~~',
  '    ',
  '<b>',
  '&amp;',
  '\\',
  '',
]
const WORDS = [
  'a',
  'b_c',
  '_d_',
  '*',
  '**e**',
  '`f`',
  '[g]',
  '[h](i)',
  '![j](k)',
  '<l',
  '&copy;',
  '&',
  '~m~',
  '~~n~~',
  'o|p',
  '\\q',
  '\\',
  '#',
  'ŵ.',
  '(r)',
  '“s”',
  'https://x.org/t_u_v',
  'w@x.org',
  '!',
  '^',
  '[^1]',
  ': ',
  '5 < 6',
]
const MARKS = ['bold', 'italic', 'strike', 'code']

describe('text typed into the editor is read as that text', () => {
  test.each(STARTS)('a paragraph that starts with %j', (start) => {
    const typed = `${start}item`
    expect(shown(saved([{ type: 'text', text: typed }]))).toBe(`<p>${escaped(typed)}</p>`)
    expect(
      shown(saved([{ type: 'text', text: 'x' }, { type: 'hardBreak' }, { type: 'text', text: typed }])),
    ).toBe(`<p>x<br>${escaped(typed)}</p>`)
  })

  test('a line of marks alone', () => {
    for (const typed of ['#', '-', '1.', '---', '--- | ---', '|', '=', '**', '_', '>', '+', '~~~', '```']) {
      expect(shown(saved([{ type: 'text', text: typed }]))).toBe(`<p>${escaped(typed)}</p>`)
    }
  })

  test('a table-like pair of lines', () => {
    const page = shown(
      saved([{ type: 'text', text: 'a | b' }, { type: 'hardBreak' }, { type: 'text', text: '--- | ---' }]),
    )
    expect(page).toBe('<p>a | b<br>--- | ---</p>')
  })
})

describe('any words with any marks', () => {
  const random = seeded(20261122)
  test.each(Array.from({ length: 20 }, (_, index) => index))('run %i', () => {
    for (let count = 0; count < 25; count += 1) check(random)
  })
})

function check(random: () => number) {
  const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)] as T
  const nodes = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const text = `${pick(['', '', ' '])}${pick(WORDS)}${pick(['', ' ', '.', 'z'])}`
    const marks = MARKS.filter(() => random() < 0.25).map((type) => ({ type }))
    const code = marks.find(({ type }) => type === 'code')
    return { type: 'text', text, marks: code ? [code] : marks }
  })
  const typed = nodes.map(({ text }) => text).join('')
  const markdown = saved(nodes)
  expect(words(pageOf(markdown)), JSON.stringify({ nodes, markdown })).toBe(words(escaped(typed)))
}

function saved(content: object[]) {
  const opened = openMarkdown('')
  return opened?.write({ type: 'doc', content: [{ type: 'paragraph', content }] }) ?? ''
}

function shown(markdown: string) {
  return pageOf(markdown).replace(/<a [^>]*>|<\/a>/g, '')
}

function words(html: string) {
  return html
    .replace(/<\/?(?:p|strong|em|del|code|a)\b[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function escaped(text: string) {
  return text
    .replace(/&/g, '&#x26;')
    .replace(/</g, '&#x3C;')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
