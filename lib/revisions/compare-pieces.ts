import 'server-only'

/** A paragraph or list item, and the blank space before it. All of them in a row are the text exactly. */
export type Piece = { gap: string; text: string }

// A blank line, or the start of a list item.
const BREAK = /\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/g

/** Cuts a text into paragraphs and list items. The last piece may be nothing but a gap. */
export function piecesOf(text: string): Piece[] {
  const end = text.trimEnd().length
  const body = text.slice(0, end)
  const found: Piece[] = []
  let gap = /^(?:\s*\n)?/.exec(body)?.[0] ?? ''
  let from = gap.length
  for (const { 0: separator, index } of body.matchAll(BREAK)) {
    if (index < from) continue
    found.push({ gap, text: body.slice(from, index) })
    gap = separator
    from = index + separator.length
  }
  if (from < end) found.push({ gap, text: body.slice(from) })
  if (end < text.length) found.push({ gap: text.slice(end), text: '' })
  return found
}
