import { linkAddresses } from './addresses'
import { escapeLineStart, escapeText, type Strength } from './escape'
import type { Inline, Mark } from './parse-inline'
import { type Place, reads } from './reads'
import { trimmed } from './trim'
import { codeSpan, destination, writeImage } from './write-leaf'

type Style = { strength: Strength; italic: '*' | '_'; place: Place }

// Tried in order until one is read back as what was written.
const ATTEMPTS: [Strength, '*' | '_'][] = [
  ['light', '*'],
  ['light', '_'],
  ['full', '*'],
  ['full', '_'],
]

// Stars of two marks side by side: readers of Markdown disagree about which belongs to which.
const CROWDED = /[^\s*\\]\*{3,}[^\s*]/

/** Writes the text of one block on Markdown's terms, with as few escapes as it can. */
export function writeInline(nodes: Inline[], place: Place): string {
  const content = linkAddresses(trimmed(nodes))
  for (const [strength, italic] of ATTEMPTS) {
    const markdown = write(content, { strength, italic, place })
    if (!CROWDED.test(markdown) && reads(markdown, content, place)) return markdown
  }
  // Bold and italic can cross in ways that Markdown cannot write; the words matter more than their weight.
  const words = content.map((node) => ({
    ...node,
    marks: node.marks?.filter(({ type }) => type === 'link' || type === 'code'),
  }))
  return write(words, { strength: 'full', italic: '*', place })
}

function write(nodes: Inline[], style: Style): string {
  const text = writeRun(nodes, style, '', '')
  if (style.place === 'cell') return text.replace(/\\\||\|/g, '\\|')
  if (style.place === 'heading') return text.replace(/#+$/, '\\$&')
  return text
    .split('\n')
    .map((line) => escapeLineStart(line.replace(/^[ \t]+/, '')))
    .join('\n')
}

function writeRun(nodes: Inline[], style: Style, before: string, after: string): string {
  let out = ''
  for (let from = 0; from < nodes.length; ) {
    const { mark, to } = longestMark(nodes, from)
    const next = nodes[to]
    const following = next ? (next.text?.[0] ?? ' ') : after
    const preceding = out.at(-1) ?? before
    if (mark)
      out += wrapped(
        mark,
        nodes.slice(from, to).map((node) => without(node, mark)),
        style,
        preceding,
        following,
      )
    else out += writeOne(nodes[from] as Inline, style)
    if (mark?.type === 'link' && /(?:^|[^\\])!$/.test(preceding)) out = out.replace(/!(\[[^!]*)$/, '\\!$1')
    from = to
  }
  return out
}

function wrapped(mark: Mark, nodes: Inline[], style: Style, before: string, after: string): string {
  if (mark.type === 'code') return codeSpan(nodes.map(({ text }) => text ?? ' ').join(''))
  if (mark.type === 'link') return writeLink(mark, nodes, style)
  const delimiter = mark.type === 'bold' ? '**' : mark.type === 'strike' ? '~~' : style.italic
  const inner = writeRun(nodes, style, ' ', ' ')
  const [, lead = '', middle = '', tail = ''] = parts(inner, before, after)
  return middle === '' ? inner : `${lead}${delimiter}${middle}${delimiter}${tail}`
}

// A delimiter next to a space, or between a full stop and a letter, is not read as one: move it inwards.
function parts(inner: string, before: string, after: string) {
  const lead = isWordLike(before) ? /^(?:\s|\\?[!-/:-@[-`{-~‘-”](?=[\s\w]))*/u : /^\s*/
  const tail = isWordLike(after) ? /(?:\s|[!-)+-/:;=?@\]}’”])*$/u : /\s*$/
  const first = lead.exec(inner)?.[0] ?? ''
  const rest = inner.slice(first.length)
  const last = tail.exec(rest)?.[0] ?? ''
  return [inner, first, rest.slice(0, rest.length - last.length), last]
}

function writeLink(mark: Mark, nodes: Inline[], style: Style): string {
  const href = String(mark.attrs?.href ?? '')
  const words = nodes.map(({ text }) => text ?? '').join('')
  const title = mark.attrs?.title
  if (
    !title &&
    (words === href || `mailto:${words}` === href) &&
    /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(href)
  )
    return `<${words}>`
  return `[${writeRun(nodes, style, '[', ']')}](${destination(href, title)})`
}

function writeOne(node: Inline, style: Style): string {
  if (node.type === 'hardBreak') return style.place === 'paragraph' ? '\\\n' : ' '
  if (node.type === 'text') return escapeText(node.text ?? '', style.strength)
  return writeImage(node)
}

function longestMark(nodes: Inline[], from: number): { mark?: Mark; to: number } {
  let best: { mark?: Mark; to: number } = { to: from + 1 }
  const marks = nodes[from]?.type === 'hardBreak' ? [] : (nodes[from]?.marks ?? [])
  for (const mark of marks) {
    // Nothing can be marked inside a code span, so it goes innermost.
    if (mark.type === 'code' && marks.length > 1) continue
    let to = from + 1
    while (to < nodes.length && nodes[to]?.marks?.some((other) => same(mark, other))) to += 1
    while (nodes[to - 1]?.type === 'hardBreak') to -= 1
    if (!best.mark || to > best.to || (to === best.to && rank(mark) < rank(best.mark))) best = { mark, to }
  }
  return best
}

function rank({ type }: Mark) {
  return ['link', 'bold', 'italic', 'strike', 'code'].indexOf(type)
}

function same(one: Mark, other: Mark) {
  return one.type === other.type && one.attrs?.href === other.attrs?.href
}

function without(node: Inline, mark: Mark): Inline {
  return { ...node, marks: node.marks?.filter((other) => !same(mark, other)) }
}

function isWordLike(character: string) {
  return /[\p{L}\p{N}]/u.test(character)
}
