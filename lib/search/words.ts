import 'server-only'

/** A word as it is compared: lower case, no accents, letters and digits only; and where it stands in the text. */
export type Word = { word: string; start: number; end: number; written: string }

const longest = 60
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const PLAIN = /^[A-Za-z0-9]+$/
const DOTTED = /(?<![\p{L}.])(?:\p{L}\.){2,}(?!\p{L})/gu
const ZERO_WIDTH = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** The words of a text in their order. Whatever is neither letter nor digit divides words: 06/21 is two. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const written = match[0]
    for (const word of folded(written))
      words.push({ word, start: match.index, end: match.index + written.length, written })
  }
  return words
}

/** As `wordsIn`, without the places. */
export function plainWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word)
}

/** Characters that nobody sees are no part of a word, "&" is read as "and", and "N.H.S." as "NHS". */
export function readable(text: string): string {
  const plain = text.normalize('NFKC').replace(ZERO_WIDTH, '').replace(/&/g, ' and ')
  return plain.replace(DOTTED, (letters) => letters.replaceAll('.', ''))
}

function folded(written: string): string[] {
  if (PLAIN.test(written)) return [written.toLowerCase().slice(0, longest)]
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, longest)) ?? []
}
