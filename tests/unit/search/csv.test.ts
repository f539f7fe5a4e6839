import { expect, test } from 'vitest'
import { csvName, csvOf } from '@/lib/search/csv'
import { readState } from '@/lib/search/state'

test('a table opens in a spreadsheet as it is: byte order mark, quoted cells, no formulas', () => {
  const text = csvOf([
    { Type: 'Case study', Title: 'Bread, “milk” and "eggs"', Text: 'two\nlines', Region: 'Ynys Môn ŵ £' },
    { Title: '=1+1', Organisation: '+44', Region: '-1', When: '@x', Headings: '\tx', Law: '\rx' },
  ])
  const [head, first, ...rest] = text.split('\r\n')
  expect(head).toBe(
    '\uFEFFType,Title,Organisation,Region,When,Headings,Law,Approval,Evidence,Result,Text,Found in,Has all words,Changed on,Address',
  )
  expect(first).toBe('Case study,"Bread, “milk” and ""eggs""",,Ynys Môn ŵ £,,,,,,,"two\nlines",,,,')
  expect(rest.join('\r\n')).toMatch(/^,'=1\+1,'\+44,'-1,'@x,'\tx,"?'\rx"?,/)
})

test('a file is named after its search and day', () => {
  expect(csvName(readState({ q: 'Ŵaste & “bins”' }), '2026-11-22')).toBe(
    'cupboard-search-waste-bins-2026-11-22.csv',
  )
  expect(csvName(readState({}), '2026-11-22')).toBe('cupboard-search-2026-11-22.csv')
})
