const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‑-]*/gu

/** Counts the words a reader will see; addresses of links do not count. */
export function countWords(markdown: string): number {
  const read = markdown.replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/g, ']').replace(/^\[[^\]]+\]:.*$/gm, '')
  return read.match(WORD)?.length ?? 0
}

/** Text as every browser posts it, so that two values can be compared whatever their line ends. */
export function sameText(one: string, other: string): boolean {
  return withLineFeeds(one) === withLineFeeds(other)
}

function withLineFeeds(text: string) {
  return text.replace(/\r\n?/g, '\n')
}
