import { describe, expect, test } from 'vitest'
import { joined, plainOf, yearOf } from '@/lib/search/documents/plain'
import { textsOf } from '@/lib/search/documents/texts'

describe('Markdown as its words are read', () => {
  test.each([
    ['## What we asked\n\nIt was **about a third**, _lots_', 'What we asked\n\nIt was about a third, lots'],
    [
      'See [the report](https://example.org/a_(b)) and ![a van](/files/1-van.png)',
      'See the report and a van',
    ],
    ['As the council says.[2](#source-2)', 'As the council says.'],
    ['- first\n- second\n1. third', 'first\nsecond\nthird'],
    ['> We had never asked.', 'We had never asked.'],
    ['| Year | Spend |\n| --- | --- |\n| 2024 | £1.2m |', 'Year Spend \n\n 2024 £1.2m'],
    ['5 \\* 3 and snake_case', '5 3 and snake_case'],
  ])('%j', (markdown, words) => {
    expect(plainOf(markdown)).toBe(words)
  })

  test.each([['['], ['[]('], ['*'], ['\n'], ['> '], ['|-'], ['![a](']])(
    'thirty thousand characters of %j are read at once',
    (piece) => {
      const began = performance.now()
      plainOf(piece.repeat(30_000 / piece.length))
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )
})

test('the year that a date begins with, the first that is known', () => {
  expect(yearOf('2019-05', '2020')).toBe(2019)
  expect(yearOf('', '2020-01-02')).toBe(2020)
  expect(yearOf('about 2019')).toBeNull()
})

describe('the words of a thing by field', () => {
  test('a body knows where its parts begin; empty ones are not there', () => {
    const texts = textsOf({
      title: 'Bins',
      body: [
        { name: 'Context', text: 'Cold.' },
        { name: 'Action', text: '' },
        { name: 'Impact', text: 'Warm.' },
      ],
    })
    expect(texts.body).toBe('Cold.\n\nWarm.')
    expect(texts.bodyParts).toEqual([
      { name: 'Context', from: 0 },
      { name: 'Impact', from: 7 },
    ])
    expect(texts.fileParts).toBeUndefined()
  })

  test('what capitals stand for: beside the title, and from long texts beside the labels', () => {
    const title = textsOf({ title: 'New IT for schools' })
    expect(title.aliases).toBe('information technology')
    const body = textsOf({
      title: 'Schools',
      labels: ['Education'],
      body: [{ name: '', text: 'It has IT.' }],
    })
    expect(body.aliases).toBe('')
    expect(body.labels).toBe('Education, information technology')
    expect(textsOf({ title: 'It was cold' }).aliases).toBe('')
  })

  test('what nobody sees is left out, and halves of letters are made whole', () => {
    expect(textsOf({ title: ' pro\u00ADcure\u200Bment\u0000 ' }).title).toBe('procurement')
    expect(textsOf({ title: 'a\uD83E' }).title.isWellFormed()).toBe(true)
  })

  test('the same name is listed once', () => {
    expect(textsOf({ title: 'x', labels: ['Waste', 'Waste', '', 'Food'] }).labels).toBe('Waste, Food')
  })
})

test('lines that say nothing are left out', () => {
  expect(joined(['one', '', undefined, 'two'])).toBe('one\ntwo')
})
