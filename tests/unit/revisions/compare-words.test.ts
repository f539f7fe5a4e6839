import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { compareWords, type Segment } from '@/lib/revisions/compare-words'
import { size } from '../../support/size'
import { marked } from './marked'

const runs = size({ suite: 150, full: 5000 })
vi.setConfig({ testTimeout: 120_000 })

describe('words', () => {
  test.each([
    [
      'The council split the contract.',
      'The council split the food contract.',
      'The council split the +[food ]contract.',
    ],
    ['It fell by 12%.', 'It fell by 15%.', 'It fell by -[12%]+[15%].'],
    ['Worth £180k a year', 'Worth £212k a year', 'Worth -[£180k]+[£212k] a year'],
    ['It took 1,200.50 hours.', 'It took 1,300.50 hours.', 'It took -[1,200.50]+[1,300.50] hours.'],
    ['Tŷ dŵr oer', 'Tŷ dŵr cynnes', 'Tŷ dŵr -[oer]+[cynnes]'],
    ['the old red van', 'the new blue van', 'the -[old red]+[new blue] van'],
    ['a  b', 'a b', 'a-[  ]+[ ]b'],
    ['Same.', 'Same.', 'Same.'],
    ['', 'New', '+[New]'],
    ['Old', '', '-[Old]'],
  ])('from %j to %j', (older, newer, expected) => {
    expect(marked(compareWords(older, newer))).toBe(expected)
  })

  test('long texts with next to nothing in common replace one another whole', () => {
    const [older, newer] = [
      'The council bought heating oil from one national firm for eleven years.',
      'Every school now grows some of its own vegetables in a small garden.',
    ]
    expect(compareWords(older, newer)).toEqual([
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ])
  })

  test('when time is up, one text replaces the other', () => {
    expect(marked(compareWords('It fell by 12%.', 'It fell by 15%.', () => true))).toBe(
      '-[It fell by 12%.]+[It fell by 15%.]',
    )
  })

  test('beyond the most edits, equal sentences still stand', () => {
    const sentence = (seed: number) => (index: number) =>
      `${Array.from({ length: 20 }, (_, word) => `w${(index * 31 + word * 7 + seed) % 997}`).join(' ')}. `
    const kept = 'This sentence was not touched by anybody at all. '.repeat(60)
    const text = (seed: number) =>
      `${Array.from({ length: 60 }, (_, i) => sentence(seed)(i)).join('')}${kept}`
    const segments = compareWords(text(1), text(500))
    expect(segments.at(-1)).toEqual({ kind: 'same', text: expect.stringContaining(kept.trim()) })
    expect(textWithout('added', segments)).toBe(text(1))
    expect(textWithout('removed', segments)).toBe(text(500))
  })

  test('two long paragraphs without a word in common replace one another', () => {
    const text = (letter: string) => Array.from({ length: 5000 }, (_, i) => `${letter}${i}`).join(' ')
    expect(compareWords(text('a'), text('b'))).toEqual([
      { kind: 'removed', text: text('a') },
      { kind: 'added', text: text('b') },
    ])
  })
})

test('whatever is compared, both texts can be read back exactly', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'the',
    '£1',
    '2.5%',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '.',
    '🥕',
    'dŵr',
    '<ins>',
  )
  const text = fc.oneof(
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const segments = compareWords(older, newer)
      expect(textWithout('added', segments)).toBe(older)
      expect(textWithout('removed', segments)).toBe(newer)
    }),
    { numRuns: runs },
  )
})

function textWithout(kind: Segment['kind'], segments: Segment[]): string {
  return segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join('')
}
