import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { childrenOf } from './tree.mjs'

const toTree = unified().use(rehypeRemark).freeze()
const toText = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*', strong: '*', rule: '-', listItemIndent: 'one' })
  .freeze()

/** An element as Markdown (CommonMark with tables). */
export function markdownOf(element) {
  const copy = structuredClone(element)
  visit(copy, 'element', (cell) => {
    if (cell.tagName === 'td' || cell.tagName === 'th') flatten(cell)
    if (cell.tagName === 'table') headFirst(cell)
  })
  const tree = toTree.runSync({ type: 'root', children: [copy] })
  return toText.stringify(tree).trim()
}

/** A Markdown table begins with its head: most tables of Word do, without saying so. */
function headFirst(table) {
  const rows = []
  visit(table, 'element', (row) => {
    if (row.tagName === 'tr') rows.push(row)
  })
  for (const cell of rows[0] ? childrenOf(rows[0]) : []) cell.tagName = 'th'
}

/** A cell of a Markdown table is one line: paragraphs follow each other, and items of lists get a dot. */
function flatten(cell) {
  const flat = []
  const walk = (node, mark = '') => {
    for (const part of node.children) {
      const name = part.tagName ?? ''
      if (/^(?:ul|ol|table|thead|tbody|tr|td|th|div)$/.test(name)) walk(part)
      else if (name === 'li') walk({ children: part.children }, '• ')
      else if (/^(?:p|h[1-6])$/.test(name)) flat.push(text(` ${mark}`), ...part.children, text(' '))
      else flat.push(...(mark ? [text(` ${mark}`)] : []), part)
    }
  }
  if (childrenOf(cell).length > 0) walk(cell)
  if (flat.length > 0) cell.children = flat
}

function text(value) {
  return { type: 'text', value }
}
