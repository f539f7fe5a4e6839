/** What kind of answer a field takes. */
export const FIELD_TYPES = {
  text: { name: 'Text', meaning: 'one line' },
  long: { name: 'Long text', meaning: 'paragraphs, with the same buttons as Context' },
  number: { name: 'Number', meaning: 'with a unit, such as tonnes a year' },
  money: { name: 'Money', meaning: 'an amount in pounds' },
  date: { name: 'Date', meaning: 'a year, a month or a day' },
  'yes-no': { name: 'Yes or no', meaning: 'or “Not known”' },
  'one-of': { name: 'One of a list', meaning: 'one option is chosen' },
  'many-of': { name: 'Any of a list', meaning: 'boxes to tick' },
  link: { name: 'Link', meaning: 'a web address, or a file kept here' },
} as const

export type FieldType = keyof typeof FIELD_TYPES

/** The parts of the form and of the page that a field can stand after, in their order. */
export const PLACES = {
  summary: 'Title and summary',
  context: 'Context',
  action: 'Action',
  impact: 'Impact',
  results: 'Results in figures',
  legal: 'Legal status',
  end: 'Everything else, at the end',
} as const

export type Place = keyof typeof PLACES

export const YES_NO = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const

/** Names that the built-in parts of a case study have, here and in the interface for programs. */
export const BUILT_IN: readonly string[] = [
  'title',
  'summary',
  'context',
  'action',
  'impact',
  'happenedNext',
  'gaps',
  'home',
  'organisation',
  'partners',
  'regions',
  'startedOn',
  'endedOn',
  'dateNote',
  'state',
  'stateAsOf',
  'contractValue',
  'evidence',
  'checkedOn',
  'categories',
  'barriers',
  'contractStages',
  'template',
  'extra',
  'legalStatus',
  'resources',
  'results',
  'contact',
]
