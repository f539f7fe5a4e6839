// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { FormLegal } from '@/components/case-studies/form-legal'
import { type Form, useForm } from '@/components/forms/use-form'
import type { FormValues } from '@/lib/platform/form'

const UNTOUCHED: FormValues = {
  nation: '',
  regime: '',
  procedure: 'unknown',
  reuse: 'not-considered',
  challenge: { state: 'unknown' },
  approvals: [],
}

test('three questions stand open; nothing is answered for the writer, and the rest says “Not known”', () => {
  const form = drawn(UNTOUCHED)
  expect(form.full.open).toBe(false)
  expect(form.value('nation')).toBe('')
  expect(form.value('approvals.0.kind')).toBe('')
  expect(form.value('commencedOn')).toBe('')
  expect(form.value('regime')).toBe('UNK')
  expect(form.value('procedure')).toBe('unknown')
  expect(form.value('valueBand')).toBe('unknown')
  expect(form.value('challenge.state')).toBe('unknown')
  expect(form.value('approvals.0.access')).toBe('unknown')
  expect(form.value('reuse')).toBe('not-considered')
  expect(form.value('reviewed.view')).toBe('none')
})

test('every field of the record can be answered once, and only once', () => {
  expect(drawn(UNTOUCHED).names.sort()).toEqual(
    [
      'nation commencedOn regime procedure valueBand awardedOn endsOn legalPoint subjectLink noticeReferences',
      'challenge.state challenge.date challenge.source reuse reviewed.view reviewed.by reviewed.date',
      ...['kind', 'body', 'capacity', 'date', 'scope', 'conditions', 'documentUrl', 'access'].map(
        (name) => `approvals.0.${name}`,
      ),
    ]
      .flatMap((names) => names.split(' '))
      .map((name) => `legalStatus.${name}`)
      .sort(),
  )
})

test.each<[string, FormValues]>([
  ['the law', { regime: 'PCR2015' }],
  ['when the contract ends', { endsOn: '2028' }],
  ['a condition of the approval', { approvals: [{ kind: 'LEG-OWN', conditions: 'Not scored' }] }],
  ['a second approval', { approvals: [{ kind: 'LEG-OWN' }, { kind: 'OGC' }] }],
  ['a challenge', { challenge: { state: 'settled' } }],
  ['the reviewer', { reviewed: { view: 'none', by: 'Head of law' } }],
])('what was filled in stands open: %s', (_what, answers) => {
  expect(drawn({ ...UNTOUCHED, ...answers }).full.open).toBe(true)
})

test('three answers alone leave the rest folded', () => {
  const answers = { nation: 'Wales', commencedOn: '2024', approvals: [{ kind: 'LEG-OWN' }] }
  const form = drawn({ ...UNTOUCHED, ...answers })
  expect(form.full.open).toBe(false)
  expect(form.value('nation')).toBe('Wales')
  expect(form.value('approvals.0.kind')).toBe('LEG-OWN')
})

test('the list of approvers has the own legal department and OGC, closed, with where its work went', () => {
  const { page, select } = drawn(UNTOUCHED)
  const words = [...select('approvals.0.kind').options].map(({ textContent }) => textContent)
  expect(words).toContain('Own legal department')
  expect(words).toContain('Office of Government Commerce (closed 2011)')
  expect(words).toContain('Not known')
  const described = select('approvals.0.kind').getAttribute('aria-describedby') ?? ''
  expect(page.getElementById(described)?.textContent).toMatch(
    /closed in 2011\..*Government Commercial Agency/,
  )
})

test('a message about the approval stands at its question', () => {
  const message = 'Say who approved the approach. “Not known” is an honest answer'
  const { page } = drawn(UNTOUCHED, [{ field: 'legalStatus.approvals', message }])
  expect(page.querySelector('#legalStatus-approvals .error')?.textContent).toContain(message)
  expect(page.querySelector('.fullrecord')?.hasAttribute('open')).toBe(false)
})

test('a message about a folded field opens the fold', () => {
  const errors = [{ field: 'legalStatus.approvals.0.documentUrl', message: 'Not an address' }]
  expect(drawn(UNTOUCHED, errors).full.open).toBe(true)
})

function drawn(legalStatus: FormValues, errors: { field: string; message: string }[] = []) {
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML = renderToStaticMarkup(<Legal legalStatus={legalStatus} errors={errors} />)
  const fields = [...page.querySelectorAll<HTMLSelectElement>('[name]')].filter((field) =>
    field.name.startsWith('legalStatus.'),
  )
  const named = (name: string) => {
    const field = fields.find((each) => each.name === `legalStatus.${name}`)
    if (!field) throw new Error(`There is no field ${name}`)
    return field
  }
  const full = page.querySelector<HTMLDetailsElement>('details.fullrecord')
  if (!full) throw new Error('There is no full record')
  return {
    page,
    full: { open: full.hasAttribute('open') },
    names: fields.map(({ name }) => name),
    select: named,
    value: (name: string) => {
      const chosen = named(name).querySelector('option[selected]')
      return (chosen ?? named(name)).getAttribute('value')
    },
  }
}

type Given = { legalStatus: FormValues; errors: { field: string; message: string }[] }

function Legal({ legalStatus, errors }: Given) {
  const form: Form = useForm(vi.fn(), { legalStatus })
  return (
    <FormLegal
      form={{
        ...form,
        state: { ...form.state, errors },
        error: (name) => errors.find(({ field }) => field === name)?.message,
      }}
    />
  )
}
