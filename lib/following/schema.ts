import 'server-only'
import { z } from 'zod'
import { oneOf } from '@/lib/platform/fields'
import { line } from '@/lib/platform/text'
import { CODE } from '@/lib/taxonomy/codes'
import { searchWordsMax } from './limits'
import { FREQUENCIES, WATCH_KINDS } from './vocabulary'

const KIND = 'That cannot be watched. Nothing was changed.'

/** What is watched, and whether it is from now on. */
export const watchChoice = z
  .object({
    kind: oneOf(WATCH_KINDS, KIND),
    ref: line({ label: 'The search', max: searchWordsMax, required: 'Type what to search for first' }),
    keep: z.enum(['yes', 'no']).default('yes'),
  })
  .transform((choice) => (choice.kind === 'search' ? { ...choice, ref: choice.ref.toLowerCase() } : choice))
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
