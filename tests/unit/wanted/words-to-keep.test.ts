import { describe, expect, test } from 'vitest'
import { markOf } from '@/lib/wanted/mark'
import { wordsToKeep } from '@/lib/wanted/words-to-keep'

process.env.AUTH_SECRET ||= 'only-for-tests-only-for-tests-only-for-tests'

describe('the words of a search as they are counted', () => {
  test.each([
    ['  Electric   REFUSE vehicles ', 'electric refuse vehicles'],
    ['Caffè & thé', 'caffe and the'],
    ['“school meals”', 'school meals'],
    ['LM3', 'lm3'],
    ['PCR 2015', 'pcr 2015'],
    ['Directive 2014/24', 'directive 2014 24'],
    ['zero-carbon homes', 'zero carbon homes'],
  ])('%s', (typed, words) => {
    expect(wordsToKeep(typed)).toBe(words)
  })

  test.each([
    ['an e-mail address', 'contact jane.smith@example.gov.uk'],
    ['an e-mail address with spaces', 'jane @ example'],
    ['a telephone number', '0191 496 0123'],
    ['a telephone number with its country', 'ring +44 (0)191-496-0123'],
    ['a telephone number among words', 'ring 07700900123 today'],
    ['a postcode', 'meals NE1 4LP'],
    ['a postcode without its space', 'meals sw1a1aa'],
    ['a postcode with a dash', 'NE1-4LP'],
    ['a National Insurance number', 'QQ 12 34 56 C'],
    ['more than six words', 'how do we buy food from farms'],
    ['more than 80 characters', `sustainable ${'x'.repeat(70)}`],
    ['words left out', 'meals -school'],
    ['one or two letters', 'me'],
    ['nothing', ' ?! '],
  ])('%s is never kept', (_what, typed) => {
    expect(wordsToKeep(typed)).toBeNull()
  })
})

describe('the mark of whoever searched', () => {
  const mark = (visitor: string, words = 'school meals') => markOf({ words, kind: 'none', visitor })
  const people = Array.from({ length: 2000 }, (_, number) => `10.0.${number >> 8}.${number & 255}`)

  test('is the same for the same person and words, and shared by many', () => {
    expect(mark('10.0.0.1')).toBe(mark('10.0.0.1'))
    const shared = people.filter((visitor) => mark(visitor) === mark('10.0.0.1'))
    expect(shared.length).toBeGreaterThan(2)
  })

  test('says nothing about other words', () => {
    const same = people.filter((visitor) => mark(visitor) === mark(visitor, 'vending machines'))
    expect(same.length).toBeLessThan(40)
  })

  test('takes the addresses of one household for one', () => {
    expect(mark('2001:db8:12:34::1')).toBe(mark('2001:0db8:0012:0034:aaaa:bbbb:cccc:dddd'))
    expect(mark('::ffff:10.0.0.9')).toBe(mark('10.0.0.9'))
    const others = [1, 2, 3, 4].map((part) => mark(`2001:db8:${part}::1`))
    expect(new Set(others).size).toBeGreaterThan(1)
  })
})
