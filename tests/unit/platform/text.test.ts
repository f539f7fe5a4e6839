import { describe, expect, test } from 'vitest'
import { line, partialDate, prose, webAddress } from '@/lib/platform/text'

const title = line({ label: 'The title', max: 10, required: 'Enter a title' })
const text = prose({ label: 'Context', max: 30_000, required: 'Write the context' })

describe('a line of text', () => {
  test.each([
    ['  Warm   homes ', 'Warm homes'],
    ['Warm\r\nhomes', 'Warm homes'],
    ['Dŵr\u00a0glân', 'Dŵr glân'],
    ['1234567890', '1234567890'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(title.parse(typed)).toBe(kept)
  })

  test.each([
    ['', 'Enter a title'],
    [' \t\n ', 'Enter a title'],
    [undefined, 'Enter a title'],
    [['a', 'b'], 'Enter a title'],
    ['12345678901', 'The title must be 10 characters or fewer. It has 11'],
    ['x'.repeat(1_200), 'The title must be 10 characters or fewer. It has 1,200'],
  ])('%j is refused in words', (typed, message) => {
    expect(messageOf(title, typed)).toBe(message)
  })

  test('it may be empty when it is not required', () => {
    expect(line({ label: 'Partners', max: 10 }).parse('  ')).toBe('')
  })
})

describe('characters that cannot be kept', () => {
  const control = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter(
    (c) => !/[\t\n\r]/.test(c),
  )

  test.each([...control, '\u007f', '\ufffe', '\uffff', '\ud83e', '\udd55'])('%j is refused', (character) => {
    const message = `The title contains a character that cannot be kept, such as a control character. Remove it`
    expect(messageOf(title, `a${character}b`)).toBe(message)
    expect(messageOf(text, `a${character}b`)).toContain('cannot be kept')
  })

  test('tabs, line ends, emoji and every language are kept in prose', () => {
    const kept = 'Tŷ\tdŵr 🥕\n👩‍🌾 Gàidhlig Ἑλλάς 中文 العربية'
    expect(text.parse(kept)).toBe(kept)
  })
})

describe('prose', () => {
  test('is kept as written but for line endings', () => {
    expect(text.parse('  a\r\n\r\n- b  \rc\n')).toBe('  a\n\n- b  \nc\n')
  })

  test.each([
    ['quotations in quotations', '>'.repeat(30_000), 'nested too deeply'],
    ['lists in quotations', '> - '.repeat(7_000), 'nested too deeply'],
    [
      'steps of a list',
      Array.from({ length: 170 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      'nested too deeply',
    ],
    ['half-closed stars', '**a*'.repeat(7_500), 'too many stars'],
    ['open brackets', '['.repeat(30_000), 'too many stars'],
    [
      'a wide and long table',
      `${'|a'.repeat(700)}\n${'|-'.repeat(700)}\n${'|\n'.repeat(9_000)}`,
      'table that is too large',
    ],
    ['rows of bars', `${'|'.repeat(29_000)}x`, null],
  ])('%s do not stop the site', (_, typed, words) => {
    const started = performance.now()
    const message = messageOf(text, typed)
    if (words) expect(message).toContain(`Context has`)
    expect(message ?? '').toContain(words ?? '')
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('what people write is far below those limits', () => {
    const table = `${'| a '.repeat(12)}|\n${'|---'.repeat(12)}|\n${`${'| £1,000 '.repeat(12)}|\n`.repeat(100)}`
    const links = '**Bold** and [a link](https://example.org) [1](#source-1). '.repeat(400)
    const list = '- a\n  - b\n    1. c\n       - d\n\n> > quoted\n\n---\n\n* * *\n'
    for (const written of [table, links, list]) expect(messageOf(text, written)).toBeNull()
  })
})

describe('web addresses', () => {
  test.each([
    'https://www.example.gov.uk/report',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/A?b=c&d=%20#e',
    'https://cy.example.cymru/tŷ',
    '',
  ])('%j is allowed', (address) => {
    expect(webAddress('The link').parse(address)).toBe(address)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.org',
    'file:///etc/passwd',
    '//example.org',
    '/report',
    'www.example.org',
    'https:example.org',
    'https://',
    'https://localhost',
    'https://user:secret@example.org',
    'https://www.example.gov.uk@evil.example',
    'https://exa mple.org',
    'blob:https://example.org/x',
    'https://.',
  ])('%j is refused', (address) => {
    expect(messageOf(webAddress('The link'), address)).toBe(
      'The link must be a full web address, like https://www.example.gov.uk/report',
    )
  })
})

describe('dates as far as they are known', () => {
  test.each(['', '2004', '2004-11', '2004-11-20', '2024-02-29', '1800'])('%j is allowed', (date) => {
    expect(partialDate('The date').parse(date)).toBe(date)
  })

  test.each([
    '04',
    '2004-13',
    '2004-00',
    '2004-02-30',
    '2023-02-29',
    '2004-11-31',
    '20/11/2004',
    '2004-1',
    '1799',
    '2004-11-20T10',
    'about 2004',
    '٢٠٠٤',
  ])('%j is refused', (date) => {
    expect(messageOf(partialDate('The date'), date)).toContain('must be')
  })
})

type Schema = {
  safeParse: (value: unknown) => { success: boolean; error?: { issues: { message: string }[] } }
}
function messageOf(schema: Schema, typed: unknown): string | null {
  return schema.safeParse(typed).error?.issues[0]?.message ?? null
}
