import { BARRIERS, CONTRACT_STAGES, EVIDENCE, MUST_HAVE, STATES } from '@/lib/case-studies/vocabulary'
import { APPROVALS, CHALLENGES, NATIONS, REGIMES, SHORT_LABELS, VALUE_BANDS } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { KINDS, type SearchFacet } from './vocabulary'

/** What each facet is called. Headings are offered by section, under the names of the sections. */
export const FACET_NAMES: Record<Exclude<SearchFacet, 'governed'>, string> = {
  kind: 'Type',
  category: 'Contract area',
  region: 'Region',
  nation: 'Nation whose law it was',
  type: 'Kind of organisation',
  standing: 'Under the law now',
  law: 'Law it was bought under',
  approval: 'Who approved it',
  challenge: 'Challenged?',
  barrier: 'Barrier overcome',
  stage: 'Contract stage',
  evidence: 'Evidence',
  state: 'Now',
  value: 'Contract value',
  year: 'Year it began',
  has: 'Must have',
  organisation: 'Organisation',
}

const named = (words: Record<string, { name: string }>) =>
  Object.fromEntries(Object.entries(words).map(([value, { name }]) => [value, name]))
const same = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]))

/** What their values are called, in their order. Headings and organisations have names of their own; a year is one. */
export const FACET_WORDS = {
  kind: KINDS,
  region: same(REGIONS),
  nation: same(NATIONS),
  type: TYPES,
  standing: SHORT_LABELS,
  law: named(REGIMES),
  approval: named(APPROVALS),
  challenge: CHALLENGES,
  barrier: named(BARRIERS),
  stage: CONTRACT_STAGES,
  evidence: named(EVIDENCE),
  state: STATES,
  value: VALUE_BANDS,
  has: MUST_HAVE,
} satisfies Partial<Record<SearchFacet, Record<string, string>>>

/** Names of headings by code, and of organisations by number. */
export type FacetValueNames = {
  category: ReadonlyMap<string, string>
  organisation: ReadonlyMap<string, string>
}

/** A value of a facet as people read it. */
export function facetWord(facet: SearchFacet, value: string, names: FacetValueNames): string {
  if (facet === 'category' || facet === 'organisation') return names[facet].get(value) ?? value
  const words: Record<string, Record<string, string>> = FACET_WORDS
  return words[facet]?.[value] ?? value
}
