export const WANTED_STATES = {
  open: 'Wanted',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
  hidden: 'Hidden',
} as const
export type WantedState = keyof typeof WANTED_STATES

/** How it came onto the list: somebody asked, or five people or more searched. */
export type Origin = 'asked' | 'searched' | 'unopened'

export const LOOKING_FOR = {
  case: 'A case study',
  document: 'A document to reuse, such as a clause or a specification',
  either: 'Either',
} as const
export type LookingFor = keyof typeof LOOKING_FOR

export const WANTED_SORTS = { newest: 'Newest', most: 'Most asked for' } as const
export type WantedSort = keyof typeof WANTED_SORTS

/** Nations as the coverage counts them: a case study has one. */
export const WANTED_NATIONS = {
  England: 'England',
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
} as const

/** What a case study may name instead of one nation. */
export const NATIONS_ELSE = ['England and Wales', 'UK-wide', 'Not UK', 'Not known'] as const

/** Kinds of public body, in few enough groups to stand side by side. */
export const BODY_GROUPS = {
  councils: 'Councils',
  nhs: 'NHS',
  'police-fire': 'Police and fire',
  learning: 'Universities and research',
  housing: 'Housing and voluntary',
  government: 'Government and agencies',
  other: 'Other bodies',
} as const
export type BodyGroup = keyof typeof BODY_GROUPS

/** The group of each type of organisation. */
export const GROUP_OF_TYPE = {
  'combined-authority': 'councils',
  county: 'councils',
  unitary: 'councils',
  metropolitan: 'councils',
  'london-borough': 'councils',
  'city-or-regional': 'councils',
  district: 'councils',
  'scottish-council': 'councils',
  'welsh-council': 'councils',
  'ni-council': 'councils',
  fire: 'police-fire',
  police: 'police-fire',
  nhs: 'nhs',
  university: 'learning',
  research: 'learning',
  housing: 'housing',
  voluntary: 'housing',
  'central-government': 'government',
  'devolved-government': 'government',
  agency: 'government',
  'national-park': 'other',
  'transport-or-waste': 'other',
  'buying-organisation': 'other',
  supplier: 'other',
  european: 'other',
} as const satisfies Record<string, BodyGroup>

export const EVENT_KINDS = {
  asked: 'Asked for',
  suggested: 'A page was offered',
  claimed: 'Claimed',
  'given-back': 'Claim given back',
  answered: 'Answered',
  reopened: 'Opened again',
  withdrawn: 'Withdrawn',
  closed: 'Closed by a moderator',
  hidden: 'Hidden by a moderator',
} as const
export type EventKind = keyof typeof EVENT_KINDS
