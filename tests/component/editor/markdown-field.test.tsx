// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MarkdownField, type MarkdownFieldProps } from '@/components/editor/markdown-field'
import { HELD, KEPT } from '../../unit/editor/documents'

const ACTION = { id: 'action', name: 'action', label: 'Action', defaultValue: 'We split the **lots**.' }

let root: Root
let form: HTMLFormElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  form = document.body.appendChild(document.createElement('form'))
  root = createRoot(form)
})

afterEach(async () => {
  await act(async () => root.unmount())
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

test('without scripts it is a labelled textarea that holds the Markdown', () => {
  document.body.innerHTML = renderToString(
    <MarkdownField {...ACTION} hint="In order." error="Enter what was done" required />,
  )
  const area = textarea()
  expect(area.value).toBe(ACTION.defaultValue)
  expect(document.querySelector<HTMLLabelElement>('label')?.htmlFor).toBe(area.id)
  expect(area.hidden).toBe(false)
  expect(describedBy(area)).toEqual(['In order.', 'Enter what was done'])
  expect(document.querySelector('[role=toolbar]')).toBeNull()
})

describe('with scripts', () => {
  test('the editor is a named, described textbox with labelled buttons', async () => {
    await show({ hint: 'In order.', error: 'Enter what was done', required: true, expectedWords: 150 })
    const box = editor()
    expect(box.getAttribute('role')).toBe('textbox')
    expect(box.getAttribute('aria-multiline')).toBe('true')
    expect(document.getElementById(box.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Action')
    expect(describedBy(box)).toEqual([
      'In order.',
      'Enter what was done',
      'Alt and F10 moves to the buttons. Tab leaves the editor.',
    ])
    expect(box.getAttribute('aria-invalid')).toBe('true')
    expect(names()).toEqual(
      'Heading,Subheading,Bold,Italic,Bullets,Numbers,Link,Quote,Table,Image,File,Undo,Redo,Edit as text'.split(
        ',',
      ),
    )
    expect(document.body.textContent).toContain('4 words. Most are about 150.')
  })

  test.each(Object.entries(HELD))('%s: opened and sent again as it was', async (_name, defaultValue) => {
    await show({ defaultValue })
    expect(editor()).toBeTruthy()
    expect(sent()).toBe(defaultValue)
  })

  test.each(Object.entries(KEPT))(
    '%s: shown as written, and sent again as it was',
    async (_name, defaultValue) => {
      await show({ defaultValue })
      expect(document.querySelector('.kept-source')?.getAttribute('aria-label')).toBe('Kept as written')
      expect(sent()).toBe(defaultValue)
    },
  )

  test('a button changes the text that is sent, and tells scripts that save drafts', async () => {
    const heard = vi.fn()
    form.addEventListener('input', heard)
    await show({ defaultValue: 'Steps taken' })
    await press('Numbers')
    expect(sent()).toBe('1. Steps taken')
    expect(button('Numbers').getAttribute('aria-pressed')).toBe('true')
    expect(heard).toHaveBeenCalled()
    await press('Undo')
    expect(sent()).toBe('Steps taken')
  })

  test('one edit leaves every other block as it was written', async () => {
    await show({ defaultValue: 'First\n\nTitle\n=====\n\n* a\n* b\n\nSee [it][1].\n\n[1]: /x\n' })
    await press('Heading')
    expect(sent()).toBe('# First\n\nTitle\n=====\n\n* a\n* b\n\nSee [it][1].\n\n[1]: /x\n')
  })

  test('switching between text and buttons changes nothing', async () => {
    const defaultValue = 'Title\n=====\n\n* a\n* b\n'
    await show({ defaultValue })
    await press('Edit as text')
    expect(textarea().hidden).toBe(false)
    expect(sent()).toBe(defaultValue)
    await press('Edit with buttons')
    expect(editor()).toBeTruthy()
    expect(sent()).toBe(defaultValue)
  })

  test('a table brings its own buttons', async () => {
    await show({ defaultValue: '' })
    await press('Table')
    expect(names()).toContain('Add row')
    expect(sent().split('\n')).toHaveLength(4)
    await press('Remove row')
    await press('Remove column')
    expect(sent()).toBe('|  |  |\n| --- | --- |\n|  |  |')
  })
})

describe('moving with keys', () => {
  test('Alt and F10 goes to the buttons, arrows move, Escape returns', async () => {
    await show({})
    await key(editor(), 'F10', { altKey: true })
    expect(document.activeElement?.textContent).toBe('Heading')
    await key(document.activeElement, 'ArrowRight')
    expect(document.activeElement?.textContent).toBe('Subheading')
    await key(document.activeElement, 'End')
    expect(document.activeElement?.textContent).toBe('Edit as text')
    await key(document.activeElement, 'ArrowRight')
    expect(document.activeElement?.textContent).toBe('Heading')
    expect([...document.querySelectorAll('.toolbar [tabindex="0"]')]).toHaveLength(1)
    await key(document.activeElement, 'Escape')
    expect(document.activeElement).toBe(editor())
  })

  test('Tab is left to the browser, in lists too', async () => {
    await show({ defaultValue: '- a\n- b' })
    expect((await key(editor(), 'Tab')).defaultPrevented).toBe(false)
    await show({ defaultValue: '| a | b |\n|---|---|\n| c | d |' })
    expect((await key(editor(), 'Tab')).defaultPrevented).toBe(false)
    expect((await key(editor(), 'Tab', { shiftKey: true })).defaultPrevented).toBe(false)
  })

  test('a click on the label goes to the editor', async () => {
    await show({})
    await act(async () => document.querySelector('label')?.click())
    expect(document.activeElement).toBe(editor())
  })
})

describe('links', () => {
  test('a wrong address is explained and the right one applied', async () => {
    await show({ defaultValue: '' })
    await press('Link')
    const input = document.querySelector<HTMLInputElement>('#action-link') as HTMLInputElement
    expect(document.querySelector('label[for=action-link]')?.textContent).toBe('Address of the link')
    await type(input, 'javascript:alert(1)')
    await press('Apply link')
    expect(describedBy(input)).toContain('Use an address that starts with https://, mailto: or tel:')
    await type(input, '#source-2')
    expect((await key(input, 'Enter')).defaultPrevented).toBe(true)
    expect(sent()).toBe('[#source-2](#source-2)')
    expect(document.querySelector('#action-link')).toBeNull()
  })
})

describe('what was typed stays', () => {
  test('when the page shows the field again', async () => {
    await show({})
    await press('Heading')
    await show({ error: 'Enter what was done' })
    expect(sent()).toBe('# We split the **lots**.')
  })

  test('when the form is reset after an action', async () => {
    await show({})
    await press('Heading')
    await act(async () => form.reset())
    expect(sent()).toBe('# We split the **lots**.')
  })

  test('when the answer repeats what was sent before', async () => {
    await show({})
    await press('Heading')
    form.dispatchEvent(Object.assign(new Event('formdata'), { formData: new FormData(form) }))
    await press('Heading')
    await press('Quote')
    await show({ defaultValue: '# We split the **lots**.' })
    expect(sent()).toBe('> We split the **lots**.')
  })

  test('but another text from the server is shown', async () => {
    await show({})
    await press('Heading')
    await show({ defaultValue: 'Merged text.' })
    expect(sent()).toBe('Merged text.')
    expect(editor().textContent).toBe('Merged text.')
  })
})

async function show(props: Partial<MarkdownFieldProps>) {
  await act(async () => root.render(<MarkdownField {...ACTION} {...props} />))
  await act(async () => {
    await import('@/components/editor/rich')
  })
}

async function press(name: string) {
  await act(async () => button(name).click())
}

async function key(target: Element | null, name: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
  await act(async () => target?.dispatchEvent(event))
  return event
}

async function type(input: HTMLInputElement, value: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    setter?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function button(name: string) {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

function names() {
  return [...document.querySelectorAll('.toolbar button')].map(({ textContent }) => textContent)
}

function describedBy(element: Element) {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent)
}

function textarea() {
  return document.querySelector('textarea') as HTMLTextAreaElement
}

function editor() {
  return document.querySelector('.editor') as HTMLElement
}

function sent() {
  return String(new FormData(form).get('action'))
}
