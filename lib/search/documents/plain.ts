import 'server-only'
import type { Resource } from '@/lib/case-studies/schema'

/** Markdown as its words are read: without marks, and links by their words. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/[ \t]*\[(\d+)\]\(#source-\d+\)/g, '')
    .replace(/!?\[([^\]\n]{0,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/g, '$1')
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/^[ \t|:-]+$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*~`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\|/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

/** One after the other on lines of their own, without those that say nothing. */
export function joined(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n')
}

/** The year that a date begins with, such as "2019-05". */
export function yearOf(...dates: string[]): number | null {
  const written = dates.find((date) => /^\d{4}/.test(date))
  return written ? Number(written.slice(0, 4)) : null
}

/** What a page says of a document or link. */
export function resourceWords({ title, publisher, note }: Resource): string {
  return [title, publisher, note].filter(Boolean).join('. ')
}
