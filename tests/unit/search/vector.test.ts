import { describe, expect, test } from 'vitest'
import type { Texts } from '@/lib/search/schema'
import { vectorsOf } from '@/lib/search/vector'

const nothing: Texts = {
  title: '',
  aliases: '',
  labels: '',
  organisation: '',
  summary: '',
  people: '',
  body: '',
  fileName: '',
  fileText: '',
}
const wordsOf = (texts: Partial<Texts>) => vectorsOf('case-1', { ...nothing, ...texts }).words

describe('the words of a thing as PostgreSQL keeps them', () => {
  test('each with its places and the weight of its field', () => {
    expect(wordsOf({ title: 'Bins and more bins', body: 'Bins' })).toBe("'bins':1A,4A,25C 'and':2A 'more':3A")
    expect(wordsOf({ labels: 'one', organisation: 'two', summary: 'three', people: 'four' })).toBe(
      "'one':1B 'two':22B 'three':43B 'four':64B",
    )
    expect(wordsOf({ fileName: 'a', fileText: 'b' })).toBe("'a':1D 'b':22D")
  })

  test('accents, Welsh letters, acronyms and numbers with strokes', () => {
    expect(wordsOf({ title: 'Tŷ Ŵyn, PPN 06/21 & SMEs’ café' })).toBe(
      "'ty':1A 'wyn':2A 'ppn':3A '06':4A '21':5A 'and':6A 'smes':7A 'cafe':8A",
    )
    expect(wordsOf({ title: 'pro\u00ADcure\u200Bment' })).toBe("'procurement':1A")
  })

  test('a field ends far from where the next begins', () => {
    const place = (literal: string, word: string) => Number(new RegExp(`'${word}':(\\d+)`).exec(literal)?.[1])
    const literal = wordsOf({ title: 'school', aliases: 'meals' })
    expect(place(literal, 'meals') - place(literal, 'school')).toBeGreaterThan(10)
  })

  test('half a letter of two code units is none', () => {
    expect(wordsOf({ title: '𐌰'.repeat(40) }).isWellFormed()).toBe(true)
  })

  test('a huge text: no place beyond the last, 255 places of a word, a megabyte in all', () => {
    const words = Array.from({ length: 60_000 }, (_, at) => `w${at}`)
    const many = wordsOf({ fileText: words.join(' ') })
    expect(many).toContain("'w16381':16382D")
    expect(many).toContain("'w16382' ")
    expect(many).toContain("'w59999'")
    const same = wordsOf({ fileText: 'bins '.repeat(60_000) })
    expect(same.split(',')).toHaveLength(255)
    const long = Array.from({ length: 60_000 }, (_, at) => `${'x'.repeat(50)}${at}`)
    expect(wordsOf({ fileText: long.join(' ') }).length).toBeLessThan(1_400_000)
  })

  test('the lead has the first fields and the beginning of the body', () => {
    const body = Array.from({ length: 150 }, (_, at) => `b${at}`).join(' ')
    const { lead } = vectorsOf('case-1', { ...nothing, title: 'Bins', body, fileText: 'deep' })
    expect(lead).toContain("'bins':1A")
    expect(lead).toContain("'b99':")
    expect(lead).not.toContain("'b100'")
    expect(lead).not.toContain('deep')
  })
})
