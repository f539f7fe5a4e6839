import 'server-only'
import { z } from 'zod'
import { FILE_PATH } from '@/lib/media/paths'
import { listOf } from '@/lib/platform/lists'
import { line, partialDate, prose, webAddress } from '@/lib/platform/text'
import { answerLineMax, answerProseMax } from './limits'
import type { TemplateField } from './schema'
import { type FieldType, YES_NO } from './vocabulary'

/** An answer as a case study keeps it: a text, or keys of options. Numbers and money are plain decimals. */
export type Answer = string | string[]
export type Answers = Record<string, Answer>

type Asked = {
  fields: TemplateField[]
  /** Keys of the fields that may not be left empty. */
  required: ReadonlySet<string>
}

/**
 * Reads the answers to a template's own fields, by key, as forms and programs send them. Empty ones are left out.
 * Every message stands at the key of its field.
 */
export function answersTo({ fields, required }: Asked) {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return z
    .unknown()
    .optional()
    .transform((sent, context): Answers => {
      const given = isObject(sent) ? sent : {}
      const fail = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: [key], message })
      for (const [key, value] of Object.entries(given))
        if (!byKey.has(key) && !isEmpty(value)) fail(key.slice(0, 60), 'The template has no such field')

      const answers: Answers = {}
      for (const field of fields) {
        const value = Object.hasOwn(given, field.key) ? given[field.key] : ''
        const read = READERS[field.type](field).safeParse(isEmpty(value) ? '' : value)
        if (!read.success) fail(field.key, read.error.issues[0]?.message ?? NOT_READ)
        else if (read.data.length > 0) answers[field.key] = read.data
        else if (required.has(field.key)) fail(field.key, missing(field))
      }
      return answers
    })
}

const NOT_READ = 'This answer could not be read'

const READERS: Record<FieldType, (field: TemplateField) => z.ZodType<Answer>> = {
  text: (field) => line({ label: nameOf(field), max: answerLineMax }),
  long: (field) => prose({ label: nameOf(field), max: answerProseMax }),
  date: (field) => partialDate(nameOf(field)),
  link: (field) => webAddress(nameOf(field), undefined, { allowed: FILE_PATH }),
  number: (field) =>
    decimal(field, (text) => withoutUnit(text, field.unit), 'must be a number, like 1200 or 12.5'),
  money: (field) =>
    decimal(
      field,
      (text) => text.replace(/£/g, ''),
      'must be an amount in pounds, like £12,500 or 12500.50',
    ).refine((text) => !/\.\d{3}/.test(text), {
      message: `${nameOf(field)} must have at most two digits for pence`,
    }),
  'yes-no': (field) =>
    z.preprocess(
      (value) => (value === true ? 'yes' : value === false ? 'no' : value),
      z.enum(['', ...Object.keys(YES_NO)], { error: `Choose yes, no or not known for ${nameOf(field)}` }),
    ),
  'one-of': (field) =>
    z.enum(['', ...keysOf(field)], { error: `Choose an option from the list for ${nameOf(field)}` }),
  'many-of': (field) =>
    z
      .preprocess(
        listOf,
        z.array(z.enum(keysOf(field), { error: `Choose options from the list for ${nameOf(field)}` })),
      )
      .transform((chosen) => keysOf(field).filter((key) => chosen.includes(key))),
}

/** Digits with at most one point, as people write them: commas, spaces and the sign of the unit are left out. */
function decimal(field: TemplateField, bare: (text: string) => string, rule: string) {
  const wrong = `${nameOf(field)} ${rule}`
  return z
    .preprocess(
      (value) => (typeof value === 'number' ? plainDigits(value) : value),
      z.string({ error: wrong }).max(60, { error: wrong }),
    )
    .transform((text) => bare(text).replace(/[\s,]/g, '').replace('−', '-'))
    .refine((text) => text === '' || /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text), { message: wrong, abort: true })
    .transform((text) => text.replace(/^(-?)0+(?=\d)/, '$1'))
}

/** Without an exponent, which nobody types. */
function plainDigits(value: number): string {
  return /e/.test(String(value)) ? value.toFixed(6).replace(/\.?0+$/, '') : String(value)
}

function withoutUnit(text: string, unit: string): string {
  const bare = text.trim()
  const hasUnit = unit !== '' && bare.toLowerCase().endsWith(unit.toLowerCase())
  return hasUnit ? bare.slice(0, -unit.length) : bare
}

function keysOf({ options }: TemplateField): string[] {
  return options.map(({ key }) => key)
}

function nameOf({ label }: TemplateField): string {
  return `“${label}”`
}

function missing({ label, type }: TemplateField): string {
  if (type === 'long' || type === 'text') return `Write something under “${label}”`
  const isChoice = type === 'yes-no' || type === 'one-of' || type === 'many-of'
  return isChoice ? `Choose an answer to “${label}”` : `Fill in “${label}”`
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty)
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
