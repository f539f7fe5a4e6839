import type { JSONContent } from '@tiptap/core'
import { CannotHold } from './cannot-hold'
import { meaningOf } from './marked'
import { match, pair } from './match'
import { patches } from './patch'
import { meaningWith, type Piece, readPieces } from './pieces'
import { joinBlocks, writeAll, writeBlock } from './write'

type Original = ReturnType<typeof readPieces> & { markdown: string; write: typeof writeBlock }

type Edit = { nodes: JSONContent[]; matched: (Piece | undefined)[]; fresh: string[] }

export type Opened = {
  document: JSONContent
  /** The Markdown of the edited document: untouched blocks keep their very characters. */
  write: (edited: JSONContent) => string
}

/** Opens Markdown for the editor. Null only where it cannot be read in pieces at all. */
export function openMarkdown(markdown: string): Opened | null {
  const ends = /\r\n/.test(markdown) && !/(?<!\r)\n|\r(?!\n)/.test(markdown) ? '\r\n' : '\n'
  try {
    const original = {
      markdown,
      ...readPieces(markdown.replace(/\r\n?/g, '\n')),
      write: remembering(writeBlock),
    }
    const content = original.pieces.map(({ node }) => node)
    return {
      document: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
      write: (edited) => writeEdited(edited, original, ends),
    }
  } catch (problem) {
    if (problem instanceof CannotHold || problem instanceof RangeError) return null
    throw problem
  }
}

function writeEdited(edited: JSONContent, original: Original, ends: string): string {
  const { markdown, pieces } = original
  const nodes = withoutTrailing(edited.content ?? [])
  const matched = match(
    nodes.map((node) => JSON.stringify(node)),
    pieces,
  )
  if (nodes.length === pieces.length && matched.every((piece) => piece !== undefined)) return markdown

  const edit = { nodes, matched, fresh: writeAll(nodes, original.write) }
  const plain = joinBlocks(nodes, edit.fresh, () => '\n\n')
  const meaning = meaningOf(plain)
  const kept = [keepAll, keepSafe]
    .map((keep) => assemble(keep(edit, original), edit, original))
    .find((candidate) => meaningOf(candidate) === meaning)
  return (kept ?? plain).replace(/\n/g, ends)
}

/** Blocks nobody touched as they were, and of the others all but the words that changed. */
function keepAll({ nodes, matched, fresh }: Edit, original: Original): string[] {
  const pairs = pair(nodes, matched, original.pieces)
  return nodes.map((_, index) => {
    const [written, piece] = [fresh[index] ?? '', pairs[index]]
    if (matched[index]) return matched[index].source
    return piece
      ? (patched(piece, original.write(nodes[index] as JSONContent, false), original) ?? written)
      : written
  })
}

/** As above, but what stands beside a change, or has lost the address it refers to, is written out. */
function keepSafe({ nodes, matched, fresh }: Edit, { pieces }: Original): string[] {
  const definitions = pieces.filter((piece) => isDefinition(piece) && matched.includes(piece))
  const still = definitions.map(({ source }) => source).join('\n')
  return nodes.map((_, index) => {
    const [piece, written] = [matched[index], fresh[index] ?? '']
    if (!piece || isDefinition(piece)) return piece?.source ?? written
    const isBeside = [index - 1, index + 1].some((other) => other in nodes && !matched[other])
    return !isBeside && meaningWith(still, piece.source) === meaningWith(still, written)
      ? piece.source
      : written
  })
}

function isDefinition({ node, source }: Piece) {
  return node.type === 'source' && /^ {0,3}\[[^\]^][^\]]*\]:/.test(source)
}

function patched(piece: Piece, written: string, { definitions, write }: Original): string | undefined {
  const before = write(piece.node, false)
  const meaning = meaningWith(definitions, written)
  return patches(piece.source, before, written).find(
    (candidate) => candidate.trim() !== '' && meaningWith(definitions, candidate) === meaning,
  )
}

function assemble(written: string[], { nodes, matched }: Edit, { start, pieces }: Original): string {
  const pairs = pair(nodes, matched, pieces)
  const kept = joinBlocks(
    nodes.map((_, index) => index),
    written,
    (before, after) => gapBetween(pairs[before], pairs[after], pieces),
  )
  return start + kept + (kept === '' ? '' : (pieces.at(-1)?.gap ?? ''))
}

function gapBetween(before: Piece | undefined, after: Piece | undefined, pieces: Piece[]) {
  const isNext = before && after && pieces.indexOf(after) === pieces.indexOf(before) + 1
  return isNext ? before.gap : '\n\n'
}

// While a person types, all blocks but one are as they were a moment ago.
function remembering(write: typeof writeBlock): typeof writeBlock {
  const known = new Map<string, string>()
  return (node, other) => {
    const key = `${other} ${JSON.stringify(node)}`
    const markdown = known.get(key) ?? write(node, other)
    if (known.size > 2000) known.clear()
    known.set(key, markdown)
    return markdown
  }
}

function withoutTrailing(nodes: JSONContent[]) {
  const end = nodes.findLastIndex((node) => node.type !== 'paragraph' || node.content?.length)
  return nodes.slice(0, end + 1)
}
