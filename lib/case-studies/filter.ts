import 'server-only'
import { z } from 'zod'
import { REGIMES } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { EVIDENCE, STATES } from './vocabulary'

const many = (allowed: readonly string[]) =>
  z
    .preprocess((value) => [value ?? []].flat(), z.array(z.string()))
    .transform((list) => {
      return [...new Set(list)].filter((entry) => allowed.includes(entry))
    })

export const SORTS = {
  changed: 'Newest change',
  added: 'Newest',
  measured: 'Measured results first',
  title: 'A to Z',
} as const

export const MUST_HAVE = {
  figure: 'A figure with a source',
  document: 'A document to reuse',
  contact: 'A contact',
} as const

const filter = z.object({
  category: z
    .preprocess((value) => [value ?? []].flat(), z.array(z.string()))
    .transform((list) =>
      [...new Set(list.map((code) => code.toUpperCase()))].filter((code) => CODE.test(code)),
    ),
  region: many(REGIONS),
  type: many(Object.keys(TYPES)),
  law: many(Object.keys(REGIMES)),
  evidence: many(Object.keys(EVIDENCE)),
  state: many(Object.keys(STATES)),
  has: many(Object.keys(MUST_HAVE)),
  sort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS]).catch('changed'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

const CODE = /^[A-F](?:\d{1,2}(?:\.\d)?)?$/

export type CaseStudyFilter = z.output<typeof filter>
export type FacetName = 'category' | 'region' | 'type' | 'law' | 'evidence' | 'state' | 'has'
export const FACETS: FacetName[] = ['category', 'region', 'type', 'law', 'evidence', 'state', 'has']

export type SearchParams = Record<string, string | string[] | undefined>

/** Reads an address: what it does not understand is left out, never an error. */
export function readFilter(params: SearchParams): CaseStudyFilter {
  return filter.parse(params)
}

/** The address that reproduces a filter, with some parts changed. */
export function filterQuery(current: CaseStudyFilter, change: Partial<CaseStudyFilter> = {}): string {
  const next = { ...current, page: 1, ...change }
  const query = new URLSearchParams()
  for (const name of FACETS) for (const value of next[name]) query.append(name, value)
  if (next.sort !== 'changed') query.set('sort', next.sort)
  if (next.page > 1) query.set('page', String(next.page))
  const text = query.toString()
  return text ? `?${text}` : ''
}

export function isNarrowed(current: CaseStudyFilter): boolean {
  return FACETS.some((name) => current[name].length > 0)
}
