import 'server-only'
import { z } from 'zod'
import { line } from '@/lib/platform/text'
import { reasonMax, reasonMin } from './limits'

const id = z.coerce.number().int().positive().max(999_999_999)

/** Readers see why a page was withdrawn, so a few words are not enough. */
export const withdrawal = z.object({
  page: id,
  reason: line({
    label: 'The reason',
    max: reasonMax,
    required: 'Say why you withdraw it: everyone who follows a link to it reads this',
  }).refine((text) => text.length === 0 || text.length >= reasonMin, {
    message: `The reason must be ${reasonMin} characters or more: everyone who follows a link to it reads this`,
  }),
})

const note = line({ label: 'The note', max: reasonMax }).default('')

export const returning = z.object({ page: id, reason: note })
export const merging = z.object({ page: id, into: id, reason: note })
