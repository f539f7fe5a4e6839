/** What can be found, in the order in which equals are shown. */
export const KINDS = {
  case_study: 'Case study',
  story: 'Change story',
  tool: 'Tool',
  document: 'Document',
  category: 'Heading',
  organisation: 'Organisation',
  person: 'Person',
  help: 'Help',
} as const
export type Kind = keyof typeof KINDS

export const SORTS = {
  best: 'Best match',
  changed: 'Newest change',
  added: 'Newest',
  saved: 'Most saved',
  title: 'A to Z',
} as const
export type Sort = keyof typeof SORTS

/** What results are narrowed by, under the names that addresses use. */
export const SEARCH_FACETS = [
  'kind',
  'category',
  'region',
  'nation',
  'type',
  'standing',
  'law',
  'approval',
  'challenge',
  'barrier',
  'stage',
  'evidence',
  'state',
  'value',
  'year',
  'has',
  'organisation',
  // "PA2023.above": the law in force that a current case was bought under and its value. Asked for, never offered.
  'governed',
] as const
export type SearchFacet = (typeof SEARCH_FACETS)[number]
