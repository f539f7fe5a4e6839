import 'server-only'
import { snippetMax } from './limits'
import { finderOf, type Match } from './matches'
import type { Part, Plan, Texts } from './schema'

const LISTS = new Set(['Labels', 'Names and places', 'Also called'])
const entriesMax = 3

export type Snippet = { snippet: { text: string; marked: boolean }[]; where: string }

// A word that matched is shown with so many characters before it.
const before = 60
// Of a long text only the neighbourhood of the first match is read.
const near = 4000
const FIELDS = [
  ['summary', ''],
  ['body', ''],
  ['fileText', ''],
  ['labels', 'Labels'],
  ['organisation', 'Organisation'],
  ['people', 'Names and places'],
  ['aliases', 'Also called'],
  ['fileName', 'File name'],
] as const

/** The words of a hit that matched, in the field where most of them stand, and what that field is called. */
export function snippetOf(texts: Texts, plan: Plan): Snippet {
  const finder = finderOf(plan)
  let best: { text: string; matches: Match[]; terms: number; where: string } | undefined
  for (const [field, name] of FIELDS) {
    const text = texts[field]
    if (!text || best?.terms === plan.terms.length) continue
    const offset = text.length > 4 * near ? regionOf(text, finder.firstIn(text)) : 0
    const region = offset > 0 || text.length > 4 * near ? text.slice(offset, offset + 2 * near) : text
    const matches = finder.matchesIn(region)
    const terms = new Set(matches.map(({ term }) => term)).size
    if (matches.length === 0 || terms <= (best?.terms ?? 0)) continue
    const at = offset + (matches[0]?.start ?? 0)
    const part = partAt(
      field === 'fileText' ? texts.fileParts : field === 'body' ? texts.bodyParts : undefined,
      at,
    )
    best = { text: region, matches, terms, where: part ?? name }
  }
  if (!best) return { snippet: opening(texts.summary || texts.body), where: '' }
  const { text, matches, where } = best
  return { snippet: LISTS.has(where) ? entries(text, matches) : cut(text, matches), where }
}

/** The same text with the words of the plan marked: for titles. */
export function marked(text: string, plan: Plan): Snippet['snippet'] {
  return pieces(text, 0, text.length, finderOf(plan).matchesIn(text))
}

/** Where to begin in a text too long to be read whole. */
function regionOf(text: string, first: number): number {
  return Math.max(0, (first < 0 ? text.length : first) - near)
}

function partAt(parts: Part[] | undefined, at: number): string | undefined {
  return parts?.findLast(({ from }) => from <= at)?.name
}

/** The stretch that has most terms, and of those the first; cut at the ends of words. */
function cut(text: string, matches: Match[]): Snippet['snippet'] {
  const room = snippetMax - before - 2
  const worth = ({ start }: Match) => {
    const within = matches.filter((match) => match.start >= start && match.end <= start + room)
    return new Set(within.map(({ term }) => term)).size * 100 + within.length
  }
  const first = matches.reduce(
    (best, match) => (worth(match) > worth(best) ? match : best),
    matches[0] as Match,
  )
  const from = startOfWord(text, Math.max(0, first.start - before))
  const to = endOfWord(text, Math.min(text.length, Math.max(from + snippetMax - 2, first.end)), first.end)
  const inside = matches.filter((match) => match.start >= from && match.end <= to)
  return [
    ...(from > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces(text, from, to, inside),
    ...(to < text.length ? [{ text: '…', marked: false }] : []),
  ]
}

/** Of a list those entries that matched: the others say nothing of why it was found. */
function entries(text: string, matches: Match[]): Snippet['snippet'] {
  const found: Snippet['snippet'] = []
  let at = 0
  for (const entry of text.split(/(?<=[,\n])/)) {
    const to = at + entry.replace(/[\s,]+$/, '').length
    const from = at + (/^\s*/.exec(entry)?.[0].length ?? 0)
    const inside = matches.filter(({ start, end }) => start >= from && end <= to)
    at += entry.length
    if (inside.length === 0 || found.filter(({ text: gap }) => gap === ', ').length >= entriesMax - 1)
      continue
    if (found.length > 0) found.push({ text: ', ', marked: false })
    found.push(...pieces(text, from, to, inside))
  }
  return found.length > 0 ? found : cut(text, matches)
}

function pieces(text: string, from: number, to: number, matches: Match[]): Snippet['snippet'] {
  const found: Snippet['snippet'] = []
  let at = from
  const plain = (end: number) => {
    if (end > at) found.push({ text: onOneLine(text.slice(at, end)), marked: false })
  }
  for (const { start, end } of matches) {
    plain(start)
    found.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  plain(to)
  return found
}

/** Lines that end no sentence are set apart. */
function onOneLine(text: string): string {
  return text.replace(/([^\s.!?:;,])[^\S\n]*\n\s*(?=\S)/g, '$1 · ').replace(/\s+/g, ' ')
}

function opening(text: string): Snippet['snippet'] {
  if (text.length <= snippetMax) return text ? [{ text, marked: false }] : []
  return [{ text: `${text.slice(0, endOfWord(text, snippetMax - 1, 0)).trim()}…`, marked: false }]
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at).search(/\s/)
  return space < 0 || space > before ? at : at + space + 1
}

function endOfWord(text: string, at: number, least: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(least, at).search(/\s\S*$/)
  return space <= 0 ? at : least + space
}
