import 'server-only'
import { z } from 'zod'
import { oneOf } from '@/lib/platform/fields'
import { line } from '@/lib/platform/text'
import { savedMax } from '@/lib/search/limits'
import { savedRef, savedState } from '@/lib/search/saved'
import { CODE } from '@/lib/taxonomy/codes'
import { FREQUENCIES, WATCH_KINDS } from './vocabulary'

const KIND = 'That cannot be watched. Nothing was changed.'
const SEARCH = 'Type what to search for first'

/** What is watched, and whether it is from now on. */
export const watchChoice = z
  .object({
    kind: oneOf(WATCH_KINDS, KIND),
    ref: line({ label: 'The search', max: savedMax, required: SEARCH }),
    keep: z.enum(['yes', 'no']).default('yes'),
  })
  .transform((choice) =>
    // However its words and filters are written, the same search is watched once.
    choice.kind === 'search' ? { ...choice, ref: savedRef(savedState(choice.ref)) } : choice,
  )
  .refine(({ kind, ref }) => kind !== 'search' || ref !== '', { message: SEARCH, path: ['ref'] })
  .refine(({ kind, ref }) => FORMS[kind].test(ref), { message: KIND })

const FORMS = {
  page: /^[1-9]\d{0,8}$/,
  organisation: /^[1-9]\d{0,8}$/,
  category: CODE,
  search: /./,
  law: /^[A-Z][A-Z0-9-]{1,29}$/,
}

export type WatchChoice = z.output<typeof watchChoice>

export const frequency = z.object({
  mailFrequency: oneOf(FREQUENCIES, 'Choose how often from the list').default('daily'),
})

export const readUpTo = z.object({ upTo: z.coerce.number().int().positive().max(2_147_483_647) })

export const stopWatching = z.object({ watch: z.coerce.number().int().positive().max(2_147_483_647) })
