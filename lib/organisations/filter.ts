import 'server-only'
import { z } from 'zod'
import { keepable } from '@/lib/platform/text'
import type { OrganisationFilter } from './queries'
import { type OrganisationType, REGIONS, TYPES } from './vocabulary'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const types = Object.keys(TYPES) as [OrganisationType, ...OrganisationType[]]

const filter = z
  .object({
    q: z
      .preprocess(first, z.string().max(200).refine(keepable))
      .catch('')
      .transform((text) => text.trim()),
    type: z.preprocess(first, z.enum(types)).or(z.literal('')).catch(''),
    region: z.preprocess(first, z.enum(REGIONS)).or(z.literal('')).catch(''),
    page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
  })
  .transform(({ q, ...rest }): OrganisationFilter => ({ words: q, ...rest }))

/** Reads the address of the directory: what it does not understand is left out, never an error. */
export function readOrganisationFilter(
  params: Record<string, string | string[] | undefined>,
): OrganisationFilter {
  return filter.parse(params)
}
