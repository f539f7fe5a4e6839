// @vitest-environment happy-dom
import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Opened, openMarkdown } from '@/components/editor/markdown/open'
import { size } from '../../support/size'
import { ALL } from './documents'
import { aDocument } from './markdown-writer'

const RUNS = size({ suite: 150, full: 5000 })
const EDITS = size({ suite: 300, full: 10_000 })

// Its words are also the name of its address.
const NAMED = ['link collapsed']

describe('P07: opening and saving', () => {
  test(`${RUNS} random documents: every byte stays`, () => {
    fc.assert(
      fc.property(aDocument, (markdown) => {
        const opened = open(markdown)
        expect(opened.write(opened.document)).toBe(markdown)
        // Also when the editor reports a document of its own making, with a trailing paragraph.
        const copy = structuredClone(opened.document)
        expect(opened.write({ ...copy, content: [...(copy.content ?? []), { type: 'paragraph' }] })).toBe(
          markdown,
        )
      }),
      { numRuns: RUNS },
    )
  })

  test(`${EDITS} edits of one word in random documents: one word differs`, () => {
    fc.assert(
      fc.property(aDocument, fc.nat(), (markdown, choice) => changesOneWord(markdown, choice)),
      { numRuns: EDITS },
    )
  })

  test.each(Object.entries(ALL).filter(([name]) => !NAMED.includes(name)))(
    '%s: one word of it',
    (_name, markdown) => {
      for (let choice = 0; choice < 4; choice += 1) changesOneWord(markdown, choice)
    },
  )
})

function changesOneWord(markdown: string, choice: number) {
  const opened = open(markdown)
  const edited = structuredClone(opened.document)
  const words = (edited.content ?? []).filter(({ type }) => type !== 'source').flatMap(wordsOf)
  const chosen = words[choice % words.length]
  if (!chosen) return
  const { node, word, at } = chosen
  const text = node.text ?? ''
  node.text = `${text.slice(0, at)}quince${text.slice(at + word.length)}`
  const written = opened.write(edited)
  expect(
    differenceOf(markdown.replace(/\r(?!\n)/g, '\n'), written, word),
    JSON.stringify({ markdown, written }),
  ).toEqual({
    from: word,
    to: 'quince',
  })
}

type Word = { node: JSONContent; word: string; at: number }

function wordsOf(node: JSONContent): Word[] {
  if (node.type !== 'text') return (node.content ?? []).flatMap(wordsOf)
  // The words of a bare address are its address.
  if (node.marks?.some(({ type, attrs }) => type === 'link' && String(attrs?.href).endsWith(node.text ?? '')))
    return []
  return [
    ...(node.text ?? '').matchAll(/(?<![\p{L}\p{N}\p{M}&#:/.@\\])[a-z]{2,}(?![\p{L}\p{N}\p{M};:/.@])/gu),
  ].map((found) => ({ node, word: found[0], at: found.index }))
}

/** What is left between the longest equal beginning and end, widened to whole words. */
function differenceOf(before: string, after: string, word: string) {
  for (let at = before.indexOf(word); at >= 0; at = before.indexOf(word, at + 1)) {
    if (after === `${before.slice(0, at)}quince${before.slice(at + word.length)}`)
      return { from: word, to: 'quince' }
  }
  return { before, after }
}

function open(markdown: string): Opened {
  const opened = openMarkdown(markdown)
  if (!opened) throw new Error('refused')
  return opened
}
