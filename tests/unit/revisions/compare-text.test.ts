import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { piecesOf } from '@/lib/revisions/compare-pieces'
import { compareText, textOf } from '@/lib/revisions/compare-text'
import { size } from '../../support/size'
import { markedText } from './marked'

const runs = size({ suite: 150, full: 5000 })
vi.setConfig({ testTimeout: 120_000 })

const between = (older: string[], newer: string[]) =>
  markedText(compareText(older.join('\n\n'), newer.join('\n\n')))

const HENS = 'Two thousand hens were kept by one egg supplier.'
const COST = 'Ingredients cost more for each meal than before.'
const GOLD = 'In 2008 it was the first council with the gold award.'

describe('paragraphs', () => {
  test('only those that changed are changed', () => {
    expect(between(['One.', 'Two is here.', 'Three.'], ['One.', 'Two was here.', 'Three.'])).toEqual([
      'same: One.',
      'changed: Two -[is]+[was] here.',
      'same: Three.',
    ])
  })

  test('one that was put in or taken out stands alone', () => {
    expect(between(['One.', 'Three.'], ['One.', 'Two.', 'Three.'])).toEqual([
      'same: One.',
      'changed: +[Two.]',
      'same: Three.',
    ])
    expect(between(['One.', 'Two.'], ['Two.'])).toEqual(['changed: -[One.]', 'same: Two.'])
  })

  test('a revised one stands beside its like, not beside its neighbour', () => {
    expect(between([HENS], [COST, `${HENS} They were happy.`])).toEqual([
      `changed: +[${COST}]`,
      `changed: ${HENS}+[ They were happy.]`,
    ])
  })

  test('each item of a list is a paragraph of its own', () => {
    expect(markedText(compareText('- a\n- b\n- c', '- a\n- B\n- c'))).toEqual([
      'same: - a',
      'changed: - -[b]+[B]',
      'same: - c',
    ])
  })

  test('blank space between paragraphs is kept apart from their words', () => {
    const paragraphs = compareText('One.\n\nTwo.', 'One.\n\n\nTwo.\n')
    expect(markedText(paragraphs)).toEqual(['same: One.', 'same: Two.'])
    expect(paragraphs[1]?.gap).toEqual([
      { kind: 'removed', text: '\n\n' },
      { kind: 'added', text: '\n\n\n' },
    ])
  })
})

describe('moved paragraphs', () => {
  test('one that moved up is shown at its new place and noted at its old one', () => {
    expect(between([HENS, COST, GOLD], [GOLD, HENS, COST])).toEqual([
      `moved up: ${GOLD}`,
      `same: ${HENS}`,
      `same: ${COST}`,
      `left up: -[${GOLD}]`,
    ])
  })

  test('one that moved down', () => {
    expect(between([HENS, COST, GOLD], [COST, GOLD, HENS])).toEqual([
      `left down: -[${HENS}]`,
      `same: ${COST}`,
      `same: ${GOLD}`,
      `moved down: ${HENS}`,
    ])
  })

  test('words that changed on the way are marked', () => {
    expect(between([HENS, COST, 'Three.'], [COST, 'Three.', HENS.replace('one', 'an')])).toEqual([
      `left down: -[${HENS}]`,
      `same: ${COST}`,
      'same: Three.',
      'moved down: Two thousand hens were kept by -[one]+[an] egg supplier.',
    ])
  })

  test('one that was only copied has not moved', () => {
    expect(between([HENS, COST], [HENS, COST, HENS])).toEqual([
      `same: ${HENS}`,
      `same: ${COST}`,
      `changed: +[${HENS}]`,
    ])
  })
})

