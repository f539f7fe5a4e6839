import { type Rules, readRules, STYLE } from './style'

const MARKER = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/gi

/** The copied body, with the markers of Word's lists named and everything else in comments gone. */
export function prepare(
  html: string,
  parse: (html: string) => Document,
): { body: HTMLElement; rules: Rules } {
  const rules = readRules(
    [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css]) => css ?? '').join('\n'),
  )
  const source = html
    .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1>/gi, '')
    .replace(MARKER, '<span data-marker="">$1</span>')
    .replace(/<!--\[if [\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
    .replace(/<\/?(?:[owmv]|st1|w14|w15):[^>]*>/gi, '')
    .replace(/<\/?(?:meta|link|base)\b[^>]*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`))
  return { body: parse(source).body, rules }
}
