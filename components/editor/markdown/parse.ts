import type { JSONContent } from '@tiptap/core'
import type { Tokens } from 'marked'
import { CannotHold } from './cannot-hold'
import type { Token } from './marked'
import { type Inline, readInline } from './parse-inline'

/** Reads one block, or throws CannotHold rather than lose any of it. */
export function readBlock(token: Token): JSONContent {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return paragraph(readText(inlineTokens(token)))
    case 'heading':
      return { type: 'heading', attrs: { level: token.depth }, content: readText(inlineTokens(token)) }
    case 'hr':
      return { type: 'horizontalRule' }
    case 'code':
      return codeBlock(token as Tokens.Code)
    case 'blockquote':
      return { type: 'blockquote', content: readBlocks(token.tokens ?? []) }
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    default:
      throw new CannotHold(token.type)
  }
}

function readBlocks(tokens: Token[]): JSONContent[] {
  const blocks = tokens.filter((token) => token.type !== 'space').map(readBlock)
  if (blocks.length === 0) throw new CannotHold('empty')
  return blocks
}

function codeBlock(token: Tokens.Code): JSONContent {
  const content = token.text === '' ? [] : [{ type: 'text', text: token.text }]
  return { type: 'codeBlock', attrs: { language: token.lang || null }, content }
}

function list(token: Tokens.List): JSONContent {
  const content = token.items.map(listItem)
  return token.ordered
    ? { type: 'orderedList', attrs: { start: Number(token.start), loose: token.loose }, content }
    : { type: 'bulletList', attrs: { loose: token.loose }, content }
}

function listItem(item: Tokens.ListItem): JSONContent {
  if (item.task) throw new CannotHold('task')
  const content = readBlocks(item.tokens)
  if (content[0]?.type !== 'paragraph') throw new CannotHold('list item without a text')
  return { type: 'listItem', content }
}

function table(token: Tokens.Table): JSONContent {
  const row = (type: string) => (cells: Tokens.TableCell[]) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type,
      attrs: { align: cell.align },
      content: [paragraph(readText(cell.tokens))],
    })),
  })
  return { type: 'table', content: [row('tableHeader')(token.header), ...token.rows.map(row('tableCell'))] }
}

// Spaces at the end of a block are not shown.
function readText(tokens: Token[]): Inline[] {
  const nodes = readInline(tokens)
  const last = nodes.at(-1)
  if (last?.type !== 'text') return nodes
  const text = last.text?.replace(/[ \t]+$/, '')
  return text ? [...nodes.slice(0, -1), { ...last, text }] : nodes.slice(0, -1)
}

function paragraph(content: Inline[]): JSONContent {
  return { type: 'paragraph', content }
}

function inlineTokens(token: Token): Token[] {
  if (!('tokens' in token) || !token.tokens) throw new CannotHold(token.type)
  return token.tokens
}
