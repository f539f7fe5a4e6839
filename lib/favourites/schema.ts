import 'server-only'
import { z } from 'zod'
import { line } from '@/lib/platform/text'

export const noteMax = 500

const pageId = z.coerce.number().int().positive().max(999_999_999)

/** The star: which page, and whether it is kept from now on. */
export const favouriteChoice = z.object({ page: pageId, keep: z.enum(['yes', 'no']).default('yes') })

export const favouriteNote = z.object({
  page: pageId,
  note: line({ label: 'Your note', max: noteMax }).default(''),
})
