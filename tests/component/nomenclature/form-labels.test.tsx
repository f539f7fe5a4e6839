// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FormLabels, type TickHeading } from '@/components/case-studies/form-labels'
import { useForm } from '@/components/forms/use-form'
import type { FormState, FormValues } from '@/lib/platform/form'

const gone = '2027-01-22T00:00:00.000Z'
const HEADINGS: TickHeading[] = [
  heading('D', null, 'Contracts'),
  heading('D10', 'D', 'Food and catering', {
    alsoCalled: ['school meals'],
    cpv: ['15'],
    note: 'Meals.',
    count: 12,
  }),
  heading('D11', 'D', 'Waste and recycling', { alsoCalled: ['bins'], cpv: ['90'], count: 1 }),
  heading('D40', 'D', 'Rubbish', { successors: ['D11'], retiredAt: gone }),
  heading('E', null, 'Impact assessment/tools', { section: 'impact' }),
  heading('E1', 'E', 'Economic evaluation', { section: 'impact' }),
  heading('E1.1', 'E1', 'LM3', { section: 'impact' }),
]

let root: Root
let place: HTMLElement
let sent: number

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  sent = 0
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
})

afterEach(async () => {
  await act(async () => root.unmount())
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

test('typing narrows the tree, says how much is left, and keeps what is ticked in sight', async () => {
  await show({ categories: ['D10'] })
  await type('bins')
  expect(seen()).toEqual(['Food and catering', 'Waste and recycling'])
  expect(status()).toBe('1 label matches “bins”. What you have ticked stays in sight.')
  await type('zzz')
  expect(seen()).toEqual(['Food and catering'])
  expect(status()).toContain('No label matches “zzz”')
})

test('a heading that is meant shows with those above it', async () => {
  await show({ categories: [] })
  await type('lm3')
  expect(seen()).toEqual(['Economic evaluation', 'LM3'])
  expect(place.querySelectorAll('details[open]')).toHaveLength(1)
})

test('Escape empties the box and shows all; Enter sends nothing', async () => {
  await show({ categories: [] })
  await type('bins')
  await press('Enter')
  expect(sent).toBe(0)
  await press('Escape')
  expect(box().value).toBe('')
  expect(status()).toBe('')
  expect(place.querySelectorAll('li[hidden], details[hidden]')).toHaveLength(0)
})

test('ticking says at once under which headings it shows', async () => {
  await show({ categories: [] })
  await act(async () => tick('E1.1').click())
  expect(place.textContent).toContain('It shows under LM3. It also shows under Economic evaluation, Impact')
  expect(place.textContent).toContain('1 ticked: LM3')
  await act(async () => tick('E1.1').click())
  expect(place.textContent).not.toContain('It shows under')
})

test('a box is named by its heading and described by its scope and its count', async () => {
  await show({ categories: [] })
  const food = tick('D10')
  expect(document.getElementById(food.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Food and catering',
  )
  expect(document.getElementById(food.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Meals. 12 case studies',
  )
})

test('a heading out of use is not offered; one that was ticked says where it stands now', async () => {
  await show({ categories: [] })
  expect(place.textContent).not.toContain('Rubbish')
  await show({ categories: ['D40'] })
  expect(tick('D40').checked).toBe(true)
  expect(place.textContent).toContain('It now stands under Waste and recycling.')
})

test('without scripts the box has a button, and the answer is narrowed with everything else kept', () => {
  const html = renderToString(<Shown values={{ categories: ['D11'], labelFilter: 'lm3' }} />)
  document.body.innerHTML = html
  expect(document.querySelector('button[name=intent][value=labels]')?.textContent).toBe('Narrow the labels')
  expect(document.querySelector<HTMLInputElement>('[name=labelFilterShown]')?.value).toBe('lm3')
  expect(document.querySelector<HTMLInputElement>('input[value=D11]')?.checked).toBe(true)
  expect(document.querySelector('input[value=D10]')?.closest('li')?.hidden).toBe(true)
})

function heading(
  code: string,
  parentCode: string | null,
  name: string,
  change: Partial<TickHeading> = {},
): TickHeading {
  const none = { note: '', alsoCalled: [], cpv: [], successors: [], retiredAt: null }
  return { code, parentCode, section: 'contracts', name, ...none, ...change }
}

function Shown({ values }: { values: FormValues }) {
  const form = useForm(async (state: FormState) => state, values)
  return (
    <form onSubmit={() => (sent += 1)}>
      <FormLabels form={form} headings={HEADINGS} />
    </form>
  )
}

async function show(values: FormValues) {
  await act(async () => root.render(<Shown key={JSON.stringify(values)} values={values} />))
}

async function type(words: string) {
  await act(async () => {
    box().value = words
    box().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function press(key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  await act(async () => {
    if (box().dispatchEvent(event) && key === 'Enter') box().form?.requestSubmit()
  })
}

function box() {
  return place.querySelector('input[type=search]') as HTMLInputElement
}

function tick(code: string) {
  return place.querySelector(`input[value="${code}"]`) as HTMLInputElement
}

function status() {
  return place.querySelector('[role=status]')?.textContent
}

/** The labels in sight, by name. */
function seen() {
  return [...place.querySelectorAll<HTMLElement>('.ticktree li')]
    .filter((item) => !item.closest('[hidden]'))
    .map((item) => item.querySelector('[id$=-name]')?.textContent)
}
