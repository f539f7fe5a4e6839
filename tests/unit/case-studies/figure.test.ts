import { describe, expect, test } from 'vitest'
import { figureOf, scaleOf } from '@/components/case-studies/figure'
import { resultSentence, sourceNumbers } from '@/components/case-studies/words'

describe('a result is drawn only where it can be drawn honestly', () => {
  test.each([
    ['59p', '71.9p', { top: '80p', max: 80, before: 59, after: 71.9 }],
    ['12%', '15%', { top: '100%', max: 100, before: 12, after: 15 }],
    ['', 'At least 15%', { top: '100%', max: 100, before: null, after: 15 }],
    ['700', '20,000', { top: '20,000', max: 20_000, before: 700, after: 20_000 }],
    ['£1.2m', '£3 million', { top: '£4m', max: 4e6, before: 1.2e6, after: 3e6 }],
    ['£400k', '£1.1bn', { top: '£2bn', max: 2e9, before: 400_000, after: 1.1e9 }],
    ['0', '12', { top: '20', max: 20, before: 0, after: 12 }],
    ['€10', '€0', { top: '€10', max: 10, before: 10, after: 0 }],
  ])('from %j to %j', (before, after, scale) => {
    expect(scaleOf({ before, after })).toEqual(scale)
  })

  test.each([
    ['', '6 times'],
    ['', '£14m'],
    ['', 'Many more'],
    ['', '10p to 15p more'],
    ['', '120%'],
    ['40%', '£12'],
    ['59p', '£1'],
    ['none', '12'],
    ['2004: 12', '15'],
    ['', ''],
    ['1', 'two'],
  ])('from %j to %j is not drawn', (before, after) => {
    expect(scaleOf({ before, after })).toBeNull()
  })

  test('an empty before is no before', () => {
    expect(figureOf({ before: '', after: '51%' })).toEqual({ before: null, after: '51%' })
  })
})

describe('the headline result in a sentence', () => {
  test.each([
    [
      { before: '59p', after: '71.9p', unit: 'pence a meal', period: 'Pilot to 2006' },
      'Spend: from 59p to 71.9p (pence a meal), pilot to 2006.',
    ],
    [{ before: '', after: '51%', unit: '', period: '' }, 'Spend: 51%.'],
    [
      { before: '', after: '20,000 hens', unit: 'hens', period: 'Supplying since 2005' },
      'Spend: 20,000 hens, supplying since 2005.',
    ],
    [{ before: '', after: '15%', unit: '', period: 'November 2024' }, 'Spend: 15%, November 2024.'],
    [{ before: '', after: '15%', unit: '', period: 'NHS year 2020' }, 'Spend: 15%, NHS year 2020.'],
  ])('%j', (result, sentence) => {
    expect(resultSentence({ measure: 'Spend', ...result })).toBe(sentence)
  })

  test('a source is the numbers of links, or words', () => {
    expect(sourceNumbers('1, 3')).toEqual([1, 3])
    expect(sourceNumbers(' 12 ')).toEqual([12])
    for (const words of ['a report', '1 and 2', '', '1,', '12345']) expect(sourceNumbers(words)).toEqual([])
  })
})
