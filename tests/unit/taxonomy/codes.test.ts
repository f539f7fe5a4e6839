import { expect, test } from 'vitest'
import { impliedBy, parentsOf } from '@/lib/taxonomy/codes'
import { categoryPath } from '@/lib/taxonomy/paths'

test.each([
  ['D', []],
  ['D10', ['D']],
  ['E1', ['E']],
  ['E1.1', ['E1', 'E']],
  ['E10.2', ['E10', 'E']],
])('above %s stands %j', (code, parents) => {
  expect(parentsOf(code)).toEqual(parents)
})

test('ticking a heading implies those above it, once', () => {
  expect(impliedBy(['E1.1', 'E1', 'D10', 'D11'])).toEqual([
    { code: 'E1.1', ticked: true },
    { code: 'E1', ticked: true },
    { code: 'E', ticked: false },
    { code: 'D10', ticked: true },
    { code: 'D', ticked: false },
    { code: 'D11', ticked: true },
  ])
  expect(impliedBy([])).toEqual([])
})

test('a section and a category have their own addresses', () => {
  expect(categoryPath({ code: 'D', slug: 'contracts' })).toBe('/sections/contracts')
  expect(categoryPath({ code: 'E1.1', slug: 'lm3' })).toBe('/categories/e1.1-lm3')
})
