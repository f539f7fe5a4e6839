import 'server-only'
import { z } from 'zod'
import { listOf } from './lists'

/** One key of a vocabulary. */
export function oneOf<const Words extends Record<string, unknown>>(words: Words, message: string) {
  const keys = Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]
  return z.enum(keys, { error: message })
}

/** Any number of keys of a vocabulary, each once and in its order. */
export function manyOf<const Words extends Record<string, unknown>>(words: Words, message: string) {
  const order = Object.keys(words)
  return z
    .preprocess(listOf, z.array(oneOf(words, message)))
    .transform((list) => [...new Set(list)].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
}

/**
 * A field that came later than the first contents: left empty, or at `empty`, it is not kept at all, so that a content
 * written before it and one that leaves it empty are the same.
 */
export function orAbsent<Field extends z.ZodType>(field: Field, empty?: unknown) {
  return field
    .transform((value): z.output<Field> | undefined =>
      value === empty || isNothing(value) ? undefined : value,
    )
    .optional()
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === '' || value === null
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
