import { lex, type Token } from './marked'
import { type Inline, readInline } from './parse-inline'

export type Place = 'paragraph' | 'heading' | 'cell'

/** Whether Markdown written for these nodes is read back as the same words with the same marks. */
export function reads(markdown: string, nodes: Inline[], place: Place): boolean {
  try {
    const tokens = inlineOf(markdown, place)
    return tokens !== undefined && signature(readInline(tokens), place) === signature(nodes, place)
  } catch {
    return false
  }
}

function inlineOf(markdown: string, place: Place): Token[] | undefined {
  if (markdown === '') return []
  if (place === 'cell') return tableCell(lex(`| ${markdown} |\n| --- |\n`))
  const blocks = lex(place === 'heading' ? `# ${markdown}` : markdown)
  return blocks.length === 1 && blocks[0]?.type === place ? blocks[0].tokens : undefined
}

function tableCell(blocks: Token[]): Token[] | undefined {
  const [table] = blocks
  return blocks.length === 1 && table?.type === 'table' && table.header.length === 1
    ? table.header[0].tokens
    : undefined
}

// Marks on spaces and punctuation are left out: they cannot be seen, and writing may move them.
function signature(nodes: Inline[], place: Place) {
  let words = ''
  let marks = ''
  for (const node of nodes) {
    if (node.type === 'image') words += `\n${node.attrs?.src}\n`
    if (node.type === 'hardBreak') words += place === 'paragraph' ? '\n' : ' '
    if (node.type !== 'text') continue
    words += node.text
    const seen = node.text?.replace(/[\s\p{P}\p{S}]+/gu, '').length ?? 0
    marks += names(node).repeat(seen)
  }
  return `${words
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim()}\n${marks}`
}

function names(node: Inline) {
  const marks = node.marks ?? []
  return `${marks.map(name).filter(Boolean).sort().join(',')};`

  function name({ type, attrs }: (typeof marks)[number]) {
    // A bare address becomes a link by itself, whether or not the editor made it one.
    const own = type === 'link' && String(attrs?.href).endsWith(node.text ?? '')
    return type === 'link' ? (own ? '' : `link ${attrs?.href}`) : type
  }
}
