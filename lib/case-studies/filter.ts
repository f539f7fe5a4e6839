import 'server-only'
import { z } from 'zod'
import { usText } from '@/lib/legal/lens/paths'
import { readUs } from '@/lib/legal/lens/read'
import { APPROVALS, CHALLENGES, REGIMES, SHORT_LABELS } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { CODE } from '@/lib/taxonomy/codes'
import { BARRIERS, CONTRACT_STAGES, EVIDENCE, FACETS, MUST_HAVE, STATES } from './vocabulary'

const strings = z.preprocess((value) => [value ?? []].flat(), z.array(z.string()))

const many = (allowed: readonly string[]) =>
  strings.transform((list) => [...new Set(list)].filter((entry) => allowed.includes(entry)))

export const SORTS = {
  changed: 'Newest change',
  added: 'Newest',
  measured: 'Measured results first',
  title: 'A to Z',
} as const

const filter = z.object({
  category: strings.transform((list) =>
    [...new Set(list.map((code) => code.toUpperCase()))].filter((code) => CODE.test(code)),
  ),
  region: many(REGIONS),
  type: many(Object.keys(TYPES)),
  standing: many(Object.keys(SHORT_LABELS)),
  law: many(Object.keys(REGIMES)),
  approval: many(Object.keys(APPROVALS)),
  challenge: many(Object.keys(CHALLENGES)),
  barrier: many(Object.keys(BARRIERS)),
  stage: many(Object.keys(CONTRACT_STAGES)),
  evidence: many(Object.keys(EVIDENCE)),
  state: many(Object.keys(STATES)),
  has: many(Object.keys(MUST_HAVE)),
  /** Who is reading, as far as the law is concerned, and whether only cases under the same rules are wanted. */
  us: strings.transform(readUs),
  rules: z.enum(['same', '']).catch(''),
  sort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS]).catch('changed'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export type CaseStudyFilter = z.output<typeof filter>
export type SearchParams = Record<string, string | string[] | undefined>

/** Reads an address: what it does not understand is left out, never an error. */
export function readFilter(params: SearchParams): CaseStudyFilter {
  const read = filter.parse(params)
  return read.us ? read : { ...read, rules: '' }
}

/** The address that reproduces a filter, with some parts changed. */
export function filterQuery(current: CaseStudyFilter, change: Partial<CaseStudyFilter> = {}): string {
  const next = { ...current, page: 1, ...change }
  const query = new URLSearchParams()
  for (const name of FACETS) for (const value of next[name]) query.append(name, value)
  if (next.us) query.set('us', usText(next.us))
  if (next.us && next.rules) query.set('rules', next.rules)
  if (next.sort !== 'changed') query.set('sort', next.sort)
  if (next.page > 1) query.set('page', String(next.page))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Whether anything is left out of the list. Looking through the eyes of one body leaves nothing out by itself. */
export function isNarrowed(current: CaseStudyFilter): boolean {
  return current.rules !== '' || FACETS.some((name) => current[name].length > 0)
}
