import { getSchema, type JSONContent } from '@tiptap/core'
import { extensions } from '../extensions'
import { CannotHold } from './cannot-hold'
import { lex, meaningOf, type Token } from './marked'
import { readBlock } from './parse'
import { writeBlock } from './write'

/** One block of the text as it was opened, with its characters and what stood between it and the next. */
export type Piece = { node: JSONContent; key: string; source: string; gap: string }

const schema = getSchema(extensions)

/** Cuts Markdown into blocks. One that the buttons would change is kept as a block of source. */
export function readPieces(markdown: string): { pieces: Piece[]; start: string; definitions: string } {
  const tokens = wholly(markdown, lex(markdown))
  const definitions = tokens
    .filter((token) => token.type === 'def' && !token.tag.startsWith('^'))
    .map(({ raw }) => raw)
    .join('\n')
  const pieces: Piece[] = []
  let start = ''
  for (const token of tokens) {
    const last = pieces.at(-1)
    if (token.type === 'space') {
      if (last) last.gap += token.raw
      else start += token.raw
    } else if (last && continuesSource(last, token)) append(last, token.raw)
    else pieces.push(readPiece(token, definitions))
  }
  return { pieces, start, definitions }
}

/** What a reader gets from one block, with the addresses of the links it refers to. */
export function meaningWith(definitions: string, source: string): string {
  return meaningOf(definitions === '' ? source : `${definitions}\n\n${source}`)
}

function readPiece(token: Token, definitions: string): Piece {
  const { source, gap } = cut(token.raw)
  const node = held(token, source, definitions) ?? canonical(sourceNode(source))
  return { node, key: JSON.stringify(node), source, gap }
}

function held(token: Token, source: string, definitions: string): JSONContent | undefined {
  try {
    const node = canonical(readBlock(token))
    const written = writeBlock(node, false)
    const isSame = meaningWith(definitions, written) === meaningWith(definitions, source)
    return written !== '' && isSame ? node : undefined
  } catch (problem) {
    if (problem instanceof CannotHold || problem instanceof RangeError) return undefined
    throw problem
  }
}

/** The reader of Markdown forgets a character here and there: what it forgot one in is taken as it stands. */
function wholly(markdown: string, tokens: Token[]): Token[] {
  let head = 0
  let from = 0
  while (head < tokens.length && markdown.startsWith(rawOf(tokens[head]), from)) {
    from += rawOf(tokens[head]).length
    head += 1
  }
  if (from === markdown.length) return tokens
  let tail = tokens.length
  let to = markdown.length
  while (tail > head && markdown.slice(from, to).endsWith(rawOf(tokens[tail - 1]))) {
    tail -= 1
    to -= rawOf(tokens[tail]).length
  }
  const lost: Token = { type: 'lost', raw: markdown.slice(from, to) }
  return [...tokens.slice(0, head), lost, ...tokens.slice(tail)]
}

function rawOf(token?: Token) {
  return token?.raw ?? ''
}

/** As the editor itself would give it back, so that two documents can be compared as text. */
function canonical(node: JSONContent): JSONContent {
  const document = schema.nodeFromJSON({ type: 'doc', content: [node] })
  document.check()
  return (document.toJSON().content as JSONContent[])[0] as JSONContent
}

// Lines of source without a blank line between them are one block; so is what is indented under a footnote.
function continuesSource(last: Piece, token: Token): boolean {
  if (last.node.type !== 'source') return false
  if (token.type === 'code') return /^(?: {4}|\t)/.test(token.raw) && /^ {0,3}\[\^/m.test(last.source)
  return (token.type === 'def' || token.type === 'html') && (last.gap.match(/\n/g) ?? []).length < 2
}

function append(last: Piece, raw: string) {
  const { source, gap } = cut(last.source + last.gap + raw)
  const node = canonical(sourceNode(source))
  Object.assign(last, { node, key: JSON.stringify(node), source, gap })
}

function sourceNode(text: string): JSONContent {
  return { type: 'source', content: [{ type: 'text', text }] }
}

function cut(raw: string) {
  const source = raw.replace(/\n+$/, '')
  return { source, gap: raw.slice(source.length) }
}
