import { getSchema, type JSONContent } from '@tiptap/core'
import { extensions } from '../extensions'
import { CannotHold } from './cannot-hold'
import { lex, meaningOf, type Token } from './marked'
import { match } from './match'
import { readBlock } from './parse'
import { joinBlocks, writeAll, writeBlock, writeBlocks } from './write'

type Piece = { node: JSONContent; key: string; source: string; gap: string }

type Original = { markdown: string; pieces: Piece[]; start: string; write: typeof writeBlock }

export type Opened = {
  document: JSONContent
  /** The Markdown of the edited document: untouched blocks keep their very characters. */
  write: (edited: JSONContent) => string
}

const schema = getSchema(extensions)

/** Opens Markdown for the editor, or refuses when the editor would show or save it differently. */
export function openMarkdown(markdown: string): Opened | null {
  try {
    const { pieces, start } = readPieces(lex(markdown))
    const document = canonical({ type: 'doc', content: pieces.map(({ node }) => node) })
    pieces.forEach((piece, index) => {
      piece.key = JSON.stringify(document.content?.[index])
    })
    if (meaningOf(writeBlocks(document.content ?? [])) !== meaningOf(markdown)) return null
    const original = { markdown, pieces, start, write: remembering() }
    return { document, write: (edited) => writeEdited(edited, original) }
  } catch (problem) {
    if (problem instanceof CannotHold || problem instanceof RangeError) return null
    throw problem
  }
}

function canonical(document: JSONContent): JSONContent {
  const node = schema.nodeFromJSON(
    document.content?.length ? document : { type: 'doc', content: [{ type: 'paragraph' }] },
  )
  node.check()
  return node.toJSON()
}

// The gap after a block is everything up to the next: blank lines and the addresses of reference links.
function readPieces(tokens: Token[]) {
  const pieces: Piece[] = []
  let start = ''
  for (const token of tokens) {
    const last = pieces.at(-1)
    if (token.type === 'space' || token.type === 'def') {
      if (token.type === 'def' && token.tag.startsWith('^')) throw new CannotHold('footnote')
      if (last) last.gap += token.raw
      else start += token.raw
      continue
    }
    const source = token.raw.replace(/\n+$/, '')
    pieces.push({ node: readBlock(token), key: '', source, gap: token.raw.slice(source.length) })
  }
  return { pieces, start }
}

function writeEdited(edited: JSONContent, original: Original): string {
  const { markdown, pieces, start } = original
  const nodes = withoutTrailing(edited.content ?? [])
  const matched = match(
    nodes.map((node) => JSON.stringify(node)),
    pieces,
  )
  if (nodes.length === pieces.length && matched.every((piece) => piece !== undefined)) return markdown

  const written = writeAll(nodes, original.write)
  const plain = joinBlocks(nodes, written, () => '\n\n')
  const kept = joinBlocks(
    nodes.map((_, index) => index),
    written.map((fresh, index) => matched[index]?.source ?? fresh),
    (before, after) => gapBetween(matched[before], matched[after], pieces),
  )
  const whole = start + kept + (kept === '' ? '' : (pieces.at(-1)?.gap ?? ''))
  return meaningOf(whole) === meaningOf(plain) ? whole : plain
}

// While a person types, all blocks but one are as they were a moment ago.
function remembering(): typeof writeBlock {
  const known = new Map<string, string>()
  return (node, other) => {
    const key = `${other} ${JSON.stringify(node)}`
    const markdown = known.get(key) ?? writeBlock(node, other)
    if (known.size > 2000) known.clear()
    known.set(key, markdown)
    return markdown
  }
}

function gapBetween(before: Piece | undefined, after: Piece | undefined, pieces: Piece[]) {
  if (before && after && pieces.indexOf(after) === pieces.indexOf(before) + 1) return before.gap
  // Addresses of reference links stay where they were, even when a neighbour changes.
  const gap = before?.gap.trim() ? before.gap : ''
  return gap === '' ? '\n\n' : `${gap.replace(/^\n*/, '\n\n').replace(/\n*$/, '')}\n\n`
}

function withoutTrailing(nodes: JSONContent[]) {
  const end = nodes.findLastIndex((node) => node.type !== 'paragraph' || node.content?.length)
  return nodes.slice(0, end + 1)
}
