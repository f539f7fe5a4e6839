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
 * Repeated rows of a form. A row in which nobody filled anything in counts as not there, so that a form may offer empty
 * rows; `choices` names the fields that hold a value in every row. An error keeps the number of the row that was typed.
 */
export function rows<Row extends z.ZodType>(row: Row, choices: string[], max: number, noun: string) {
  const present = z.preprocess((value) => (isBlank(value, choices) ? null : value), row.nullable())
  return z
    .preprocess((value) => (value === undefined || value === '' ? [] : value), z.array(present))
    .transform((list) => list.filter((entry) => entry !== null) as z.output<Row>[])
    .refine((list) => list.length <= max, { message: `There can be at most ${max} ${noun}` })
}

function isBlank(value: unknown, choices: string[]): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'object') return false
  return Object.entries(value).every(([name, entry]) => choices.includes(name) || isEmpty(entry))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
}
