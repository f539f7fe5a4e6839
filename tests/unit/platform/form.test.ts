import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { withAnotherRow } from '@/lib/platform/another-row'
import { readForm, valuesOf } from '@/lib/platform/form'
import { linesOf, numbered } from '@/lib/platform/lists'

describe('a posted form becomes a tree', () => {
  test('names with dots nest, numbers make rows, brackets collect ticks', () => {
    const form = formOf([
      ['title', 'Warm homes'],
      ['legalStatus.challenge.state', 'unknown'],
      ['results.1.measure', 'Second'],
      ['results.0.measure', 'First'],
      ['results.0.after', '51%'],
      ['categories[]', 'D10'],
      ['categories[]', 'C2'],
      ['legalStatus.kinds[]', 'UNK'],
    ])
    expect(valuesOf(form)).toEqual({
      title: 'Warm homes',
      legalStatus: { challenge: { state: 'unknown' }, kinds: ['UNK'] },
      results: [{ measure: 'First', after: '51%' }, { measure: 'Second' }],
      categories: ['D10', 'C2'],
    })
  })

  test('rows stand in the order of their numbers, not of their digits', () => {
    const form = formOf(Array.from({ length: 12 }, (_, row) => [`gaps.${11 - row}.text`, String(11 - row)]))
    expect(valuesOf(form).gaps).toEqual(Array.from({ length: 12 }, (_, row) => ({ text: String(row) })))
  })

  test('the first of two equal names counts, and files are left out', () => {
    const form = formOf([
      ['title', 'First'],
      ['title', 'Second'],
    ])
    form.append('picture', new File(['x'], 'x.png'))
    expect(valuesOf(form)).toEqual({ title: 'First' })
  })
})

describe('hostile names', () => {
  const names = [
    '__proto__',
    '__proto__.admin',
    '__proto__[]',
    'a.__proto__.admin',
    'constructor',
    'constructor.prototype.admin',
    'constructor.prototype[]',
    'prototype.admin',
    'toString',
    'hasOwnProperty',
    'valueOf.x',
    'a[0]',
    'a[b]',
    '[]',
    '.',
    'a.',
    '.a',
    'a..b',
    '$ACTION_ID_1',
    '$where',
    'a b',
    'a\u0000',
    'é',
    'a.1e9',
    'a.-1',
    'a.9999',
    '0',
    '0.a',
    'x'.repeat(9_000),
    `a${'.a'.repeat(60_000)}`,
    `a${'.0'.repeat(60_000)}[]`,
  ]
  test.each(names.map((name) => [name.slice(0, 40), name]))(
    '%s changes no object but the answer',
    (_, name) => {
      const values = valuesOf(
        formOf([
          [name, 'on'],
          ['title', 'Kept'],
        ]),
      )
      expect(values.title).toBe('Kept')
      expect(({} as Record<string, unknown>).admin).toBeUndefined()
      expect(Object.prototype.toString.call({})).toBe('[object Object]')
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    },
  )

  test('names that contradict one another give a tree, not an error', () => {
    const form = formOf([
      ['a', '1'],
      ['a.b', '2'],
      ['a[]', '3'],
      ['a.0', '4'],
      ['a.b.c', '5'],
      ['a', '6'],
    ])
    expect(Object.keys(valuesOf(form))).toEqual(['a'])
  })

  test.each([
    'more:__proto__',
    'more:constructor.prototype',
    'more:toString',
    'more:.',
    'more:title.x',
    'more:a.b.c',
  ])('asking for another row of %s gives the form back', (intent) => {
    const state = withAnotherRow(
      formOf([
        ['intent', intent],
        ['title', 'Kept'],
      ]),
    )
    expect(state?.values?.title ?? 'Kept').toBe('Kept')
    expect(({} as Record<string, unknown>)[0]).toBeUndefined()
  })
})

describe('reading a form', () => {
  const schema = z.object({
    title: z.string().min(3, 'Enter a title').min(5, 'Longer'),
    rows: z.array(z.object({ n: z.string().min(1, 'Enter n') })),
  })

  test('gives every error once, by its field, and everything typed', () => {
    const read = readForm(
      schema,
      formOf([
        ['title', 'ab'],
        ['rows.0.n', 'x'],
        ['rows.1.n', ''],
        ['extra', 'typed too'],
      ]),
    )
    expect(read).toMatchObject({
      ok: false,
      state: {
        status: 'invalid',
        errors: [
          { field: 'title', message: 'Enter a title' },
          { field: 'rows.1.n', message: 'Enter n' },
        ],
        values: { title: 'ab', rows: [{ n: 'x' }, { n: '' }], extra: 'typed too' },
      },
    })
  })

  test('gives the input when there is no error', () => {
    expect(
      readForm(
        schema,
        formOf([
          ['title', 'Warm homes'],
          ['rows.0.n', '1'],
        ]),
      ),
    ).toMatchObject({
      ok: true,
      input: { title: 'Warm homes', rows: [{ n: '1' }] },
    })
  })

  test('"Add another" gives one empty row more and keeps what was typed', () => {
    const form = formOf([
      ['intent', 'more:legalStatus.approvals'],
      ['title', 'W'],
      ['legalStatus.approvals.0.kind', 'UNK'],
    ])
    expect(withAnotherRow(form)).toMatchObject({
      status: 'more',
      values: { title: 'W', legalStatus: { approvals: [{ kind: 'UNK' }, {}] } },
    })
    expect(withAnotherRow(formOf([['intent', 'save']]))).toBeNull()
  })
})

test('lines lose their dashes and blank lines go', () => {
  expect(linesOf('- When it began.\r\n\r\n* What it cost\n  What came of it ')).toEqual([
    'When it began.',
    'What it cost',
    'What came of it',
  ])
})

test('a link keeps its number; a new one takes the next that was never used', () => {
  const numbers = (list: number[]) => numbered(list.map((number) => ({ number }))).map(({ number }) => number)
  expect(numbers([1, 3, 0, 0])).toEqual([1, 3, 4, 5])
  expect(numbers([0, 0])).toEqual([1, 2])
  expect(numbers([2, 2, 2])).toEqual([2, 3, 4])
})

function formOf(entries: string[][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name as string, value as string)
  return form
}
