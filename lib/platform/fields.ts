import 'server-only'
import { z } from 'zod'

/** One key of a vocabulary. */
export function oneOf<const Words extends Record<string, unknown>>(words: Words, message: string) {
  const keys = Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]
  return z.enum(keys, { error: message })
}

/** A tick box: forms post its value when it is ticked and nothing when it is not; programs send true or false. */
export function ticked() {
  return z
    .preprocess((value) => value === true || (typeof value === 'string' && value !== ''), z.boolean())
    .default(false)
}

/**
 * Repeated rows of a form. A row in which nothing but `ignore` was filled in counts as not there, so that a form
 * may offer empty rows; an error keeps the number of the row that was typed.
 */
export function rows<Row extends z.ZodType>(row: Row, mandatory: string[], max: number, noun: string) {
  const present = z.preprocess((value) => (isBlank(value, mandatory) ? null : value), row.nullable())
  return z
    .preprocess((value) => (value === undefined || value === '' ? [] : value), z.array(present))
    .transform((list) => list.filter((entry) => entry !== null) as z.output<Row>[])
    .refine((list) => list.length <= max, { message: `There can be at most ${max} ${noun}` })
}

/** Blank: no mandatory field is filled in and no other field holds text of the person's own. */
function isBlank(value: unknown, mandatory: string[]): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'object') return false
  const filled = Object.entries(value).filter(([, text]) => typeof text === 'string' && text.trim() !== '')
  return !filled.some(([name]) => mandatory.includes(name) || FREE_TEXT.has(name))
}

// Fields that nobody fills in by accident; choices such as "kind" or "format" have a value in every empty row.
const FREE_TEXT = new Set([
  'title',
  'url',
  'measure',
  'before',
  'after',
  'body',
  'scope',
  'text',
  'publisher',
  'unit',
  'period',
])