describe('split and joined paragraphs', () => {
  test('one cut in two loses nothing and gains a break', () => {
    expect(between(['Start.', `${HENS} ${COST}`, 'End.'], ['Start.', HENS, COST, 'End.'])).toEqual([
      'same: Start.',
      `split: ${HENS}-[ ]+[\n\n]${COST}`,
      'same: End.',
    ])
  })

  test('two made into one', () => {
    expect(between([HENS, COST], [`${HENS} ${COST}`])).toEqual([`joined: ${HENS}-[\n\n]+[ ]${COST}`])
  })

  test('a word changed while cutting is marked', () => {
    expect(between([`${HENS} ${COST}`], [HENS, COST.replace('more', 'less')])).toEqual([
      `split: ${HENS}-[ ]+[\n\n]Ingredients cost -[more]+[less] for each meal than before.`,
    ])
  })

  test('an addition after a paragraph is not a split', () => {
    expect(between([HENS], [HENS, GOLD])).toEqual([`same: ${HENS}`, `changed: +[${GOLD}]`])
  })
})

test('two texts of thousands of paragraphs without a thing in common are shown one after the other', () => {
  const text = (letter: string) => Array.from({ length: 7000 }, (_, i) => `${letter}${i % 10}`).join('\n\n')
  const paragraphs = compareText(text('a'), text('b'))
  expect(textOf(paragraphs, 'older')).toBe(text('a'))
  expect(textOf(paragraphs, 'newer')).toBe(text('b'))
})

test('in a text with more changes than can be looked at one by one, what is the same is found', () => {
  const text = (turn: number) =>
    Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0 ? `Paragraph ${i} stays.` : `x${i * turn} y${i * turn}`,
    )
  const paragraphs = compareText(text(1).join('\n\n'), text(7).join('\n\n'))
  const same = paragraphs.filter(({ kind }) => kind === 'same').length
  expect(same).toBeGreaterThanOrEqual(1000)
})

describe('whatever is compared', () => {
  const paragraph = fc.constantFrom(
    HENS,
    COST,
    GOLD,
    `${HENS} ${COST}`,
    'One.',
    '- item',
    '',
    '  code',
    '1. first',
    '---',
  )
  const gap = fc.constantFrom('\n\n', '\n', '\n\n\n', '\n \n', ' ')
  const text = fc
    .array(fc.tuple(gap, paragraph), { maxLength: 12 })
    .map((parts) => parts.map(([space, words]) => space + words).join(''))
  const anything = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )

  test('the pieces in a row are the text', () => {
    fc.assert(
      fc.property(anything, (whole) => {
        expect(
          piecesOf(whole)
            .map(({ gap: space, text: words }) => space + words)
            .join(''),
        ).toBe(whole)
      }),
      { numRuns: runs },
    )
  })

  test('both texts can be read back exactly, in haste too', () => {
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (older, newer, late) => {
        const paragraphs = compareText(older, newer, () => late)
        expect(textOf(paragraphs, 'older')).toBe(older)
        expect(textOf(paragraphs, 'newer')).toBe(newer)
      }),
      { numRuns: runs },
    )
  })

  test('what has moved away has come to one other place, with the same words', () => {
    fc.assert(
      fc.property(anything, anything, (older, newer) => {
        const paragraphs = compareText(older, newer)
        const arrived = paragraphs.filter(({ kind }) => kind === 'moved')
        const left = paragraphs.filter(({ kind }) => kind === 'left')
        const before = (key: string | undefined) =>
          arrived
            .filter(({ move }) => move?.key === key)
            .map(({ segments }) =>
              segments
                .filter(({ kind }) => kind !== 'added')
                .map(({ text: words }) => words)
                .join(''),
            )
        expect(arrived).toHaveLength(left.length)
        for (const { move, segments } of left) expect(before(move?.key)).toEqual([segments[0]?.text])
      }),
      { numRuns: runs },
    )
  })

  test('equal texts have nothing marked', () => {
    fc.assert(
      fc.property(anything, (whole) => {
        expect(compareText(whole, whole).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })
})

test('a text of a hundred thousand one-word paragraphs is compared in larger pieces and stays exact', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => `word${index}`)
  const [older, newer] = [
    words.join('\n\n'),
    [...words.slice(0, 50_000), 'new', ...words.slice(50_000)].join(' '),
  ]
  const paragraphs = compareText(older, newer, () => true)
  expect(paragraphs.length).toBeLessThan(20_000)
  expect([textOf(paragraphs, 'older'), textOf(paragraphs, 'newer')]).toEqual([older, newer])
})
