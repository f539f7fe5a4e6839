import { beforeAll, describe, expect, test } from 'vitest'
import { snippetMax } from '@/lib/search/limits'
import { planOf } from '@/lib/search/plan/expand'
import type { SearchDocument } from '@/lib/search/schema'
import { marked, snippetOf } from '@/lib/search/snippet'
import { wordsIn } from '@/lib/search/words'
import { theContentsTree } from '@/tests/support/builders'
import { keepAll, searchFixtures } from '@/tests/support/search-fixtures'

const fixtures = searchFixtures()
const fixture = (key: string) => fixtures.get(key) as SearchDocument

beforeAll(async () => {
  await theContentsTree()
  await keepAll(fixtures.values())
}, 60_000)

async function shown(key: string, typed: string) {
  const plan = await planOf({ typed, exactly: false, acl: ['public'] })
  const { snippet, where } = snippetOf(fixture(key).texts, plan)
  const text = snippet.map((part) => part.text).join('')
  return { text, where, marks: snippet.filter((part) => part.marked).map((part) => part.text) }
}

describe('K9: what is marked', () => {
  test.each([
    ['cs-bulky', 'furniture', ['furniture']],
    ['cs-led-streetlights', 'street lighting', ['street', 'lights']],
    ['cs-fm-wage', 'FM', ['Facilities', 'management']],
    ['cs-retrofit', 'retorfit', ['retrofit']],
    ['cs-community-benefit', 'apprent', ['apprenticeships']],
    ['cs-slavery', '"forced labour"', ['forced', 'labour']],
    ['cs-energy-ppa', 'PPA', ['power', 'purchase', 'agreement']],
    ['cs-welsh', 'dwr', ['dŵr']],
  ])('%s for %s: %j', async (key, typed, words) => {
    const { marks } = await shown(key, typed)
    expect(marks).toEqual(words)
  })

  test('a word that only holds what was typed is not', async () => {
    expect((await shown('cs-uniforms', 'half')).marks).toEqual(['half'])
    expect((await shown('cs-bulky', 'fell')).marks).toEqual(['fell'])
    expect(
      (await shown('cs-greener', 'clean')).marks.every((word) => /^cleaning|cleaners?$/i.test(word)),
    ).toBe(true)
    expect((await shown('cs-meals', 'arm')).marks).toEqual([])
  })

  test('titles are marked in the same way', async () => {
    const plan = await planOf({ typed: 'street lighting', exactly: false, acl: ['public'] })
    const parts = marked(fixture('cs-led-streetlights').texts.title, plan)
    expect(parts.filter((part) => part.marked).map(({ text }) => text)).toEqual(['street', 'lighting'])
    expect(parts.map(({ text }) => text).join('')).toBe('Whole-life costing of LED street lighting')
  })

  test('markup, quotation marks and marks of any engine are text like all other', async () => {
    const { text, marks } = await shown('cs-markup', 'lanterns')
    expect(marks.length).toBeGreaterThan(0)
    expect(marks.every((word) => /^lanterns$/i.test(word))).toBe(true)
    expect(text).toContain('<script>alert("lanterns")</script>')
    expect(text).toContain('& lamps cost £5 < £9')
    expect(text).toContain('\ue000marked\ue001')
  })

  test.each([
    'timber',
    'contract',
    'council',
    'quernstone',
    'a',
    'zzz',
    'vegetables farms season',
    'lanterns',
  ])('for %s no snippet is too long, and each ends with a word', async (typed) => {
    const plan = await planOf({ typed, exactly: false, acl: ['public'] })
    const long = 'Timber, contract and council. '.repeat(200)
    for (const { texts } of [
      ...fixtures.values(),
      { texts: { ...fixture('cs-timber').texts, body: long } },
    ]) {
      const { snippet } = snippetOf(texts, plan)
      const text = snippet.map((part) => part.text).join('')
      expect(text.length).toBeLessThanOrEqual(snippetMax)
      const source = new Set(wordsIn(Object.values(texts).join(' ')).map(({ word }) => word))
      expect(wordsIn(text).filter(({ word }) => !source.has(word))).toEqual([])
    }
  })

  test('of a file it is said on which page the words stand', async () => {
    expect(await shown('doc-cleaning', 'forced labour subcontractors')).toMatchObject({ where: 'page 2' })
    expect(await shown('doc-cleaning', 'bleach')).toMatchObject({ where: 'page 3', marks: ['Bleach'] })
  })

  test('where only another field has the words, it is that field, and it is named', async () => {
    const { marks, where } = await shown('cat-waste', 'bins')
    expect(marks).toEqual(['bins'])
    expect(where).not.toBe('')
  })
})
