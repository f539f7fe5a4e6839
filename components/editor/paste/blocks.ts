import { htmlEscape } from 'escape-goat'
import { childrenInline, inlineOf, tidy } from './inline'
import { type Block, isItem, type ListItem, writeBlocks } from './lists'
import { type Context, isDropped, styleOf } from './style'
import { onlyCell, tableOf, unbold } from './table'
import { continuesItem, markerOf, wordItem } from './word-list'

const BLOCK =
  /^(?:P|H[1-6]|UL|OL|LI|TABLE|BLOCKQUOTE|PRE|HR|DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|NAV|ASIDE|DL|DT|DD|FIGURE|FIGCAPTION|CENTER|ADDRESS|FORM|FIELDSET|DETAILS|SUMMARY)$/

/** The blocks in an element, in order; words between them become paragraphs. */
export function blocksOf(element: Element, context: Context): Block[] {
  const blocks: Block[] = []
  let words = ''
  const flush = () => {
    blocks.push(...paragraph(words))
    words = ''
  }
  for (const child of element.childNodes) {
    if (!holdsBlocks(child)) {
      words += inlineOf(child, context)
      continue
    }
    flush()
    if (!isDropped(child, context)) addTo(blocks, child, context)
  }
  flush()
  return blocks
}

function addTo(blocks: Block[], element: Element, context: Context) {
  const last = blocks.at(-1)
  if (element.nodeName === 'P' && isItem(last) && continuesItem(element)) {
    const words = tidy(childrenInline(element, context))
    if (words !== '') last.more += `<p>${words}</p>`
  } else blocks.push(...blockOf(element, context))
}

function holdsBlocks(node: Node): node is Element {
  if (node.nodeType !== 1) return false
  return BLOCK.test(node.nodeName) || [...node.childNodes].some(holdsBlocks)
}

function blockOf(element: Element, context: Context): Block[] {
  const level = headingLevel(element, context)
  if (level) return heading(element, level, context)
  switch (element.nodeName) {
    case 'UL':
    case 'OL':
      context.lists += 1
      return listItems(element, 1, context)
    case 'TABLE': {
      const frame = onlyCell(element)
      return frame ? blocksOf(frame, context) : [{ html: tableOf(element, context) }]
    }
    case 'BLOCKQUOTE': {
      const inner = writeBlocks(blocksOf(element, context))
      return inner === '' ? [] : [{ html: `<blockquote>${inner}</blockquote>` }]
    }
    case 'PRE':
      return [
        { html: `<pre><code>${htmlEscape((element.textContent ?? '').replace(/\n$/, ''))}</code></pre>` },
      ]
    case 'HR':
      return [{ html: '<hr>' }]
    default: {
      const item = wordItem(element, context)
      return item ? [item].filter(({ html }) => html !== '') : blocksOf(element, context)
    }
  }
}

function paragraph(words: string): Block[] {
  const html = tidy(words)
  return html === '' ? [] : [{ html: `<p>${html}</p>` }]
}

function headingLevel(element: Element, context: Context): number {
  const named = /^H([1-6])$/.exec(element.nodeName)?.[1]
  if (named) return Number(named)
  if (!/^(?:P|DIV)$/.test(element.nodeName)) return 0
  const kind = element.getAttribute('class') ?? ''
  if (/\b(?:x_)?MsoTitle\b/.test(kind)) return 1
  const styled = /\b(?:x_)?MsoHeading([1-6])\b/.exec(kind)?.[1]
  if (styled) return Number(styled)
  if (element.getAttribute('role') === 'heading')
    return Math.min(6, Number(element.getAttribute('aria-level') ?? 2))
  const outline = Number(styleOf(element, context)['mso-outline-level'])
  return outline >= 1 && outline <= 6 ? outline : 0
}

function heading(element: Element, level: number, context: Context): Block[] {
  const number = markerOf(element)
  const words = unbold(tidy(childrenInline(element, context))).replace(/<br>/g, ' ')
  if (words === '') return []
  const text = /\d/.test(number) ? `${htmlEscape(number)} ${words}` : words
  return [{ html: `<h${level}>${text}</h${level}>` }]
}

/** Items in the order they are read, each with its level. Some programs put a list straight into a list. */
function listItems(list: Element, level: number, context: Context): ListItem[] {
  const ordered = list.nodeName === 'OL'
  let start = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  return [...list.children].flatMap((child) => {
    if (/^(?:UL|OL)$/.test(child.nodeName)) return listItems(child, level + 1, context)
    if (child.nodeName !== 'LI' || isDropped(child, context)) return []
    const told = child.getAttribute('data-aria-level')
    const item: ListItem = { level: told ? Number(told) : level, ordered, start, html: '', more: '' }
    // Word for the web puts every item into a list of its own.
    if (!told) item.list = context.lists
    start += 1
    return withContent(item, child, context)
  })
}

function withContent(item: ListItem, element: Element, context: Context): ListItem[] {
  const inner: ListItem[] = []
  const outer = context.lists
  for (const block of blocksOf(element, context)) {
    if (isItem(block)) inner.push({ ...block, level: block.level + item.level, list: undefined })
    else if (inner.length > 0) (inner.at(-1) as ListItem).more += block.html
    else if (item.html === '' && block.html.startsWith('<p>')) item.html = block.html.slice(3, -4)
    else if (/^<h\d>/.test(block.html) && item.html === '') item.html = block.html.replace(/<\/?h\d>/g, '')
    else item.more += block.html
  }
  context.lists = outer
  return item.html === '' && item.more === '' ? inner : [item, ...inner]
}
