import 'server-only'
import { z } from 'zod'
import { tangleIn } from './tangle'

// Tab, line feed and carriage return are the only control characters that text may hold; PostgreSQL cannot
// keep NUL, and half a surrogate pair cannot be written as UTF-8.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/

export const CANNOT_KEEP = 'contains a character that cannot be kept, such as a control character. Remove it'

export function keepable(text: string): boolean {
  return !CONTROL.test(text) && text.isWellFormed()
}

type TextRule = { label: string; max: number; required?: string }

// What `meta` says of a field reaches the description of the API, which is made from these same schemas.

/** One line of text: trimmed, inner white space folded. `required` is the message when it is empty. */
export function line(rule: TextRule) {
  return bounded(rule, (text) => text.replace(/\s+/g, ' ').trim())
}

/** Markdown, kept exactly as written but for line endings, which browsers rewrite and we write as LF. */
export function prose(rule: TextRule) {
  return bounded(rule, (text) => text.replace(/\r\n?/g, '\n')).superRefine((text, context) => {
    const tangle = text.length <= rule.max ? tangleIn(text) : null
    if (tangle) context.addIssue({ code: 'custom', message: `${rule.label} ${tangle}` })
  })
}

function bounded({ label, max, required }: TextRule, tidy: (text: string) => string) {
  return z
    .string({ error: () => required ?? `${label} must be text` })
    .refine(keepable, { message: `${label} ${CANNOT_KEEP}`, abort: true })
    .transform(tidy)
    .superRefine((text, context) => {
      if (required && text.trim() === '') context.addIssue({ code: 'custom', message: required })
      if (text.length > max)
        context.addIssue({
          code: 'custom',
          message: `${label} must be ${max.toLocaleString('en-GB')} characters or fewer. It has ${text.length.toLocaleString('en-GB')}`,
        })
    })
    .meta({ ...(required ? { minLength: 1 } : {}), maxLength: max })
}

/**
 * A web address that is safe to link: http or https, absolute, or one of our `own`. An empty one is allowed unless
 * required.
 */
export function webAddress(label: string, required?: string, own?: { allowed: RegExp }) {
  return line({ label, max: 2000, required })
    .superRefine((text, context) => {
      if (text !== '' && !isWebAddress(text) && !own?.allowed.test(text))
        context.addIssue({
          code: 'custom',
          message: `${label} must be a full web address, like https://www.example.gov.uk/report`,
        })
    })
    .meta({
      pattern: String.raw`^\s*(?:[Hh][Tt][Tt][Pp][Ss]?://[\s\S]+${own ? `|${bare(own.allowed)}` : ''})?\s*$`,
    })
}

function bare({ source }: RegExp): string {
  return source.replace(/^\^|\$$/g, '')
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const url = new URL(text)
  return /[^.]\.[^.]/.test(url.hostname) && url.username === '' && url.password === ''
}

/** A date as far as it is known: "2004", "2004-11" or "2004-11-20"; empty when not known. */
export function partialDate(label: string) {
  return line({ label, max: 60 })
    .superRefine((text, context) => {
      if (text !== '' && !isPartialDate(text))
        context.addIssue({
          code: 'custom',
          message: `${label} must be a year, a month or a day, like 2004, 2004-11 or 2004-11-20`,
        })
    })
    .meta({ pattern: String.raw`^\s*(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?\s*$` })
}

function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month = '01', day = '01'] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return Number(year) >= 1800 && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}
