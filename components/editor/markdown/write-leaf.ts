import { escapeText } from './escape'
import type { Inline } from './parse-inline'

export function writeImage({ attrs }: Inline): string {
  return `![${escapeText(String(attrs?.alt ?? ''), 'full')}](${destination(String(attrs?.src ?? ''), attrs?.title)})`
}

export function destination(href: string, title: unknown): string {
  const safe = /^[^\s<>()\\]+$/.test(href) ? href : `<${href.replace(/[<>\\\n]/g, encodeURIComponent)}>`
  return title ? `${safe} "${String(title).replace(/["\\]/g, '\\$&')}"` : safe
}

/** Fences code with more backticks than it holds. */
export function codeSpan(text: string): string {
  const runs = new Set(text.match(/`+/g)?.map((run) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const fence = '`'.repeat(length)
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}
