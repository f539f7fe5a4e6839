import type { JSONContent } from '@tiptap/core'
import { lex } from './marked'
import type { Inline } from './parse-inline'
import { writeInline } from './write-inline'
import { writeTable } from './write-table'

/** Writes blocks one after another; blocks with nothing in them are left out. */
export function writeBlocks(nodes: JSONContent[]): string {
  return joinBlocks(nodes, writeAll(nodes), () => '\n\n')
}

/** Writes each block by itself, with list markers that keep neighbouring lists apart. */
export function writeAll(nodes: JSONContent[], write = writeBlock): string[] {
  let above: string | undefined
  return nodes.map((node, index) => {
    const usual = usualMark(node)
    const below = sourceMark(nodes[index + 1], 0)
    const markdown = write(node, usual !== undefined && (usual === above || usual === below))
    if (markdown !== '') above = usual ? markOf(markdown) : sourceMark(node, -1)
    return markdown
  })
}

function usualMark({ type }: JSONContent) {
  if (type === 'bulletList') return '-'
  return type === 'orderedList' ? '.' : undefined
}

// The mark of a list that is kept as source: the same again beside it would make the two one list.
function sourceMark(node: JSONContent | undefined, end: 0 | -1): string | undefined {
  if (node?.type !== 'source') return undefined
  const block = lex(writeBlock(node, false)).at(end)
  return block?.type === 'list' ? markOf(block.raw) : undefined
}

function markOf(list: string): string | undefined {
  return /^\s*(?:\d+)?(\S)/.exec(list)?.[1]
}

export function joinBlocks<Node>(
  nodes: Node[],
  written: string[],
  gap: (before: Node, after: Node) => string,
): string {
  let out = ''
  let last: Node | undefined
  nodes.forEach((node, index) => {
    if (!written[index]) return
    out += last === undefined ? written[index] : gap(last, node) + written[index]
    last = node
  })
  return out
}

/** Writes one block; `other` asks for the other list marker. */
export function writeBlock(node: JSONContent, other: boolean): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'heading':
      return writeHeading(node.attrs?.level, writeInline(content as Inline[], 'heading'))
    case 'horizontalRule':
      return '---'
    case 'codeBlock':
      return writeCode(content.map(({ text }) => text ?? '').join(''), node.attrs?.language ?? '')
    case 'blockquote':
      return prefixed(writeBlocks(content), '> ', '> ')
    case 'bulletList':
      return writeList(node, () => (other ? '* ' : '- '))
    case 'orderedList':
      return writeList(node, (index) => `${(node.attrs?.start ?? 1) + index}${other ? ')' : '.'} `)
    case 'table':
      return writeTable(node)
    case 'source':
      return content.map(({ text }) => text ?? '').join('')
    default:
      return writeInline(content as Inline[], 'paragraph')
  }
}

function writeHeading(level: number, text: string) {
  return text === '' ? '' : `${'#'.repeat(level)} ${text}`
}

function writeCode(text: string, language: string) {
  const tick = language.includes('`') ? '~' : '`'
  const runs = text.match(tick === '`' ? /`{3,}/g : /~{3,}/g) ?? []
  const fence = tick.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1)
  return `${fence}${language}\n${text}${text === '' ? '' : '\n'}${fence}`
}

function writeList(node: JSONContent, marker: (index: number) => string): string {
  const items = (node.content ?? []).map(({ content = [] }) => writeItem(content, node.attrs?.loose === true))
  return items
    .filter((item) => item !== '')
    .map((item, index) => prefixed(item, marker(index), ' '.repeat(marker(index).length)))
    .join(node.attrs?.loose ? '\n\n' : '\n')
}

function writeItem(blocks: JSONContent[], loose: boolean): string {
  const gap = (before: JSONContent, after: JSONContent) =>
    !loose && before.type === 'paragraph' && canFollowClosely(after) ? '\n' : '\n\n'
  return joinBlocks(blocks, writeAll(blocks), gap)
}

// Anything else right under a paragraph would be read as part of it.
function canFollowClosely({ type, attrs }: JSONContent) {
  return (
    type === 'bulletList' || type === 'codeBlock' || (type === 'orderedList' && (attrs?.start ?? 1) === 1)
  )
}

function prefixed(text: string, first: string, rest: string): string {
  if (text === '') return ''
  return text
    .split('\n')
    .map((line, index) =>
      index === 0 ? first + line : (rest + line).trimEnd() === rest.trimEnd() ? rest.trimEnd() : rest + line,
    )
    .join('\n')
}
