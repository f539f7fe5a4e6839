import { expect, test } from 'vitest'
import { byWorth } from '@/lib/search/engines/meilisearch/worth'

const term = (weight: number) => ({ typed: '', ways: [], phrase: false, weight })
const hit = (id: string, score: number) => {
  return { id, version: 1, _rankingScoreDetails: { attributeRank: { score } } }
}
const title = 1
const body = 1 / 3

test('what more telling words found comes first, and what has them in its title', () => {
  const plan = { terms: [term(1), term(5)] }
  expect(byWorth([[hit('case-1', title)], [hit('case-2', title)]], plan)).toEqual(['case-2', 'case-1'])
  expect(byWorth([[hit('case-1', body), hit('case-2', title)], []], plan)).toEqual(['case-2', 'case-1'])
})

test('two words that tell little can outweigh one, and lists come after cases', () => {
  const plan = { terms: [term(3), term(3), term(4)] }
  const found = [[hit('case-1', title)], [hit('case-1', title)], [hit('case-2', title)]]
  expect(byWorth(found, plan)).toEqual(['case-1', 'case-2'])
  const lists = [[], [], [hit('organisation-1', title), hit('case-9', title)]]
  expect(byWorth(lists, plan)).toEqual(['case-9', 'organisation-1'])
})

test('equals keep the order in which they were found', () => {
  const found = [[hit('case-3', body), hit('case-1', body), hit('case-2', body)]]
  expect(byWorth(found, { terms: [term(1)] })).toEqual(['case-3', 'case-1', 'case-2'])
})
