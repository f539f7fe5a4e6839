import type { JSONContent } from '@tiptap/core'
import { isAllowedHref } from '../links'
import { CannotHold } from './cannot-hold'
import type { Token } from './marked'

export type Mark = { type: string; attrs?: Record<string, unknown> }
export type Inline = JSONContent & { marks?: Mark[] }

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }
const MARKS: Record<string, string> = { strong: 'bold', em: 'italic', del: 'strike' }

export function readInline(tokens: Token[], marks: Mark[] = []): Inline[] {
  return joined(tokens.flatMap((token) => readToken(token, marks)))
}

function readToken(token: Token, marks: Mark[]): Inline[] {
  const mark = MARKS[token.type]
  if (mark) return readInline(tokensIn(token), [...marks, { type: mark }])

  switch (token.type) {
    case 'text':
      // A list of tokens inside a text token is how marked writes the text of a tight list item.
      return 'tokens' in token && token.tokens
        ? readInline(token.tokens, marks)
        : text(plain(token.text), marks)
    case 'escape':
      return text(token.text, marks)
    case 'codespan':
      return text(token.text, [...marks, { type: 'code' }])
    case 'br':
      return [{ type: 'hardBreak', ...(marks.length > 0 && { marks }) }]
    case 'link':
      return readInline(tokensIn(token), [...marks, link(token.href, token.title)])
    case 'image':
      if (marks.length > 0) throw new CannotHold('image inside a link')
      return [
        {
          type: 'image',
          attrs: { src: checked(token.href), alt: plain(token.text), title: token.title || null },
        },
      ]
    default:
      throw new CannotHold(token.type)
  }
}

function tokensIn(token: Token): Token[] {
  return ('tokens' in token && token.tokens) || []
}

function link(href: string, title?: string | null): Mark {
  return { type: 'link', attrs: { href: checked(href), title: title || null } }
}

function checked(href: string) {
  if (!isAllowedHref(href)) throw new CannotHold('address')
  return href
}

// The page shows a line end inside a paragraph as a space, so the editor does too.
function plain(source: string) {
  if (source.includes('[^')) throw new CannotHold('footnote')
  const shown = source.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi, decoded)
  return shown.replace(/[ \t]*\n[ \t]*/g, ' ')
}

function decoded(entity: string, name: string) {
  const known = NAMED[name.toLowerCase()]
  if (known === undefined) throw new CannotHold(entity)
  return known
}

function text(value: string, marks: Mark[]): Inline[] {
  if (value === '') return []
  return [{ type: 'text', text: value, ...(marks.length > 0 && { marks }) }]
}

function joined(nodes: Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      out[out.length - 1] = { ...last, text: `${last.text}${node.text}` }
    } else out.push(node)
  }
  return out
}

function sameMarks(one: Inline, other: Inline) {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? [])
}
