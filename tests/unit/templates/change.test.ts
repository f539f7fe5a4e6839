import { describe, expect, test } from 'vitest'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { refused } from '@/lib/platform/outcome'
import { askedBy, requiredBy, versionForEdit, versionForNew } from '@/lib/templates/asked'
import { withField, withMove } from '@/lib/templates/change'
import { differencesBetween } from '@/lib/templates/differences'
import { keyOf } from '@/lib/templates/key'
import type { Template, Templates } from '@/lib/templates/queries'
import { type FieldForm, fieldForm, KEY, type TemplateField } from '@/lib/templates/schema'
import { BUILT_IN } from '@/lib/templates/vocabulary'
import { value } from '../../support/builders'
import { aField, options } from '../../support/template'

function form(changes: Record<string, unknown> = {}): FieldForm {
  return fieldForm.parse({
    standing: '-1',
    label: 'Cost of care',
    type: 'money',
    after: 'impact',
    ...changes,
  })
}

describe('a key', () => {
  test.each([
    ['Lessons', 'lessons'],
    ['What would you do differently?', 'whatWouldYouDoDifferently'],
    ['Économies (£)', 'economies'],
    ['2nd contract', 'field2ndContract'],
    ['???', 'field'],
    ['Title', 'title2'],
    ['Constructor', 'constructor2'],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('of “%s” is %s', (label, key) => {
    expect(keyOf(label, [])).toBe(key)
    expect(key).toMatch(KEY)
    expect(keyOf(label, [key])).not.toBe(key)
    expect(keyOf(label, [key])).toMatch(KEY)
  })

  test('is never that of a built-in part', () => {
    expect([...BUILT_IN].sort()).toEqual(Object.keys(caseStudyContent.shape).sort())
  })
})

describe('a field', () => {
  const lessons = aField()

  test('is added at the end under a key of its own, and renamed under the same', () => {
    const added = value(withField({ fields: [lessons] }, form(), []))
    expect(added.key).toBe('costOfCare')
    expect(added.content.fields.map(({ key }) => key)).toEqual(['lessons', 'costOfCare'])
    const renamed = value(withField(added.content, form({ key: 'costOfCare', label: 'Price' }), []))
    expect(renamed.content.fields[1]).toMatchObject({ key: 'costOfCare', label: 'Price' })
  })

  test('cannot share a name, nor take another kind of answer once it is published', () => {
    expect(withField({ fields: [lessons] }, form({ label: 'LESSONS' }), [])).toEqual(refused('label-taken'))
    const other = form({ key: 'lessons', label: 'Lessons' })
    expect(withField({ fields: [lessons] }, other, [lessons])).toEqual(refused('type-fixed'))
    expect(value(withField({ fields: [lessons] }, other, [])).content.fields[0]?.type).toBe('money')
    expect(withField({ fields: [] }, other, [])).toEqual(refused('no-field'))
  })

  test('keeps the keys of its options, and needs two that are offered', () => {
    const choice = form({ type: 'one-of', newOptions: 'Open\n\nDirect award\n' })
    const made = value(withField({ fields: [] }, choice, []))
    expect(made.content.fields[0]?.options.map(({ key }) => key)).toEqual(['open', 'directAward'])
    const changed = value(
      withField(
        made.content,
        form({
          key: made.key,
          type: 'one-of',
          options: [
            { key: 'open', label: 'Open procedure', retired: '' },
            { key: 'directAward', label: 'Direct', retired: 'on' },
          ],
          newOptions: 'Open',
        }),
        made.content.fields,
      ),
    )
    expect(changed.content.fields[0]?.options).toEqual([
      { key: 'open', label: 'Open procedure', retired: false },
      { key: 'directAward', label: 'Direct', retired: true },
      { key: 'open2', label: 'Open', retired: false },
    ])
    expect(withField({ fields: [] }, form({ type: 'many-of', newOptions: 'One' }), [])).toEqual(
      refused('few-options'),
    )
    expect(withField({ fields: [] }, form({ type: 'many-of', newOptions: 'One\none' }), [])).toEqual(
      refused('option-twice'),
    )
  })

  test('moves among those at its place, is retired and brought back, and taken out only before it is published', () => {
    const fields = [lessons, aField({ key: 'b', label: 'B', after: 'end' }), aField({ key: 'c', label: 'C' })]
    const order = (
      key: string,
      move: Parameters<typeof withMove>[1]['move'],
      published: TemplateField[] = [],
    ) => {
      const moved = withMove({ fields }, { key, move }, published)
      return moved.ok
        ? moved.value.content.fields.map((field) => `${field.key}${field.retired ? '!' : ''}`)
        : moved
    }
    expect(order('c', 'up')).toEqual(['c', 'b', 'lessons'])
    expect(order('b', 'up')).toEqual(['lessons', 'b', 'c'])
    expect(order('c', 'retire')).toEqual(['lessons', 'b', 'c!'])
    expect(order('c', 'remove')).toEqual(['lessons', 'b'])
    expect(order('c', 'remove', fields)).toEqual(refused('published'))
    expect(order('z', 'up')).toEqual(refused('no-field'))
    const twins = [{ ...lessons, retired: true }, aField({ key: 'lessons2' })]
    expect(withMove({ fields: twins }, { key: 'lessons', move: 'bring-back' }, [])).toEqual(
      refused('label-taken'),
    )
  })
})

test('what one version changes is said in words', () => {
  const older = [
    aField(),
    aField({ key: 'b', label: 'B', type: 'number', unit: 'kg' }),
    aField({ key: 'c', label: 'C', type: 'one-of', options: options('X', 'Y') }),
  ]
  const newer = [
    { ...(older[1] as TemplateField), label: 'Weight', unit: 't', required: true },
    aField({ retired: true }),
    {
      ...(older[2] as TemplateField),
      options: [
        { key: 'x', label: 'Ex', retired: false },
        { key: 'y', label: 'Y', retired: true },
      ],
    },
    aField({ key: 'd', label: 'D', type: 'link', required: true, after: 'end' }),
  ]
  expect(differencesBetween({ fields: older }, { fields: newer })).toEqual([
    '“B” is now called “Weight”.',
    '“Weight” is now required of new case studies.',
    'The unit of “Weight” is now t.',
    '“Lessons” was retired: no longer asked, kept where it was answered.',
    '“C”: “X” is now “Ex”.',
    '“C”: the option “Y” was retired.',
    '“D” was added (link, required), after everything else.',
    'The order of the fields changed.',
  ])
  expect(differencesBetween({ fields: older }, { fields: older })).toEqual([])
})

describe('a version of the template', () => {
  const at = (version: number, fields: TemplateField[], createdAt = '2026-01-01T00:00:00.000Z'): Template => {
    return { version, fields, note: '', createdAt, by: null }
  }
  const [required, tonnes] = [aField({ required: true }), aField({ key: 'tonnes', label: 'Tonnes' })]
  const all = [
    at(
      3,
      [
        { ...required, label: 'Learned' },
        { ...tonnes, required: true },
        aField({ key: 'old', label: 'Old', retired: true }),
      ],
      '2026-03-01T00:00:00.000Z',
    ),
    at(2, [required, tonnes, aField({ key: 'old', label: 'Old' })]),
    at(1, []),
  ]
  const templates: Templates = { current: all[0] as Template, all }

  test('asks its own fields in today’s words, and requires what it required', () => {
    expect(askedBy(templates, 1).fields).toEqual([])
    expect(askedBy(templates, 2).fields.map(({ label, required: is }) => [label, is])).toEqual([
      ['Learned', true],
      ['Tonnes', false],
    ])
    expect([...requiredBy(templates, 3)]).toEqual(['lessons', 'tonnes'])
  })

  test('shows what is answered besides as kept', () => {
    const kept = askedBy(templates, 1, { old: 'Still here', tonnes: '3' }).fields
    expect(kept.map(({ key, kept: is, required: needed }) => [key, is, needed])).toEqual([
      ['tonnes', true, false],
      ['old', true, false],
    ])
  })

  test('is the newest for new pages, or for a day the one that their form showed', () => {
    const day = new Date('2026-03-01T20:00:00Z')
    expect(versionForNew(templates, 2, day)).toBe(2)
    expect(versionForNew(templates, 2, new Date('2026-03-03T00:00:00Z'))).toBe(3)
    for (const none of [0, 9, Number.NaN]) expect(versionForNew(templates, none, day)).toBe(3)
    expect([
      versionForEdit(templates, 2),
      versionForEdit(templates, 9),
      versionForEdit(templates, 0),
    ]).toEqual([2, 1, 1])
  })
})
