import { htmlEscape } from 'escape-goat'
import { type Block, writeBlocks } from './lists'

const BULLET = /^[\s\u00A0]*[•·▪●◦‣⁃–][\s\u00A0]+(?=\S)/
const NUMBER = /^[\s\u00A0]*(\d{1,3})[.)][\s\u00A0]+(?=\S)/
const SENTENCE_END = /[.!?:;][”’")\]]*$/

/** Plain text, such as a PDF gives, as paragraphs and lists: lines broken only by the width of a page are joined. */
export function htmlOfText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .split('\n')
    .map((line) => line.trim())
  return writeBlocks(joined(lines).map(blockOf))
}

function joined(lines: string[]): string[] {
  const longest = Math.max(0, ...lines.map((line) => line.length))
  const isWrapped = lines.filter((line) => line !== '').length > 2 && longest >= 45
  const blocks: string[] = []
  let above = ''
  for (const line of lines) {
    const last = blocks.length - 1
    if (line !== '' && above !== '' && isWrapped && goesOn(above, line, longest))
      blocks[last] = join(blocks[last] ?? '', line)
    else if (line !== '') blocks.push(line)
    above = line
  }
  return blocks
}

// A line that stops well before the edge of the page ended there on purpose.
function goesOn(above: string, line: string, longest: number): boolean {
  if (BULLET.test(line) || NUMBER.test(line)) return false
  const isShort = above.length < longest * 0.7
  if (/^\p{Ll}/u.test(line)) return true
  return !(isShort || (SENTENCE_END.test(above) && above.length < longest * 0.85))
}

function join(above: string, line: string): string {
  // "sustain-" and "able" are one word; "long-" and "Term" are not.
  return /\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(line) ? above.slice(0, -1) + line : `${above} ${line}`
}

function blockOf(text: string): Block {
  const bullet = BULLET.exec(text)
  const number = NUMBER.exec(text)
  const html = htmlEscape(text.slice((bullet ?? number)?.[0].length ?? 0).replace(/[\s\u00A0]+/g, ' '))
  if (!bullet && !number) return { html: `<p>${html}</p>` }
  return { level: 1, ordered: number !== null, start: Number(number?.[1] ?? 1), html, more: '' }
}
