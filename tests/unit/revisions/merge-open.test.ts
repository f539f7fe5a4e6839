import { describe, expect, test } from 'vitest'
import { type Decide, mergeContent } from '@/lib/revisions/merge'
import type { JsonObject, Shape } from '@/lib/revisions/shape'

const SHAPE: Record<string, Shape> = {
  extra: {
    kind: 'open',
    label: 'More fields',
    fields: {
      lessons: { kind: 'prose', label: 'Lessons' },
      route: { kind: 'value', label: 'Route', words: (key) => key.toUpperCase() },
      lots: { kind: 'list', label: 'Lots' },
    },
  },
}

function merged(base: JsonObject, theirs: JsonObject, mine: JsonObject, decide?: Decide) {
  const hold = (extra: JsonObject): JsonObject => (Object.keys(extra).length > 0 ? { extra } : {})
  const three = { base: hold(base), theirs: hold(theirs), mine: hold(mine) }
  const { content, conflicts } = mergeContent(SHAPE, three, decide)
  const pieces = conflicts.map(({ path, label, theirs: they, mine: me }) => [path, label, they, me])
  return { extra: content.extra, pieces }
}

describe('an open group', () => {
  test('takes what each of two people adds', () => {
    expect(merged({}, { lessons: 'Ask.' }, { other: '2' })).toEqual({
      extra: { lessons: 'Ask.', other: '2' },
      pieces: [],
    })
  })

  test('asks about one entry that both changed, by its name or else by its key', () => {
    const { pieces } = merged(
      { route: 'a', other: '1' },
      { route: 'b', other: '2' },
      { route: 'c', other: '3' },
    )
    expect(pieces).toEqual([
      ['extra.other', 'other', '2', '3'],
      ['extra.route', 'Route', 'B', 'C'],
    ])
    const decided = merged({ route: 'a' }, { route: 'b' }, { route: 'c' }, () => ({ choice: 'theirs' }))
    expect(decided).toEqual({ extra: { route: 'b' }, pieces: [] })
  })

  test('asks when one removes what the other changed, and removes what the other left', () => {
    expect(merged({ route: 'a' }, {}, { route: 'b' }).pieces).toEqual([['extra.route', 'Route', '', 'B']])
    expect(merged({ route: 'a', other: '1' }, { other: '1' }, { route: 'a', other: '2' })).toEqual({
      extra: { other: '2' },
      pieces: [],
    })
    expect(merged({ route: 'a' }, {}, { route: 'a' })).toEqual({ extra: undefined, pieces: [] })
    const gone = merged({ route: 'a' }, {}, { route: 'b' }, () => ({ choice: 'theirs' }))
    expect(gone.extra).toBeUndefined()
  })

  test('merges a long text by its words, and a list by its entries', () => {
    const base = { lessons: 'Ask firms early. Write it down.', lots: ['a', 'b'] }
    const theirs = { lessons: 'Ask local firms early. Write it down.', lots: ['a', 'b', 'c'] }
    const mine = { lessons: 'Ask firms early. Write it all down.', lots: ['b'] }
    expect(merged(base, theirs, mine)).toEqual({
      extra: { lessons: 'Ask local firms early. Write it all down.', lots: ['b', 'c'] },
      pieces: [],
    })
  })
})
