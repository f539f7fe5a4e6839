import 'server-only'
import type { Segment } from '@/lib/revisions/compare'
import type { ChangeSummary } from './changes'
import type { Told } from './describe'

export type LetterPart = { told: Told; change: ChangeSummary | null }
export type LetterLinks = {
  site: string
  /** Where mail is stopped without signing in, and what that stops. */
  stop: { url: string; label: string }
  frequency: string
  list: string
}
export type LetterFacts = {
  heading: string
  lead: string
  parts: LetterPart[]
  more: number
  links: LetterLinks
}

export const SITE = 'Sustainable Procurement Cupboard'

/** The words of a mail, readable by themselves. */
export function letterText({ heading, lead, parts, more, links }: LetterFacts): string {
  const { site, stop, frequency, list } = links
  return [
    SITE,
    [heading, lead].filter(Boolean).join('\n'),
    ...parts.map((part) => partText(part, site)),
    ...(more > 0 ? [moreOf(more)] : []),
    `All of it: ${list}`,
    ['-- ', `Change how often you get mail: ${frequency}`, `${stop.label}: ${stop.url}`].join('\n'),
  ].join('\n\n')
}

export function moreOf(more: number): string {
  return more === 1 ? 'And one more change.' : `And ${more} more changes.`
}

function partText({ told, change }: LetterPart, site: string): string {
  const lines = [
    told.title,
    whatAndWho(told),
    told.note ? `“${told.note}”` : '',
    change?.fields.length ? `Changed: ${change.fields.join(', ')}` : '',
    change?.excerpt ? `${change.excerpt.field}: ${segmentsText(change.excerpt.segments)}` : '',
    `${told.pathLabel}: ${site}${told.path}`,
    `Why you get this: ${told.why}`,
  ]
  return lines.filter(Boolean).join('\n')
}

export function whatAndWho({ what, who, createdAt }: Told): string {
  return `${what}, ${who}, ${MOMENT.format(new Date(createdAt)).replace(' at ', ', ')}`
}

const SIGNS = { same: ['', ''], added: ['[added: ', ']'], removed: ['[removed: ', ']'] } as const

function segmentsText(segments: Segment[]): string {
  return segments.map(({ kind, text }) => `${SIGNS[kind][0]}${text}${SIGNS[kind][1]}`).join('')
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/London',
})
