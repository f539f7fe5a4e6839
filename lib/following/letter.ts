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
    ...parts.map((part) => partText(part, { site, titled: parts.length > 1 })),
    ...(more > 0 ? [moreOf(more)] : []),
    `All of it: ${list}`,
    ['-- ', `Change how often you get mail: ${frequency}`, `${stop.label}: ${stop.url}`].join('\n'),
  ].join('\n\n')
}

export function moreOf(more: number): string {
  return more === 1 ? 'And one more change.' : `And ${more} more changes.`
}

function partText({ told, change }: LetterPart, { site, titled }: { site: string; titled: boolean }): string {
  const lines = [
    titled ? told.title : '',
    whatAndWho(told),
    told.note ? `“${told.note}”` : '',
    change?.fields.length ? `Changed: ${change.fields.join(', ')}` : '',
    change?.excerpt ? `${change.excerpt.field}: ${segmentsText(change.excerpt.segments)}` : '',
    `${told.pathLabel}: ${site}${told.path}`,
    `Why you get this: ${told.why}`,
  ]
  return lines.filter(Boolean).join('\n')
}

/** "Changed by Ann, 22 November 2026, 7:32am" */
export function whatAndWho({ kind, what, who, createdAt }: Told): string {
  const day = DAY.format(new Date(createdAt))
  const time = TIME.format(new Date(createdAt)).replace(/\s/g, '')
  return `${what}${kind === 'review' ? ', asked' : ''} by ${who}, ${day}, ${time}`
}

const SIGNS = { same: ['', ''], added: ['[added: ', ']'], removed: ['[removed: ', ']'] } as const

function segmentsText(segments: Segment[]): string {
  const texts = segments.map(({ kind, text }) => `${SIGNS[kind][0]}${text}${SIGNS[kind][1]}`)
  return texts.join('').replaceAll('][', '] [')
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})
