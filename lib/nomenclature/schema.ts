import 'server-only'
import { z } from 'zod'
import { daysAfter, isDay, today } from '@/lib/platform/day'
import { oneOf } from '@/lib/platform/fields'
import { linesOf, listOf } from '@/lib/platform/lists'
import { line, prose } from '@/lib/platform/text'
import { CODE } from '@/lib/taxonomy/codes'
import * as limits from './limits'
import { STANCES } from './vocabulary'

const code = z
  .string({ error: 'Choose a heading' })
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => CODE.test(text), { message: 'Choose a heading' })
const name = line({ label: 'The name', max: limits.nameMax, required: 'Enter the name' })
const scope = line({ label: 'The scope note', max: limits.noteMax })
const otherNames = z
  .preprocess(linesOf, z.array(line({ label: 'Each other name', max: limits.nameMax })))
  .refine((list) => list.length <= limits.otherNamesMax, {
    message: `Give at most ${limits.otherNamesMax} other names`,
  })
  .transform((list) => [...new Set(list)])
  .default([])
const cpv = z
  .preprocess(
    linesOf,
    z.array(z.string().regex(/^\d{2}$/, { message: 'Give CPV divisions by their two digits, one a line' })),
  )
  .transform((list) => [...new Set(list)])
  .default([])
const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const maybe = <Field extends z.ZodType>(field: Field) => z.preprocess(blank, field.optional())

const rename = z.object({ kind: z.literal('rename'), code, name, note: maybe(scope) })
const merge = z
  .object({
    kind: z.literal('merge'),
    from: z
      .preprocess(listOf, z.array(code))
      .transform((list) => [...new Set(list)].sort())
      .refine((list) => list.length > 0, { message: 'Tick at least one heading to merge' })
      .refine((list) => list.length <= limits.mergedMax, {
        message: `Merge at most ${limits.mergedMax} headings at once`,
      }),
    into: code,
  })
  .refine(({ from, into }) => !from.includes(into), {
    path: ['into'],
    message: 'A heading cannot be merged into itself',
  })
/** An existing heading by its code, or a new one by its name. */
const successor = z
  .object({ code: maybe(code), name: maybe(name), note: maybe(scope) })
  .refine((to) => to.code || to.name, { path: ['name'], message: 'Choose a heading or enter a new name' })
const split = z
  .object({
    kind: z.literal('split'),
    code,
    into: z
      .preprocess(filled, z.array(successor))
      .refine((list) => list.length >= 2, { message: 'Give at least two headings to split it into' })
      .refine((list) => list.length <= limits.successorsMax, {
        message: `Split a heading into at most ${limits.successorsMax}`,
      }),
    /** The place in `into`, from 0, where a case study goes unless it is chosen otherwise. */
    default: z.coerce.number().int().min(0).catch(0),
  })
  .refine((it) => it.default < it.into.length, { path: ['default'], message: 'Choose where the rest goes' })
  .refine((it) => new Set(it.into.map((to) => to.code ?? to.name?.toLowerCase())).size === it.into.length, {
    path: ['into'],
    message: 'Give each heading once',
  })
const move = z.object({ kind: z.literal('move'), code, parent: code })
const retire = z.object({ kind: z.literal('retire'), code, into: maybe(code) })
const add = z.object({
  kind: z.literal('add'),
  parent: code,
  name,
  note: scope.default(''),
  alsoCalled: otherNames,
  cpv,
})
const agree = z.object({ kind: z.literal('agree'), code })

/** What is to be done to the contents hierarchy. */
export const proposal = z.discriminatedUnion('kind', [rename, merge, split, move, retire, add, agree])

const reason = prose({ label: 'The reason', max: limits.reasonMax, required: 'Give the reason' }).transform(
  (text) => text.trim(),
)
const id = z.coerce.number().int().positive().max(999_999_999)

export const changeProposal = z.object({
  proposal,
  reason,
  closesOn: line({ label: 'The closing date', max: 40, required: 'Give the closing date' }).superRefine(
    (day, context) => {
      const fault = day === '' ? null : faultOf(day)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    },
  ),
})

export const position = z.object({
  changeId: id,
  stance: oneOf(STANCES, 'Choose “Support”, “Object” or “Abstain”'),
  reason,
})

/** `choices` say which of the headings of a split a case study goes to, where it is not the default. */
export const changeDecision = z.object({
  changeId: id,
  verdict: z.enum(['apply', 'decline'], { error: 'Choose “Apply” or “Decline”' }),
  decision: prose({
    label: 'The decision',
    max: limits.reasonMax,
    required: 'Write the decision: what was decided, and why',
  }).transform((text) => text.trim()),
  choices: z
    .array(z.object({ pageId: id, targets: z.preprocess(listOf, z.array(z.coerce.number().int().min(0))) }))
    .max(1000)
    .optional(),
})

export const changeUndoing = z.object({ changeId: id, reason })

export type Proposal = z.output<typeof proposal>
export type NewChange = z.output<typeof changeProposal>
export type NewPosition = z.output<typeof position>
export type NewDecision = z.output<typeof changeDecision>
export type NewUndoing = z.output<typeof changeUndoing>

/** A form may offer empty rows at its end; a row keeps its place. */
function filled(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const used = value.findLastIndex((row) =>
    Object.values((row ?? {}) as object).some((it) => it !== '' && it !== undefined),
  )
  return value.slice(0, used + 1)
}

function faultOf(day: string): string | null {
  if (!isDay(day)) return 'The closing date must be a real date, like 2027-01-22'
  if (day < daysAfter(today(), limits.closesAfterMin)) return 'The closing date must be in the future'
  return day > daysAfter(today(), limits.closesAfterMax) ? 'The closing date must be within a year' : null
}
