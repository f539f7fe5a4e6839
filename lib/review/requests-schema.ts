import 'server-only'
import { z } from 'zod'
import { isDay, today, yearAfter } from '@/lib/platform/day'
import { line, prose } from '@/lib/platform/text'
import { requestNoteMax, reviewersMax } from './limits'

const id = z.coerce.number().int().positive().max(999_999_999)

const dueOn = line({ label: 'The day', max: 40, required: 'Say by which day' }).superRefine(
  (day, context) => {
    const fault = day === '' ? null : faultOf(day)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  },
)

/** Asks named people to look at a page: names are kept as they were typed until somebody is found by them. */
export const reviewRequest = z.object({
  page: id,
  people: z
    .preprocess(
      (value) => [value ?? []].flat().filter((name) => typeof name === 'string' && name.trim() !== ''),
      z.array(line({ label: 'Each name', max: 320 })),
    )
    .refine((names) => names.length > 0, { message: 'Name at least one person' })
    .refine((names) => names.length <= reviewersMax, {
      message: `Name at most ${reviewersMax} people. You can ask more in a second request`,
    }),
  dueOn,
  note: prose({ label: 'The note', max: requestNoteMax })
    .default('')
    .transform((text) => text.trim()),
})

export const requestClosing = z.object({ request: id })

export type NewReviewRequest = z.output<typeof reviewRequest>

function faultOf(day: string): string | null {
  if (!isDay(day)) return 'The day must be a real date, like 2027-01-22'
  if (day <= today()) return 'The day must be in the future'
  return day > yearAfter(today()) ? 'The day must be within a year' : null
}
