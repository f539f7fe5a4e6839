export const STATES = {
  current: 'Still in place',
  ended: 'Ended',
  changed: 'Changed since',
  unknown: 'Not known',
} as const

export const HOMES = {
  elsewhere: 'It is published elsewhere, and this is a summary with links',
  here: 'It lives here: this is where it is first published',
} as const

export const EVIDENCE = {
  told: {
    name: 'Told',
    meaning:
      'Somebody says so. What matters most here has not been seen in a document of the body itself or an official study.',
  },
  documented: {
    name: 'Documented',
    meaning: 'It rests on a document of the body itself, or on an official or commissioned study.',
  },
  checked: { name: 'Checked', meaning: 'Somebody other than the author compared it with its sources.' },
} as const

export const RESOURCE_KINDS = {
  original: 'The original case study',
  primary: 'Contracts, clauses and other primary documents',
  evaluation: 'Evaluation and research',
  news: 'News and summaries',
  other: 'Other links',
} as const

export const FORMATS = {
  web: 'Web page',
  pdf: 'PDF',
  document: 'Document',
  spreadsheet: 'Spreadsheet',
  slides: 'Slides',
  video: 'Video',
} as const

export const CERTAINTIES = {
  told: 'Told: somebody says so',
  documented: 'Documented: in a document of the body or a study',
  estimated: 'Estimated: worked out or forecast, not measured',
} as const

/** What stands in the way of buying sustainably, and was overcome here. */
export const BARRIERS = {
  'narrow-value': {
    name: 'A narrow view of value for money',
    hint: 'Only the price counted, or only what one service gains.',
  },
  'non-cashable': {
    name: 'Savings that cannot be cashed',
    hint: 'The benefit was real but freed no money in a budget.',
  },
  'price-first': {
    name: 'Price before whole life cost',
    hint: 'What it costs to run, repair and dispose of was left out.',
  },
  silos: { name: 'Budgets in silos', hint: 'One budget pays, another gains.' },
  aggregation: {
    name: 'Contracts made too large',
    hint: 'Bundling shut out small, local or voluntary suppliers.',
  },
} as const

/** Where in the life of a contract the deed was done. */
export const CONTRACT_STAGES = {
  need: 'Deciding what is needed',
  market: 'Talking to the market',
  specification: 'Specification',
  selection: 'Choosing who may bid',
  award: 'Award criteria',
  clause: 'Contract clauses',
  management: 'Managing the contract',
} as const

export type Barrier = keyof typeof BARRIERS
export type State = keyof typeof STATES
export type Home = keyof typeof HOMES
export type Evidence = keyof typeof EVIDENCE
export type ResourceKind = keyof typeof RESOURCE_KINDS
export type Format = keyof typeof FORMATS

/** What a case study can be asked to have, in lists and searches. */
export const MUST_HAVE = {
  figure: 'A figure with a source',
  document: 'A document to reuse',
  contact: 'A contact',
} as const

/** What lists are narrowed by, in the order of their form. */
export const FACETS = [
  'category',
  'region',
  'type',
  'standing',
  'law',
  'approval',
  'challenge',
  'barrier',
  'stage',
  'evidence',
  'state',
  'has',
] as const
export type FacetName = (typeof FACETS)[number]
