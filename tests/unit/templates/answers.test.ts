import { describe, expect, test } from 'vitest'
import { answersTo } from '@/lib/templates/answers'
import type { TemplateField } from '@/lib/templates/schema'
import { shownAnswers, wordsOf } from '@/lib/templates/show'
import { aField, options } from '../../support/template'

const field = (type: TemplateField['type'], more: Partial<TemplateField> = {}) =>
  aField({ key: 'it', label: 'It', type, ...more })
const CHOICES = { options: options('One', 'Two', 'Three') }

function read(asked: TemplateField, sent: unknown, required = false) {
  const schema = answersTo({ fields: [asked], required: new Set(required ? ['it'] : []) })
  const parsed = schema.safeParse({ it: sent })
  return parsed.success ? (parsed.data.it ?? null) : (parsed.error.issues[0]?.message ?? '')
}

const KEPT: [string, TemplateField, unknown, unknown][] = [
  ['text is one line', field('text'), '  Two\n lines ', 'Two lines'],
  ['long text as it is written', field('long'), 'One\r\n\r\n**two** ', 'One\n\n**two** '],
  ['a number with commas', field('number'), ' 1,200.5 ', '1200.5'],
  ['a number with its unit', field('number', { unit: 'tonnes a year' }), '12 Tonnes a year', '12'],
  ['a number as a number', field('number'), -3.25, '-3.25'],
  ['a tiny number without an exponent', field('number'), 0.000001, '0.000001'],
  ['nought', field('number'), 0, '0'],
  ['a number without leading noughts', field('number'), '0012', '12'],
  ['money with its sign', field('money'), '£12,500 ', '12500'],
  ['money with pence', field('money'), '£ 1 250.50', '1250.50'],
  ['money as a number', field('money'), 12500, '12500'],
  ['a year', field('date'), '2004', '2004'],
  ['a day', field('date'), '2004-11-20', '2004-11-20'],
  ['yes', field('yes-no'), 'yes', 'yes'],
  ['true', field('yes-no'), true, 'yes'],
  ['false', field('yes-no'), false, 'no'],
  ['not known, which is an answer', field('yes-no'), 'unknown', 'unknown'],
  ['an option', field('one-of', CHOICES), 'two', 'two'],
  [
    'a retired option',
    field('one-of', { options: [{ key: 'old', label: 'Old', retired: true }] }),
    'old',
    'old',
  ],
  ['options in their order, each once', field('many-of', CHOICES), ['two', 'one', 'two'], ['one', 'two']],
  ['one option as a form posts it', field('many-of', CHOICES), 'three', ['three']],
  ['a web address', field('link'), ' https://www.example.gov.uk/a ', 'https://www.example.gov.uk/a'],
  ['a file that is kept here', field('link'), '/files/12-contract.pdf', '/files/12-contract.pdf'],
]

const REFUSED: [string, TemplateField, unknown, string][] = [
  [
    'text that is too long',
    field('text'),
    'x'.repeat(301),
    '“It” must be 300 characters or fewer. It has 301',
  ],
  ['words for a number', field('number'), 'many', '“It” must be a number, like 1200 or 12.5'],
  ['two points in a number', field('number'), '1.2.3', '“It” must be a number, like 1200 or 12.5'],
  ['true for a number', field('number'), true, '“It” must be a number, like 1200 or 12.5'],
  ['words for money', field('money'), 'a lot', '“It” must be an amount in pounds, like £12,500 or 12500.50'],
  ['three digits for pence', field('money'), '1.234', '“It” must have at most two digits for pence'],
  [
    'a month that is none',
    field('date'),
    '2004-13',
    '“It” must be a year, a month or a day, like 2004, 2004-11 or 2004-11-20',
  ],
  ['perhaps', field('yes-no'), 'perhaps', 'Choose yes, no or not known for “It”'],
  ['an option that is none', field('one-of', CHOICES), 'four', 'Choose an option from the list for “It”'],
  [
    'options of which one is none',
    field('many-of', CHOICES),
    ['one', 'x'],
    'Choose options from the list for “It”',
  ],
  [
    'half an address',
    field('link'),
    'www.example.gov.uk',
    '“It” must be a full web address, like https://www.example.gov.uk/report',
  ],
  [
    'a script',
    field('link'),
    'javascript:alert(1)',
    '“It” must be a full web address, like https://www.example.gov.uk/report',
  ],
  [
    'a control character',
    field('long'),
    'a\u0000b',
    '“It” contains a character that cannot be kept, such as a control character. Remove it',
  ],
  ['an object', field('text'), { a: 1 }, '“It” must be text'],
]

describe('an answer', () => {
  test.each(KEPT)('keeps %s', (_, asked, sent, kept) => {
    expect(read(asked, sent)).toEqual(kept)
    // What is kept can be sent again.
    expect(read(asked, kept)).toEqual(kept)
  })

  test.each(REFUSED)('refuses %s', (_, asked, sent, message) => {
    expect(read(asked, sent)).toBe(message)
  })

  test.each([
    [field('long'), 'Write something under “It”'],
    [field('number'), 'Fill in “It”'],
    [field('one-of', CHOICES), 'Choose an answer to “It”'],
    [field('many-of', CHOICES), 'Choose an answer to “It”'],
  ])('that is required and empty is asked for, else left out', (asked, message) => {
    for (const nothing of ['', '  ', null, undefined, [], ['']]) {
      expect(read(asked, nothing)).toBeNull()
      expect(read(asked, nothing, true)).toBe(message)
    }
  })
})

test('a key that the template does not have is named, unless it is empty', () => {
  const schema = answersTo({ fields: [aField()], required: new Set() })
  expect(schema.parse({ lessons: 'Ask.', other: '' })).toEqual({ lessons: 'Ask.' })
  const { error } = schema.safeParse({ other: 'x', constructor: 'y' })
  expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [['other'], 'The template has no such field'],
    [['constructor'], 'The template has no such field'],
  ])
  for (const nothing of [undefined, null, '', [], 'words']) expect(schema.parse(nothing)).toEqual({})
})

test('readers see words: options by name, numbers with their unit, money in pounds', () => {
  expect(wordsOf(field('number', { unit: 'tonnes' }), '1234567.5')).toBe('1,234,567.5 tonnes')
  expect(wordsOf(field('money'), '-12500')).toBe('−£12,500')
  expect(wordsOf(field('yes-no'), 'unknown')).toBe('Not known')
  expect(wordsOf(field('many-of', CHOICES), ['one', 'gone'])).toBe('One, gone')
  expect(wordsOf(field('text'), undefined)).toBe('')
  const fields = [field('link'), aField({ retired: true })]
  expect(shownAnswers(fields, { lessons: '**Ask**', it: 'https://a.example' })).toEqual([
    { key: 'it', label: 'It', after: 'impact', retired: false, kind: 'link', url: 'https://a.example' },
    { key: 'lessons', label: 'Lessons', after: 'impact', retired: true, kind: 'prose', markdown: '**Ask**' },
  ])
})
