import 'server-only'
import { z } from 'zod'
import { daysAfter, isDay, today } from '@/lib/platform/day'
import { oneOf } from '@/lib/platform/fields'
import { listOf } from '@/lib/platform/lists'
import { line, prose } from '@/lib/platform/text'
import { LABEL } from '@/lib/taxonomy/codes'
import * as limits from './limits'
import { BODY_GROUPS, LOOKING_FOR, WANTED_NATIONS } from './vocabulary'

const id = z.coerce.number().int().positive().max(999_999_999)
const AREA = 'Choose areas from the list'

export const newRequest = z.object({
  title: line({
    label: 'What you look for',
    max: limits.titleMax,
    required: 'Say in a few words what you look for',
  }),
  purpose: prose({
    label: 'What you need it for',
    max: limits.purposeMax,
    required: 'Say what you need it for, so that others know what would help',
  }).transform((text) => text.trim()),
  lookingFor: oneOf(LOOKING_FOR, 'Choose what would help').default('either'),
  categories: z
    .preprocess(listOf, z.array(z.string().regex(LABEL, { message: AREA })))
    .transform((codes) => [...new Set(codes)])
    .refine((codes) => codes.length <= limits.areasMax, {
      message: `Tick at most ${limits.areasMax} areas`,
    }),
  nation: z.union([z.literal(''), oneOf(WANTED_NATIONS, 'Choose a nation from the list')]).default(''),
  bodyGroup: z.union([z.literal(''), oneOf(BODY_GROUPS, 'Choose a kind of body from the list')]).default(''),
})

export const offer = z.object({
  id,
  page: line({ label: 'The page', max: 400, required: 'Give the address or the number of a page' }),
  note: line({ label: 'The remark', max: limits.noteMax }).default(''),
  /** What was offered settles it. */
  settles: z.preprocess((value) => value === 'yes', z.boolean()).default(false),
})

export const claim = z.object({
  id,
  dueOn: line({
    label: 'The date',
    max: 40,
    required: 'Give the day by which it will be written',
  }).superRefine((day, context) => {
    const fault = day === '' ? null : faultOf(day)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  }),
})

export const claimGivenBack = z.object({ id, organisation: id })

export const requestId = z.object({ id })

export const withReason = z.object({
  id,
  reason: line({
    label: 'The reason',
    max: limits.reasonMax,
    required: 'Give the reason: everybody reads it',
  }),
})

export type NewRequest = z.output<typeof newRequest>
export type Offer = z.output<typeof offer>
export type NewClaim = z.output<typeof claim>

function faultOf(day: string): string | null {
  if (!isDay(day)) return 'The date must be a real date, like 2027-01-22'
  if (day < today()) return 'The date must be today or later'
  return day > daysAfter(today(), limits.dueWithinDays) ? 'The date must be within a year' : null
}
