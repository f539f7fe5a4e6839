// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { type Opened, openMarkdown } from '@/components/editor/markdown/open'
import { HELD, NOT_HELD } from './documents'
import { pageOf } from './page'

const ADDED = { type: 'paragraph', content: [{ type: 'text', text: 'Added by hand.' }] }

describe('Markdown the buttons can hold', () => {
  test.each(Object.entries(HELD))('%s: unchanged, it keeps every byte', (_name, markdown) => {
    const opened = open(markdown)
    expect(opened.write(opened.document)).toBe(markdown)
  })

  test.each(Object.entries(HELD))(
    '%s: a paragraph added below leaves the rest as it was',
    (_name, markdown) => {
      const opened = open(markdown)
      const edited = { type: 'doc', content: [...content(opened), ADDED] }
      expect(pageOf(opened.write(edited))).toBe(`${pageOf(markdown)}<p>Added by hand.</p>`)
    },
  )

  test.each(Object.entries(HELD))(
    '%s: a paragraph added above leaves the rest as it was',
    (_name, markdown) => {
      const opened = open(markdown)
      const edited = { type: 'doc', content: [ADDED, ...content(opened)] }
      expect(pageOf(opened.write(edited))).toBe(`<p>Added by hand.</p>${pageOf(markdown)}`)
    },
  )

  test.each(Object.entries(HELD))(
    '%s: written out in full it reads the same, and again',
    (_name, markdown) => {
      const opened = open(markdown)
      const fresh = open('').write(opened.document)
      expect(pageOf(fresh)).toBe(pageOf(markdown))
      const again = open(fresh)
      expect(again.document).toEqual(opened.document)
      expect(open('').write(again.document)).toBe(fresh)
    },
  )
})

describe('Markdown the buttons cannot hold', () => {
  test.each(Object.entries(NOT_HELD))('%s', (_name, markdown) => {
    expect(openMarkdown(markdown)).toBeNull()
    expect(openMarkdown(`Before\n\n${markdown}\n\nAfter`)).toBeNull()
  })
})

function open(markdown: string): Opened {
  const opened = openMarkdown(markdown)
  if (!opened) throw new Error('refused')
  return opened
}

function content(opened: Opened) {
  return (opened.document.content ?? []).filter((node) => node.type !== 'paragraph' || node.content?.length)
}
