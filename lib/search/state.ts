import 'server-only'
import { z } from 'zod'
import { BARRIERS, CONTRACT_STAGES, EVIDENCE, MUST_HAVE, STATES } from '@/lib/case-studies/vocabulary'
import { readUs } from '@/lib/legal/lens/read'
import type { Us } from '@/lib/legal/lens/vocabulary'
import { APPROVALS, CHALLENGES, NATIONS, REGIMES, SHORT_LABELS, VALUE_BANDS } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { keepable } from '@/lib/platform/text'
import { CODE } from '@/lib/taxonomy/codes'
import { PER_PAGE, perPageUsual, typedMax } from './limits'
import type { SearchFilter } from './schema'
import { KINDS, SEARCH_FACETS, type SearchFacet, SORTS, type Sort } from './vocabulary'

/** Everything that an address says of a search. */
export type SearchState = {
  /** As typed, without the white space around it. */
  words: string
  /** Nothing is taken for another word. */
  exactly: boolean
  filter: SearchFilter
  /** Who is reading, as far as the law is concerned, and whether only cases under the same rules are wanted. */
  us: Us | null
  rules: 'same' | ''
  sort: Sort
  page: number
  /** 10, 20 or 50 where people read it. */
  perPage: number
  /** Why it cannot be searched for, and how to put it right; empty when it can. */
  refusal: string
}
export type SearchParams = Record<string, string | string[] | undefined>

/**
 * Reads the address of a search. Filters that it does not understand are left out; words that are too long or hold
 * control characters are kept and refused (`refusal`).
 */
export function readState(params: SearchParams): SearchState {
  const read = settings.parse(params)
  const typed = ([params.q].flat()[0] ?? '').trim()
  const readable = keepable(typed)
  return {
    words: readable ? typed : withoutControls(typed),
    refusal: refusalOf(typed, readable),
    filter: readFacets(params),
    ...read,
    rules: read.us ? read.rules : '',
  }
}

/** Reads the parameters of a request; those given twice become lists. */
export function paramsOf(query: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
}

/** Whether anything is left out of what the words find. */
export function isNarrowed({ filter, rules }: SearchState): boolean {
  return rules !== '' || SEARCH_FACETS.some((facet) => filter[facet]?.length)
}

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

const settings = z.object({
  exactly: z.preprocess((value) => first(value) === '1', z.boolean()),
  us: z.preprocess((value) => [value ?? []].flat(), z.array(z.string()).transform(readUs)),
  rules: z.preprocess(first, z.enum(['same', ''])).catch(''),
  sort: z.preprocess(first, z.enum(Object.keys(SORTS) as [Sort])).catch('best'),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1),
  perPage: z.preprocess((value) => Number(first(value)), z.literal(PER_PAGE)).catch(perPageUsual),
})

function refusalOf(typed: string, readable: boolean): string {
  if (!readable)
    return 'The search held characters that cannot be searched for, such as control characters. They have been taken out: search again.'
  const { length } = [...typed]
  if (length <= typedMax) return ''
  const [has, most] = [length, typedMax].map((number) => number.toLocaleString('en-GB'))
  return `The search has ${has} characters, and ${most} is the most that can be searched for. Take out the words that matter least and search again.`
}

function withoutControls(typed: string): string {
  return [...typed.toWellFormed()]
    .filter((sign) => keepable(sign))
    .join('')
    .trim()
}

function readFacets(params: SearchParams): SearchFilter {
  const chosen = SEARCH_FACETS.flatMap((facet) => {
    const values = [params[facet] ?? []].flat().slice(0, valuesMax)
    const known = facet === 'category' ? values.map((value) => value.toUpperCase()) : values
    const kept = [...new Set(known)].filter(ALLOWED[facet])
    return kept.length > 0 ? [[facet, kept] as const] : []
  })
  return Object.fromEntries(chosen)
}

// More than any list of ours has ticks.
const valuesMax = 200

const oneOf = (words: object) => (value: string) => Object.hasOwn(words, value)
const like = (form: RegExp) => (value: string) => form.test(value)

/** Whether a facet can have this value. */
export const ALLOWED: Record<SearchFacet, (value: string) => boolean> = {
  kind: oneOf(KINDS),
  category: like(CODE),
  region: (value) => (REGIONS as readonly string[]).includes(value),
  nation: (value) => (NATIONS as readonly string[]).includes(value),
  type: oneOf(TYPES),
  standing: oneOf(SHORT_LABELS),
  law: oneOf(REGIMES),
  approval: oneOf(APPROVALS),
  challenge: oneOf(CHALLENGES),
  barrier: oneOf(BARRIERS),
  stage: oneOf(CONTRACT_STAGES),
  evidence: oneOf(EVIDENCE),
  state: oneOf(STATES),
  value: oneOf(VALUE_BANDS),
  year: like(/^[12]\d{3}$/),
  has: oneOf(MUST_HAVE),
  organisation: like(/^[1-9]\d{0,8}$/),
  // Worked out from `us` and `rules`.
  governed: () => false,
}

export { stateQuery } from './paths'
