// @vitest-environment happy-dom

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MarkdownField } from '@/components/editor/markdown-field'

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

describe('pasting', () => {
  test('a Word list becomes a list, with a word on what was left out; one Undo takes it back', async () => {
    await show('Before')
    await act(async () => {
      rich().commands.focus('end')
      rich().commands.enter()
    })
    await paste({ 'text/html': fixture('word-2016-bullets.html'), 'text/plain': 'The steps were' })
    expect(sent()).toBe(`Before\n\n${fixture('word-2016-bullets.md').trim()}`)
    expect(document.querySelector('.editor-notice')?.textContent).toMatch(
      /^Pasted from Word: \d+ styles left out\.$/,
    )
    await press('Undo')
    expect(sent()).toBe('Before')
  })

  test('a list pasted after words begins below them, and two pastes are two steps', async () => {
    await show('Before')
    await act(async () => rich().commands.focus('end'))
    await paste({ 'text/html': '<ul><li>one</li><li>two</li></ul>', 'text/plain': 'one two' })
    expect(sent()).toBe('Before\n\n- one\n- two')
    await act(async () => rich().commands.focus('end'))
    await paste({ 'text/html': '<h2>Head</h2><p>Words</p>', 'text/plain': 'Head' })
    expect(sent()).toContain('- one\n- two\n')
    expect(sent()).toContain('# Head')
    await press('Undo')
    expect(sent()).toBe('Before\n\n- one\n- two')
    await press('Undo')
    expect(sent()).toBe('Before')
  })

  test('lines of a PDF are joined', async () => {
    await show('')
    await paste({ 'text/plain': fixture('pdf-acrobat.txt') })
    expect(sent()).toBe(fixture('pdf-acrobat.md').trim())
  })

  test('a word in a sentence stays in the sentence', async () => {
    await show('One three')
    await act(async () => {
      rich().commands.setTextSelection(5)
    })
    await paste({ 'text/plain': 'two ' })
    expect(sent()).toBe('One two three')
  })
})

describe('pictures and files', () => {
  test('limits and kinds are said first; what is missing is said in words', async () => {
    await show('')
    await press('Image')
    const input = field('picture-file')
    expect(describedBy(input)).toContain('Pictures up to 10 MB: PNG, JPEG, WebP or GIF.')
    expect(document.activeElement).toBe(input)
    await press('Add picture')
    expect(describedBy(input)).toContain('Choose a picture')
    expect(describedBy(field('picture-alt'))).toContain(
      'Say what the picture shows, or tick that it is only decoration',
    )
    expect(document.activeElement).toBe(input)
  })

  test('a picture is sent and stands in the text with its words', async () => {
    const sentForms: FormData[] = []
    vi.stubGlobal('fetch', async (_address: string, { body }: { body: FormData }) => {
      sentForms.push(body)
      return Response.json(
        { id: 12, url: '/files/12-depot.png', name: 'depot.png', type: 'image/png', bytes: 9 },
        { status: 201 },
      )
    })
    await show('')
    await press('Image')
    choose(new File(['x'], 'depot.png', { type: 'image/png' }))
    await type(field('picture-alt'), 'The depot at dawn')
    await pick('ogl')
    await tick('picture-confirm')
    await press('Add picture')
    expect(sentForms[0]?.get('licence')).toBe('ogl')
    expect(sent()).toBe('![The depot at dawn](/files/12-depot.png)')
    expect(document.querySelector('.editor-panel')).toBeNull()
    expect(document.querySelector('.editor-notice')?.textContent).toBe('Picture added.')
    expect(document.querySelector('.editor img[data-picture]')?.getAttribute('alt')).toBe('The depot at dawn')
  })

  test('a file becomes a link that names its kind and size', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json(
        { id: 7, url: '/files/7-plan.pdf', name: 'plan.pdf', type: 'application/pdf', bytes: 1_258_291 },
        { status: 201 },
      ),
    )
    await show('')
    await press('File')
    choose(new File(['x'], 'plan.pdf'))
    await pick('own')
    await tick('picture-confirm')
    await press('Add file')
    expect(sent()).toBe('[plan.pdf (PDF, 1.2 MB)](/files/7-plan.pdf)')
  })

  test('a refusal is shown and nothing typed is lost', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json(
        {
          title: 'The file was not sent.',
          errors: [{ path: 'file', message: 'This file is locked by a password' }],
        },
        { status: 422 },
      ),
    )
    await show('Words')
    await press('File')
    choose(new File(['x'], 'plan.pdf'))
    await pick('own')
    await tick('picture-confirm')
    await press('Add file')
    expect(describedBy(field('picture-file'))).toContain('This file is locked by a password')
    expect(sent()).toBe('Words')
  })

  test('kinds that are not taken are not sent', async () => {
    const heard = vi.fn()
    vi.stubGlobal('fetch', heard)
    await show('')
    await press('File')
    choose(new File(['x'], 'virus.exe'))
    await pick('own')
    await tick('picture-confirm')
    await press('Add file')
    expect(describedBy(field('picture-file'))).toContain('virus.exe is not of the kinds named above')
    expect(heard).not.toHaveBeenCalled()
  })

  test('Escape closes the panel and goes back to the text', async () => {
    await show('')
    await press('File')
    await act(async () =>
      field('picture-file').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      ),
    )
    expect(document.querySelector('.editor-panel')).toBeNull()
    expect(button('File').getAttribute('aria-expanded')).toBe('false')
  })
})

async function show(defaultValue: string) {
  await act(async () =>
    root.render(<MarkdownField id="picture" name="picture" label="Action" defaultValue={defaultValue} />),
  )
  await act(async () => {
    await import('@/components/editor/rich')
  })
}

async function paste(clipboard: Record<string, string>) {
  const clipboardData = { getData: (type: string) => clipboard[type] ?? '', files: [] }
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData })
  await act(async () => document.querySelector('.editor')?.dispatchEvent(event))
}

function rich(): Editor {
  return (document.querySelector('.editor') as Element & { editor: Editor }).editor
}

function fixture(name: string) {
  return readFileSync(join(process.cwd(), 'tests/fixtures/paste', name), 'utf8')
}

async function press(name: string) {
  await act(async () => button(name).click())
}

function button(name: string) {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

function field(id: string) {
  return document.getElementById(id) as HTMLInputElement
}

function choose(file: File) {
  Object.defineProperty(field('picture-file'), 'files', { value: [file], configurable: true })
}

async function type(input: HTMLInputElement, value: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    setter?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function pick(value: string) {
  const select = document.getElementById('picture-licence') as HTMLSelectElement
  await act(async () => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

async function tick(id: string) {
  await act(async () => field(id).click())
}

function describedBy(element: Element) {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent)
}

function sent() {
  return String(new FormData(form).get('picture'))
}
