import 'server-only'
import { z } from 'zod'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { keepable } from '@/lib/platform/text'
import { CODE } from '@/lib/taxonomy/codes'
import type { PeopleFilter } from './directory'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const typed = z
  .preprocess(first, z.string().max(200).refine(keepable))
  .catch('')
  .transform((text) => text.trim())

const filter = z
  .object({
    q: typed,
    organisation: typed,
    region: z.preprocess(first, z.enum(REGIONS)).or(z.literal('')).catch(''),
    category: z.preprocess(first, z.string().toUpperCase().regex(CODE)).catch(''),
  })
  .transform(({ q, ...rest }): PeopleFilter => ({ words: q, ...rest }))

/** Reads the address of the finder: what it does not understand is left out, never an error. */
export function readPeopleFilter(params: Record<string, string | string[] | undefined>): PeopleFilter {
  return filter.parse(params)
}
