import type { FacetName } from '@/lib/case-studies/filter'
import { BARRIERS, CONTRACT_STAGES, EVIDENCE, STATES } from '@/lib/case-studies/vocabulary'
import { APPROVALS, CHALLENGES, REGIMES, SHORT_LABELS } from '@/lib/legal/vocabulary'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'

const named = (words: Record<string, { name: string }>) =>
  Object.fromEntries(Object.entries(words).map(([value, { name }]) => [value, name]))

export const FACET_NAMES: Record<FacetName, string> = {
  category: 'Contract area',
  region: 'Region',
  type: 'Kind of organisation',
  standing: 'Under the law now',
  law: 'Law it was bought under',
  approval: 'Who approved it',
  challenge: 'Challenged?',
  barrier: 'Barrier overcome',
  stage: 'Contract stage',
  evidence: 'Evidence',
  state: 'Now',
  has: 'Must have',
}

/** What the values of each facet are called, in their order. Labels have names of their own in the contents tree. */
export const FACET_WORDS: Record<Exclude<FacetName, 'category' | 'has'>, Record<string, string>> = {
  region: Object.fromEntries(REGIONS.map((region) => [region, region])),
  type: TYPES,
  standing: SHORT_LABELS,
  law: named(REGIMES),
  approval: named(APPROVALS),
  challenge: CHALLENGES,
  barrier: named(BARRIERS),
  stage: CONTRACT_STAGES,
  evidence: named(EVIDENCE),
  state: STATES,
}
