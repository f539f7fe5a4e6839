import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { markdownOf } from './markdown.mjs'
import { childrenOf, textOf } from './tree.mjs'

const LINK = /^(?:https?:|mailto:|tel:)/i
const NOTE = /^#((?:foot|end)note-\w+)$/

/** The HTML of a whole text as blocks, in reading order; each with the notes that it refers to. */
export function blocksOf(html) {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
  const notes = takeNotes(tree)
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') settleLink(element)
    if (element.tagName === 'td' || element.tagName === 'th')
      element.data = { whole: structuredClone(element) }
  })
  const used = new Set()
  const blocks = childrenOf(tree).map((element) => blockOf(element, notes, used))
  const unused = [...notes].filter(([id]) => !used.has(id))
  return [...blocks, ...unused.map(([, note]) => ({ ...empty, ...note }))]
}

const empty = {
  kind: 'paragraph',
  depth: 0,
  isTitle: false,
  isBold: false,
  isPlain: false,
  items: [],
  rows: [],
  notes: [],
}

function blockOf(element, notes, used) {
  const heading = /^h([1-6])$/.exec(element.tagName)
  const kind = heading ? 'heading' : (KINDS[element.tagName] ?? 'other')
  return {
    kind,
    depth: heading ? Number(heading[1]) : 0,
    isTitle: Boolean(element.properties.className?.includes('title')),
    text: textOf(element),
    /** Without the numbers of notes. */
    bare: textOf(element, { notes: false }),
    markdown: markdownOf(element),
    isBold: kind === 'paragraph' && isAllBold(element),
    isPlain: isPlain(element),
    items: kind === 'list' && isSimpleList(element) ? childrenOf(element).map(textOf) : [],
    // Its rows count their notes for themselves: only one of the two is used.
    rows: kind === 'table' ? rowsOf(element, notes) : [],
    notes: notesIn(element, notes, used),
  }
}

const KINDS = { p: 'paragraph', ul: 'list', ol: 'list', table: 'table' }

/** Of a table of two columns: what its left cells say, and the blocks of its right ones. */
function rowsOf(table, notes) {
  const used = new Set()
  const rows = []
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return
    rows.push(childrenOf(row).map(({ data }) => data.whole))
  })
  if (rows.length === 0 || !rows.every((cells) => cells.length === 2)) return []
  return rows.map(([left, right]) => ({
    label: textOf(left),
    isPlain: childrenOf(left).every(isPlain),
    blocks: childrenOf(right).map((element) => blockOf(element, notes, used)),
  }))
}

/** Notes stand in a list at the end, each with a link back; they belong to what refers to them. */
function takeNotes(tree) {
  const notes = new Map()
  tree.children = tree.children.filter((list) => {
    const items = list.tagName === 'ol' ? childrenOf(list) : []
    const isNotes =
      items.length > 0 && items.every((item) => /^(?:foot|end)note-/.test(item.properties.id ?? ''))
    if (!isNotes) return true
    for (const [index, item] of items.entries()) notes.set(item.properties.id, noteOf(item, index + 1))
    return false
  })
  return notes
}

function noteOf(item, number) {
  visit(item, 'element', (link, index, parent) => {
    if (link.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(link.properties.href ?? ''))
      parent.children.splice(index, 1)
    else if (link.tagName === 'a') settleLink(link)
  })
  const body = { type: 'element', tagName: 'div', properties: {}, children: item.children }
  const first = childrenOf(body)[0] ?? body
  first.children.unshift({ type: 'text', value: `[${number}] ` })
  return { text: textOf(body), bare: textOf(body), markdown: markdownOf(body) }
}

function notesIn(element, notes, used) {
  const found = []
  visit(element, 'element', ({ data }) => {
    if (!data?.note || !notes.has(data.note) || used.has(data.note)) return
    used.add(data.note)
    found.push(notes.get(data.note))
  })
  return found
}

/** Links within the file lead nowhere here; other kinds that a page may not link keep their address as words. */
function settleLink(element) {
  const href = element.properties.href ?? ''
  if (LINK.test(href)) return
  const note = NOTE.exec(href)?.[1]
  element.tagName = 'span'
  element.properties = {}
  if (note) element.data = { note }
  else if (href && !href.startsWith('#')) element.children.push({ type: 'text', value: ` (${href})` })
}

function isAllBold(element) {
  const parts = element.children.filter((part) => textOf(part).trim() !== '')
  return parts.length > 0 && parts.every(({ tagName }) => tagName === 'strong')
}

/** Nothing in it would be lost as plain words: no link, picture, list or table. */
function isPlain(element) {
  let plain = true
  visit(element, 'element', ({ tagName, data }) => {
    if (!/^(?:p|h[1-6]|strong|em|br|span|sup|sub)$/.test(tagName) || data?.note) plain = false
  })
  return plain
}

function isSimpleList(list) {
  return childrenOf(list).every((item) =>
    item.children.every((part) => part.type === 'text' || isPlain(part)),
  )
}
