import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { compareVersions, type FieldChange, type FieldSpec } from '@/lib/revisions/compare'
import { textOf } from '@/lib/revisions/compare-text'
import { size } from '../../support/size'
import { markedText } from './marked'

const runs = size({ suite: 150, full: 5000 })
vi.setConfig({ testTimeout: 120_000 })

type Page = { text: string; more: string; value: string; list: string[] }
const SPECS: FieldSpec<Page>[] = [
  { kind: 'text', name: 'text', label: 'Text', read: ({ text }) => text },
  { kind: 'facts', name: 'facts', label: 'Facts', read: ({ value }) => [{ label: 'Value', text: value }] },
  { kind: 'text', name: 'more', label: 'More', read: ({ more }) => more },
  { kind: 'list', name: 'list', label: 'List', read: ({ list }) => list },
]
const PAGE: Page = { text: 'One.', more: 'Two.', value: '£180k', list: ['a', 'b', 'c'] }
const changed = (change: Partial<Page>) => compareVersions(SPECS, PAGE, { ...PAGE, ...change })

describe('lists', () => {
  test.each([
    [['a', 'b', 'c'], [], []],
    [['a', 'b', 'c', 'd'], ['d'], []],
    [['a', 'c'], [], ['b']],
    [['a', 'B', 'c'], ['B'], ['b']],
    [['a', 'b', 'c', 'c'], ['c'], []],
    [
      ['d', 'e'],
      ['d', 'e'],
      ['a', 'b', 'c'],
    ],
  ])('to %j', (list, added, removed) => {
    const field = changed({ list }).fields[0]
    if (added.length + removed.length === 0) expect(field).toBeUndefined()
    else expect(field).toMatchObject({ kind: 'list', added, removed, changes: 1 })
  })
})

test('a comparison counts and numbers what changed in reading order, and leaves equal fields out', () => {
  expect(changed({ text: 'One and two.', value: '£212k', list: ['a', 'b'] })).toMatchObject({
    fields: [
      { name: 'text', changes: 1, paragraphs: [{ change: 1 }] },
      { name: 'facts', changes: 1, cells: [{ change: 2, older: '£180k', newer: '£212k' }] },
      { name: 'list', changes: 1, change: 3 },
    ],
    changes: 3,
    wordsAdded: 3,
    wordsRemoved: 2,
  })
  expect(changed({})).toEqual({ fields: [], changes: 0, wordsAdded: 0, wordsRemoved: 0 })
})

test('a change of nothing but blank space is a change', () => {
  expect(changed({ text: 'One.\n' })).toMatchObject({
    fields: [{ name: 'text', spacing: true, changes: 1, change: 1 }],
    changes: 1,
    wordsAdded: 0,
  })
})

describe('a paragraph that moved to another field', () => {
  const long = 'In 2008 it was the first Scottish council with the gold award for its meals.'
  const older = { ...PAGE, text: `One.\n\n${long}` }
  const newer = { ...PAGE, more: `Two.\n\n${long}` }

  test('is shown once, counted once, and noted where it stood', () => {
    const { fields, changes, wordsAdded, wordsRemoved } = compareVersions(SPECS, older, newer)
    expect(fields.map((field) => markedText(paragraphsOf(field)))).toEqual([
      ['same: One.', `left down: -[${long}]`],
      ['same: Two.', `moved down: ${long}`],
    ])
    expect([changes, wordsAdded, wordsRemoved]).toEqual([1, 0, 0])
  })

  test('links both places by the number of the change', () => {
    const [from, to] = compareVersions(SPECS, older, newer).fields.map((field) => paragraphsOf(field)[1])
    expect(from).toMatchObject({ change: 1, move: { field: 'More' } })
    expect(to).toMatchObject({ change: 1, move: { field: 'Text' } })
  })

  test('a field that only lost it is still shown', () => {
    expect(compareVersions(SPECS, older, newer).fields.map(({ name }) => name)).toEqual(['text', 'more'])
  })
})

test('whatever two versions hold, both can be read back from their comparison', () => {
  const sentence = fc.constantFrom(
    'In 2008 it was the first Scottish council with the gold award for its meals.',
    'Ingredients cost more for each meal than they did before the pilot.',
    'Short.',
  )
  const prose = fc.array(sentence, { maxLength: 5 }).map((parts) => parts.join('\n\n'))
  const page = fc.record({
    text: prose,
    more: prose,
    value: fc.string(),
    list: fc.array(fc.constantFrom('a', 'b')),
  })
  fc.assert(
    fc.property(page, page, (older, newer) => {
      const { fields } = compareVersions(SPECS, older, newer)
      for (const name of ['text', 'more'] as const) {
        const field = fields.find((entry) => entry.name === name)
        if (!field) expect(newer[name]).toBe(older[name])
        else {
          expect(textOf(paragraphsOf(field), 'older')).toBe(older[name])
          expect(textOf(paragraphsOf(field), 'newer')).toBe(newer[name])
        }
      }
    }),
    { numRuns: runs },
  )
})

function paragraphsOf(field: FieldChange) {
  return field.kind === 'text' ? field.paragraphs : []
}
