import 'server-only'
import { z } from 'zod'
import { oneOf, ticked } from '@/lib/platform/fields'
import { line } from '@/lib/platform/text'
import { fieldsMax, helpMax, labelMax, noteMax, optionMax, optionsMax, unitMax } from './limits'
import { FIELD_TYPES, PLACES } from './vocabulary'

/** What a key looks like: of a field, for ever, and of an option within its field. */
export const KEY = /^[a-z][A-Za-z0-9]{0,39}$/

const label = line({ label: 'The name', max: labelMax, required: 'Give the field a name' })
const help = line({ label: 'The help', max: helpMax }).default('')
const unit = line({ label: 'The unit', max: unitMax }).default('')
const optionLabel = line({ label: 'The option', max: optionMax, required: 'Give the option a name' })

const option = z.object({ key: z.string().regex(KEY), label: optionLabel, retired: z.boolean() })

/** One field that editors have added to the template. */
const templateField = z.object({
  key: z.string().regex(KEY),
  label,
  help,
  type: oneOf(FIELD_TYPES, 'Choose what kind of answer it takes'),
  /** Of a number. */
  unit,
  /** Of "one of" and "any of"; those retired stay, because answers name them. */
  options: z.array(option).max(optionsMax),
  required: z.boolean(),
  after: oneOf(PLACES, 'Choose where it stands'),
  retired: z.boolean(),
})

/** A version of the template, whole. Fields that are retired stay in it, so the newest knows every key there ever was. */
export const templateContent = z.object({ fields: z.array(templateField).max(fieldsMax) })

const standing = z.coerce.number().int().min(-1_000_000_000).max(2_000_000_000)

/** The form of one field. `standing` is what the editor was looking at (see hold.ts). */
export const fieldForm = z.object({
  standing,
  key: z.union([z.literal(''), z.string().regex(KEY)]).default(''),
  label,
  help,
  type: templateField.shape.type,
  unit,
  options: z
    .array(z.object({ key: z.string().regex(KEY), label: optionLabel, retired: ticked() }))
    .max(optionsMax)
    .default([]),
  newOptions: z
    .preprocess(
      (text) => (typeof text === 'string' ? text.split(/\r?\n/).filter((entry) => entry.trim() !== '') : []),
      z.array(optionLabel),
    )
    .refine((list) => list.length <= optionsMax, { message: `There can be at most ${optionsMax} options` }),
  required: ticked(),
  after: templateField.shape.after,
})

/** One press of a button in the list of fields. */
export const fieldMove = z.object({
  standing,
  key: z.string().regex(KEY),
  move: z.enum(['up', 'down', 'retire', 'bring-back', 'remove']),
})

export const templateRelease = z.object({
  standing,
  note: line({ label: 'What changed', max: noteMax, required: 'Say in a few words what changed and why' }),
})

export const draftStanding = z.object({ standing })

export type TemplateField = z.output<typeof templateField>
export type TemplateContent = z.output<typeof templateContent>
export type FieldForm = z.output<typeof fieldForm>
export type FieldMove = z.output<typeof fieldMove>['move']
