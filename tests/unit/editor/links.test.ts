import { describe, expect, test } from 'vitest'
import { isAllowedHref, readHref } from '@/components/editor/links'
import { countWords } from '@/components/editor/words'

describe('addresses a person types', () => {
  test.each([
    ['https://www.example.org/a', 'https://www.example.org/a'],
    [' http://example.org ', 'http://example.org'],
    ['www.example.org/a_b', 'https://www.example.org/a_b'],
    ['gov.wales', 'https://gov.wales'],
    ['buyer@example.org', 'mailto:buyer@example.org'],
    ['mailto:buyer@example.org', 'mailto:buyer@example.org'],
    ['tel:+441234567890', 'tel:+441234567890'],
    ['#source-2', '#source-2'],
    ['/case-studies', '/case-studies'],
  ])('%s', (typed, href) => {
    expect(readHref(typed)).toEqual({ ok: true, href })
  })

  test.each([
    '',
    'two words',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//example.org',
    'report',
    'ftp://x.org',
    'https:',
    'https://',
    'file:///etc',
  ])('refuses %j in words', (typed) => {
    const answer = readHref(typed)
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^[A-Z].{10,}/) })
  })
})

test('links already in a text may also be relative', () => {
  expect(['../x', 'page', '?q=1', '#a', '/b'].every(isAllowedHref)).toBe(true)
  expect(
    ['JavaScript:x', ' javascript:x', '\u0001javascript:x', 'data:x', '//x.org'].some(isAllowedHref),
  ).toBe(false)
})

test('words are those a reader sees', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('The *big* [report](https://example.org/a-b "Title")')).toBe(3)
  expect(countWords('Tŷ’r dŵr, 12% o’r gost')).toBe(5)
  expect(countWords('- a\n- b\n\n[1]: /not-read')).toBe(2)
})
