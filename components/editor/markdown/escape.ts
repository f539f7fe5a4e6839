export type Strength = 'light' | 'full'

// Each would start something at the beginning of a line: heading, quote, list, rule, underline, table, fence, link.
const LINE_START =
  /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=|:][-=|:\s]*$|\[(?=[^\]]*\]:)|\[(?=[ x]\](?:\s|$))|`{3,}|~{3,})/i
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/

/** Writes typed text so that it is read back as that text and nothing else. */
export function escapeText(text: string, strength: Strength): string {
  if (strength === 'full') return text.replace(/[\\`*_{}[\]<>~!|&#]/g, '\\$&')
  return lightly(text)
}

/** Protects the first characters of a line; needed after a line break as much as at the start. */
export function escapeLineStart(line: string): string {
  return line.replace(LINE_START, '\\$&').replace(NUMBERED, '$1\\$2')
}

function lightly(text: string) {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '&amp;')
}
