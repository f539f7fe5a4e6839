import { describe, expect, test } from 'vitest'
import { type ComparableRow, compareFacts, compareRows } from '@/lib/revisions/compare-rows'
import { markedCell, markedRows } from './marked'

const row = (key: string, after: string, more = ''): ComparableRow => ({
  key,
  title: key,
  cells: [
    { label: 'What', text: key },
    { label: 'After', text: after },
    { label: 'Note', text: more },
  ],
})
const [SPEND, JOBS] = [row('Spend', '40%'), row('Jobs', '12')]
const rowsBetween = (older: ComparableRow[], newer: ComparableRow[]) => {
  const { rows, unchanged } = compareRows(older, newer)
  return { rows: markedRows(rows), unchanged }
}

describe('rows', () => {
  test('equal rows are counted, others show what differs', () => {
    expect(rowsBetween([SPEND, JOBS], [row('Spend', '49%'), JOBS])).toEqual({
      rows: ['changed Spend: After 40% → 49%'],
      unchanged: 1,
    })
  })

  test('a row put in and a row taken out, each where it stands', () => {
    expect(
      rowsBetween([SPEND, JOBS, row('Waste', '3 t')], [SPEND, row('Trees', '9'), row('Waste', '3 t')]),
    ).toEqual({
      rows: [
        'added Trees: What none → Trees; After none → 9',
        'removed Jobs: What Jobs → none; After 12 → none',
      ],
      unchanged: 2,
    })
  })

  test('a row put in before others leaves them unchanged', () => {
    expect(rowsBetween([SPEND, JOBS], [row('Trees', '9'), SPEND, JOBS])).toEqual({
      rows: ['added Trees: What none → Trees; After none → 9'],
      unchanged: 2,
    })
  })

  test('a change of order is a change: the first result is the headline', () => {
    const { rows, unchanged } = rowsBetween([SPEND, JOBS], [JOBS, SPEND])
    expect(unchanged).toBe(1)
    expect(rows).toEqual([expect.stringMatching(/^changed (Jobs: place 2 → 1|Spend: place 1 → 2)$/)])
  })

  test('a row is found by its words when its key has changed', () => {
    const words = 'The council counted the cold homes and wrote to everybody who lived in them.'
    expect(rowsBetween([row('Counting', '2010', words)], [row('Looking', '2010', words)]).rows).toEqual([
      'changed Looking: What Counting → Looking',
    ])
  })

  test('two rows of the same key are two rows', () => {
    const years = [row('Spend', '40%'), row('Spend', '49%')]
    expect(rowsBetween(years, years)).toEqual({ rows: [], unchanged: 2 })
    expect(rowsBetween(years, years.slice(1))).toEqual({
      rows: ['removed Spend: What Spend → none; After 40% → none'],
      unchanged: 1,
    })
  })

  test('long cells are compared word by word', () => {
    const note = 'The council counted the cold homes and wrote to everybody who lived in them, once a year.'
    expect(rowsBetween([row('A', '', note)], [row('A', '', note.replace('once', 'twice'))]).rows).toEqual([
      'changed A: Note changed: The council counted the cold homes and wrote to everybody who lived in them, -[once]+[twice] a year.',
    ])
  })
})

describe('facts', () => {
  test('each is shown from its older to its newer value; equal ones are left out', () => {
    const older = [
      { label: 'Value', text: '£180k' },
      { label: 'Nation', text: 'Wales' },
      { label: 'Started', text: '2004' },
    ]
    const newer = [
      { label: 'Value', text: '£212k' },
      { label: 'Nation', text: 'Wales' },
      { label: 'Ended', text: '2009' },
    ]
    expect(compareFacts(older, newer).map(markedCell)).toEqual([
      'Value £180k → £212k',
      'Ended none → 2009',
      'Started 2004 → none',
    ])
  })
})
