import { describe, expect, test } from 'vitest'
import {
  codesLeadingTo,
  codesMoved,
  codesUnder,
  effectiveLabels,
  leadsTo,
  type Node,
  parentsIn,
  sectionIn,
  standsFor,
  treeOf,
} from '@/lib/taxonomy/effective'

const RETIRED = '2026-11-22T10:00:00.000Z'
const inUse = (code: string, parentCode: string | null): Node => {
  return { code, parentCode, successors: [], retiredAt: null }
}
const outOfUse = (code: string, parentCode: string, successors: string[]): Node => {
  return { code, parentCode, successors, retiredAt: RETIRED }
}

const tree = treeOf([
  inUse('D', null),
  inUse('E', null),
  inUse('D04', 'D'),
  outOfUse('D05', 'D', ['D06']),
  outOfUse('D06', 'D', ['D32', 'D33']),
  inUse('D32', 'D'),
  inUse('D33', 'D'),
  outOfUse('D07', 'D', []),
  inUse('E1', 'E'),
  inUse('E1.1', 'E1'),
  outOfUse('E1.2', 'E1', []),
  // Moved: its code says nothing of its place.
  inUse('E2', 'D04'),
])

describe('where a label leads', () => {
  test.each([
    ['a heading in use, to itself', 'D04', ['D04']],
    ['a merged one, over a chain, to the default of a split', 'D05', ['D32']],
    ['one that was retired from a section, to the section', 'D07', ['D']],
    ['one that was retired from a heading, to that heading', 'E1.2', ['E1']],
    ['an unknown one, nowhere', 'D99', []],
  ])('%s', (_what, code, headings) => {
    expect(standsFor(code, tree)).toEqual(headings)
  })

  test('a choice of the page counts before the default, also at the end of a chain', () => {
    expect(standsFor('D05', tree, new Map([['D06', ['D33']]]))).toEqual(['D33'])
    expect(standsFor('D06', tree, new Map([['D06', ['D33', 'D32']]]))).toEqual(['D33', 'D32'])
  })

  test('an address leads to all of what a heading was split into', () => {
    expect(leadsTo('D05', tree)).toEqual(['D32', 'D33'])
    expect(leadsTo('E1.1', tree)).toEqual(['E1.1'])
  })
})

describe('what a page stands under', () => {
  test('labels imply those above them by place and not by code, each once', () => {
    expect(effectiveLabels(['E1.1', 'E1', 'E2'], tree)).toEqual([
      { code: 'E1.1', ticked: true },
      { code: 'E1', ticked: true },
      { code: 'E', ticked: false },
      { code: 'E2', ticked: true },
      { code: 'D04', ticked: false },
      { code: 'D', ticked: false },
    ])
    expect(effectiveLabels([], tree)).toEqual([])
  })

  test('a section is never a label of its own', () => {
    expect(effectiveLabels(['D07'], tree)).toEqual([{ code: 'D', ticked: false }])
  })

  test('two labels that lead to one heading are one', () => {
    expect(effectiveLabels(['D05', 'D32'], tree).map(({ code }) => code)).toEqual(['D32', 'D'])
  })
})

test('above a heading, and its section, by its place', () => {
  expect(parentsIn(tree, 'E2')).toEqual(['D04', 'D'])
  expect(sectionIn(tree, 'E2')).toBe('D')
  expect(sectionIn(tree, 'D')).toBe('D')
})

test('the codes that put a page under a heading, and those by which it may be watched', () => {
  expect(codesUnder('D32', tree)).toEqual(['D05', 'D06', 'D32'])
  expect(codesUnder('D33', tree)).toEqual(['D33'])
  expect(codesLeadingTo(['D33'], tree)).toEqual(['D05', 'D06', 'D33'])
  expect(codesUnder('E1', tree)).toEqual(['E1', 'E1.1', 'E1.2'])
})

test('a change moves the codes whose way comes by it, and no others', () => {
  const changed = new Map(tree).set('D33', outOfUse('D33', 'D', ['D04']))
  expect(codesMoved(tree, changed)).toEqual(['D05', 'D06', 'D33'])
  expect(codesMoved(tree, tree)).toEqual([])
})

test('headings that lead in a circle lead nowhere, and end', () => {
  const circle = treeOf([inUse('D', null), outOfUse('D01', 'D', ['D02']), outOfUse('D02', 'D', ['D01'])])
  expect(standsFor('D01', circle)).toEqual([])
  expect(leadsTo('D02', circle)).toEqual([])
})
