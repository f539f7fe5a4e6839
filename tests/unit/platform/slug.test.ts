import { expect, test } from 'vitest'
import { idOf, slugOf } from '@/lib/platform/slug'

test.each([
  ['School meals in small lots', 'school-meals-in-small-lots'],
  ['Tŷ a dŵr: ŵ ŷ â ê î ô û', 'ty-a-dwr-w-y-a-e-i-o-u'],
  ['ŴYL TŶ', 'wyl-ty'],
  ['Bulky Bob’s, Liverpool', 'bulky-bobs-liverpool'],
  ['£1.5m & 12% less', '1-5m-12-less'],
  ['Gàidhlig à è ì ò ù', 'gaidhlig-a-e-i-o-u'],
  ['ﬁne ² print', 'fine-2-print'],
  ['🥕 Food 👩‍🌾', 'food'],
  ['🥕', 'untitled'],
  ['中文', 'untitled'],
  ['', 'untitled'],
  ['   ', 'untitled'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(200), 'untitled'],
])('%j stands in an address as %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a long title is cut between words', () => {
  const slug = slugOf('sustainable procurement '.repeat(20))
  expect(slug).toBe('sustainable-procurement-sustainable-procurement-sustainable-procurement')
})

test.each([
  ['12-school-meals', 12],
  ['12', 12],
  ['999999999-x', 999_999_999],
  ['012-x', null],
  ['0', null],
  ['-1', null],
  ['12x', null],
  ['1234567890-x', null],
  ['1e3', null],
  ['', null],
  ['school-meals-12', null],
  ['12\n-x', null],
  ['１２-x', null],
])('the id in %j is %j', (segment, id) => {
  expect(idOf(segment)).toBe(id)
})
