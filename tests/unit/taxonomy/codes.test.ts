import { expect, test } from 'vitest'
import { CODE, LABEL } from '@/lib/taxonomy/codes'
import { categoryPath } from '@/lib/taxonomy/paths'

test.each(['D10', 'E1', 'E1.1', 'F12', 'D100', 'E10.12'])('%s is a code, and can be a label', (code) => {
  expect(code).toMatch(CODE)
  expect(code).toMatch(LABEL)
})

test('a section is a code and never a label', () => {
  expect('D').toMatch(CODE)
  expect('D').not.toMatch(LABEL)
})

test.each(['G1', 'd10', 'D10.', 'E1.1.1', 'D12345', 'D10 ', ''])('“%s” is no code', (text) => {
  expect(text).not.toMatch(CODE)
})

test('a section and a category have their own addresses', () => {
  expect(categoryPath({ code: 'D', slug: 'contracts' })).toBe('/sections/contracts')
  expect(categoryPath({ code: 'E1.1', slug: 'lm3' })).toBe('/categories/e1.1-lm3')
})
