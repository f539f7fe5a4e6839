import { describe, expect, test } from 'vitest'
import {
  compareText,
  compareVersions,
  compareWords,
  type FieldSpec,
  type Segment,
} from '@/lib/revisions/compare'

type Page = { text: string; list: string[]; rows: { key: string; after: string }[] }
const SPECS: FieldSpec<Page>[] = [
  { kind: 'text', name: 'text', label: 'Text', read: ({ text }) => text },
  { kind: 'list', name: 'list', label: 'List', read: ({ list }) => list },
  {
    kind: 'rows',
    name: 'rows',
    label: 'Rows',
    read: ({ rows }) =>
      rows.map(({ key, after }) => ({
        key,
        cells: [
          { label: 'What', text: key },
          { label: 'After', text: after },
        ],
      })),
  },
]
const PAGE: Page = {
  text: 'One.',
  list: ['a', 'b', 'c'],
  rows: [
    { key: 'Spend', after: '40%' },
    { key: 'Jobs', after: '12' },
  ],
}
const changed = (change: Partial<Page>) => compareVersions(SPECS, PAGE, { ...PAGE, ...change })

describe('words', () => {
  test('added and removed words are marked, the rest is not', () => {
    expect(
      marked(compareWords('The council split the contract.', 'The council split the food contract.')),
    ).toBe('The council split the +[food ]contract.')
    expect(marked(compareWords('It fell by 12%.', 'It fell by 15%.'))).toBe('It fell by -[12]+[15]%.')
  })

  test('the older text can be read from what is not added, the newer from what is not removed', () => {
    for (const [older, newer] of PAIRS) {
      const segments = compareWords(older, newer)
      expect(textWithout('added', segments)).toBe(older)
      expect(textWithout('removed', segments)).toBe(newer)
    }
  })

  test('two long paragraphs without a word in common replace one another, quickly', () => {
    const text = (seed: number) =>
      Array.from({ length: 5000 }, (_, i) => `w${(i * 7919 + seed * 104_729) % 5003}`).join(' ')
    const started = performance.now()
    expect(compareWords(text(1), text(2))).toEqual([
      { kind: 'removed', text: text(1) },
      { kind: 'added', text: text(2) },
    ])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

const PAIRS: [string, string][] = [
  ['', 'New'],
  ['Old', ''],
  ['a  b\nc', 'a b\n\nc'],
  ['Tŷ dŵr', 'Tŷ y dŵr 🥕'],
  ['<script>x</script>', '<b>x</b>'],
  ['a b c d e', 'e d c b a'],
]

describe('paragraphs', () => {
  test('only those that changed are changed', () => {
    const paragraphs = compareText('One.\n\nTwo is here.\n\nThree.', 'One.\n\nTwo was here.\n\nThree.')
    expect(paragraphs.map(({ kind, segments }) => `${kind}: ${marked(segments)}`)).toEqual([
      'same: One.',
      'changed: Two -[is]+[was] here.',
      'same: Three.',
    ])
  })

  test('one that was put in or taken out stands alone', () => {
    expect(
      compareText('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.').map(({ segments }) => marked(segments)),
    ).toEqual(['One.', '+[Two.]', 'Three.'])
    expect(compareText('One.\n\nTwo.', 'Two.').map(({ segments }) => marked(segments))).toEqual([
      '-[One.]',
      'Two.',
    ])
  })

  test('each item of a list is a paragraph of its own', () => {
    const kinds = compareText('- a\n- b\n- c', '- a\n- B\n- c').map(({ kind }) => kind)
    expect(kinds).toEqual(['same', 'changed', 'same'])
  })

  test('two texts of thousands of paragraphs finish', () => {
    const text = (letter: string) => Array.from({ length: 7000 }, (_, i) => `${letter}${i % 10}`).join('\n\n')
    const started = performance.now()
    expect(compareText(text('a'), text('b'))).toHaveLength(7000)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('lists', () => {
  test.each([
    [['a', 'b', 'c'], [], []],
    [['a', 'b', 'c', 'd'], ['d'], []],
    [['a', 'c'], [], ['b']],
    [['a', 'B', 'c'], ['B'], ['b']],
    [['a', 'b', 'c', 'c'], ['c'], []],
    [['c', 'a', 'b'], ['c'], ['c']],
  ])('to %j', (list, added, removed) => {
    const field = changed({ list }).fields[0]
    if (added.length + removed.length === 0) expect(field).toBeUndefined()
    else expect(field).toMatchObject({ kind: 'list', added, removed, changes: added.length + removed.length })
  })
})

describe('rows', () => {
  test('equal rows are counted, others are shown cell by cell', () => {
    const field = changed({
      rows: [
        { key: 'Spend', after: '49%' },
        { key: 'Jobs', after: '12' },
      ],
    }).fields[0]
    expect(field).toMatchObject({ kind: 'rows', changes: 1, unchanged: 1 })
    expect(rowsOf(field)).toEqual(['changed: What Spend; After -[40]+[49]%'])
  })

  test('a row put in and a row taken out', () => {
    const field = changed({
      rows: [
        { key: 'Spend', after: '40%' },
        { key: 'Trees', after: '' },
      ],
    }).fields[0]
    expect(rowsOf(field)).toEqual(['added: What +[Trees]', 'removed: What -[Jobs]; After -[12]'])
  })

  test('a change of order is a change: the first result is the headline', () => {
    const field = changed({ rows: [...PAGE.rows].reverse() }).fields[0]
    expect(field).toMatchObject({ changes: 1, unchanged: 1 })
    expect(rowsOf(field)[0]).toMatch(/^changed: Place in the list -\[\d\]\+\[\d\]; /)
  })

  test('two rows of the same name are two rows', () => {
    const rows = [
      { key: 'Spend', after: '40%' },
      { key: 'Spend', after: '49%' },
    ]
    expect(compareVersions(SPECS, { ...PAGE, rows }, { ...PAGE, rows }).changes).toBe(0)
    const field = compareVersions(SPECS, { ...PAGE, rows }, { ...PAGE, rows: rows.slice(0, 1) }).fields[0]
    expect(rowsOf(field)).toEqual(['removed: What -[Spend]; After -[49%]'])
  })
})

test('a comparison counts what changed and leaves equal fields out', () => {
  expect(changed({ text: 'One and two.', list: ['a', 'b'] })).toMatchObject({
    fields: [{ name: 'text' }, { name: 'list' }],
    changes: 2,
    wordsAdded: 2,
    wordsRemoved: 1,
  })
  expect(changed({})).toEqual({ fields: [], changes: 0, wordsAdded: 0, wordsRemoved: 0 })
})

function rowsOf(field: unknown): string[] {
  const { rows } = field as { rows: { kind: string; cells: { label: string; segments: Segment[] }[] }[] }
  return rows.map(
    ({ kind, cells }) =>
      `${kind}: ${cells.map(({ label, segments }) => `${label} ${marked(segments)}`).join('; ')}`,
  )
}

function marked(segments: Segment[]): string {
  const signs = { same: '', added: '+', removed: '-' }
  return segments.map(({ kind, text }) => (kind === 'same' ? text : `${signs[kind]}[${text}]`)).join('')
}

function textWithout(kind: Segment['kind'], segments: Segment[]): string {
  return segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join('')
}
