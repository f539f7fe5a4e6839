import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { answerWith } from './status'

export type FieldError = { field: string; message: string }
/** What was posted, as a tree of strings in the shape of the form's field names. */
export type FormValues = { [name: string]: FormValue }
export type FormValue = string | FormValue[] | FormValues
export type FormState = {
  status: 'idle' | 'invalid' | 'refused' | 'more'
  message?: string
  errors: FieldError[]
  /** Everything typed: React empties a form after its action, so it is always given back. */
  values: FormValues | null
  /** New with every answer, so that fields are drawn anew with what was typed. */
  stamp: string
}

type Read<Input> =
  | { ok: true; input: Input; values: FormValues }
  | { ok: false; state: FormState; values: FormValues }

/** Reads a posted form into a schema's shape, or gives back every error and everything typed. */
export function readForm<Schema extends z.ZodType>(schema: Schema, form: FormData): Read<z.output<Schema>> {
  const values = valuesOf(form)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, input: parsed.data, values }
  const errors = firstErrors(parsed.error.issues)
  answerWith(422)
  return { ok: false, state: { status: 'invalid', errors, values, stamp: randomUUID() }, values }
}

/** The form again with a message above it and everything typed still in it. */
export function refusedForm(
  message: string,
  values: FormValues | null,
  errors: FieldError[] = [],
  status: 409 | 422 | 429 | 403 = 422,
): FormState {
  answerWith(status)
  return { status: 'refused', message, errors, values, stamp: randomUUID() }
}

/** The form again because somebody asked for more empty rows. */
export function sameForm(values: FormValues): FormState {
  return { status: 'more', errors: [], values, stamp: randomUUID() }
}

/** "results.0.measure" and "categories[]" become a tree. Names of any other form are left out. */
export function valuesOf(form: FormData): FormValues {
  const tree: FormValues = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !NAME.test(name)) continue
    if (name.endsWith('[]')) append(tree, name.slice(0, -2), value)
    else put(tree, name.split('.'), value)
  }
  return dense(tree) as FormValues
}

// No form nests deeper: a name of ten thousand steps must not exhaust the stack.
const NAME = /^(?!\$)[a-zA-Z][a-zA-Z0-9]{0,40}(?:\.(?:\d{1,3}|[a-zA-Z][a-zA-Z0-9]{0,40})){0,6}(?:\[\])?$/

function put(tree: FormValues, path: string[], value: string) {
  let at = tree
  for (const step of path.slice(0, -1)) {
    const next = at[step]
    at[step] = typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null)
    at = at[step] as FormValues
  }
  at[path[path.length - 1] as string] ??= value
}

function append(tree: FormValues, name: string, value: string) {
  const path = name.split('.')
  const last = path.pop() as string
  let at = tree
  for (const step of path) {
    const next = at[step]
    at[step] = typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null)
    at = at[step] as FormValues
  }
  const list = at[last]
  at[last] = Array.isArray(list) ? [...list, value] : [value]
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function dense(value: FormValue): FormValue {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => dense(value[key] as FormValue))
  return Object.fromEntries(keys.map((key) => [key, dense(value[key] as FormValue)]))
}

function firstErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const byField = new Map<string, string>()
  for (const issue of issues) {
    const field = issue.path.join('.') || 'form'
    if (!byField.has(field)) byField.set(field, issue.message)
  }
  return [...byField].map(([field, message]) => ({ field, message }))
}
