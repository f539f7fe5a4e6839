export const NATIONS = [
  'England',
  'Wales',
  'Scotland',
  'Northern Ireland',
  'England and Wales',
  'UK-wide',
  'Not UK',
  'Not known',
] as const

/** What a case study may name as its law. What each is, and when it governs, is in the law register. */
export const REGIMES = {
  PA2023: { name: 'Procurement Act 2023 and Procurement Regulations 2024' },
  PCR2015: { name: 'Public Contracts Regulations 2015' },
  UCR2016: { name: 'Utilities Contracts Regulations 2016' },
  CCR2016: { name: 'Concession Contracts Regulations 2016' },
  DSPCR2011: { name: 'Defence and Security Public Contracts Regulations 2011' },
  PCR2006: { name: 'Public Contracts Regulations 2006' },
  PRE2006: { name: 'Regulations before 2006' },
  PRSA2014: { name: 'Procurement Reform (Scotland) Act 2014' },
  PCSR2015: { name: 'Public Contracts (Scotland) Regulations 2015' },
  'PSR-E': { name: 'Health Care Services (Provider Selection Regime) Regulations 2023' },
  'PSR-W': { name: 'Health Services (Provider Selection Regime) (Wales) Regulations 2025' },
  EU2014: { name: 'EU Directive 2014/24' },
  EU2004: { name: 'EU Directive 2004/18' },
  LGA2000: { name: 'Local Government Act 2000, section 2 (power of well-being)' },
  BTH: { name: 'Below the threshold: the body’s own contract rules' },
  OTH: { name: 'Other law, named in the legal point' },
  UNK: { name: 'Not known' },
} as const

export const APPROVALS = {
  'LEG-OWN': {
    name: 'Own legal department',
    hint: 'Say what was approved: approach, clause, criteria or award.',
  },
  'LEG-SHARED': { name: 'Shared legal service', hint: '' },
  'LEG-EXT': {
    name: 'Outside solicitors',
    hint: 'Name the firm only if it agreed. Advice may be privileged.',
  },
  'LEG-KC': { name: 'Counsel’s opinion', hint: 'Advice may be privileged.' },
  PROC: { name: 'Head of procurement or procurement board', hint: 'This is not a legal approval.' },
  MEMBER: { name: 'Cabinet, committee, board or councillors', hint: 'Link the minute.' },
  'AUD-INT': { name: 'Internal audit', hint: '' },
  'AUD-EXT': {
    name: 'External audit',
    hint: 'For example the National Audit Office, Audit Scotland or Audit Wales.',
  },
  OGC: {
    name: 'Office of Government Commerce (closed 2011)',
    hint: 'Its buying arm became Buying Solutions, the Government Procurement Service, the Crown Commercial Service and, in April 2026, the Government Commercial Agency.',
  },
  CO: { name: 'Cabinet Office', hint: '' },
  GCA: { name: 'Crown Commercial Service or Government Commercial Agency', hint: 'A framework, or advice.' },
  SG: { name: 'Scottish Government', hint: '' },
  WG: { name: 'Welsh Government', hint: '' },
  'NI-CPD': { name: 'Construction and Procurement Delivery, Northern Ireland', hint: '' },
  FUND: { name: 'Funder or managing authority', hint: 'For example European funds or the lottery.' },
  FWK: {
    name: 'Bought through another body’s framework or dynamic market',
    hint: 'Say whose, and its reference.',
  },
  PRU: { name: 'Government review or investigation of the procurement', hint: 'Link the finding.' },
  COURT: { name: 'Court or tribunal decision', hint: 'Give the citation and the outcome.' },
  'ENDORSED-EU': {
    name: 'Used as official EU good practice',
    hint: 'This is not a ruling on whether it was lawful.',
  },
  SELF: { name: 'The author believes it lawful; nobody reviewed it', hint: '' },
  NONE: { name: 'Not reviewed by anyone', hint: '' },
  UNK: { name: 'Not known', hint: 'An honest answer, and readers will see it.' },
} as const

export const PROCEDURES = {
  unknown: 'Not known',
  open: 'Open',
  restricted: 'Restricted',
  'competitive-dialogue': 'Competitive dialogue',
  negotiated: 'Negotiated',
  'light-touch': 'Light touch',
  dynamic: 'Dynamic purchasing system or dynamic market',
  'framework-call-off': 'Call-off from a framework',
  'competitive-flexible': 'Competitive flexible',
  'direct-award': 'Direct award',
  psr: 'Provider Selection Regime process',
  grant: 'Grant',
  'in-house': 'In-house',
  reserved: 'Reserved contract',
  'below-threshold': 'Below threshold',
  other: 'Other',
} as const

export const CHALLENGES = {
  unknown: 'Not known',
  'none-known': 'None known',
  queried: 'Queried during the procedure',
  complaint: 'Formal complaint',
  'claim-issued': 'Claim issued',
  settled: 'Settled',
  upheld: 'Claim upheld',
  dismissed: 'Claim dismissed',
  'set-aside': 'Contract set aside',
} as const

export const REUSE = {
  'not-considered': 'Not considered',
  'author-yes': 'The author thinks so',
  'author-with-changes': 'The author thinks so, with changes',
  'author-no': 'The author thinks not',
} as const

export type Nation = (typeof NATIONS)[number]
export type RegimeCode = keyof typeof REGIMES
export type Procedure = keyof typeof PROCEDURES

/** What the contract was worth, against the thresholds of its own day. */
export const VALUE_BANDS = {
  below: 'Below the threshold of its day',
  above: 'At or above the threshold of its day',
  unknown: 'Not known',
} as const

export const DOCUMENT_ACCESS = {
  public: 'Public',
  'on-request': 'On request',
  privileged: 'Privileged: not shared',
  unknown: 'Not known',
} as const

/** What somebody other than the author thinks of using it under the law now. */
export const REVIEWS = {
  none: 'Not reviewed',
  yes: 'A reviewer thinks so',
  changed: 'A reviewer thinks so, with changes',
  no: 'A reviewer thinks not',
} as const

/** What the law register makes of a case study for somebody who is about to buy. */
export const LABELS = {
  current: 'Current rules',
  earlier: 'Earlier rules: they still govern that contract, check before copying',
  recheck: 'Re-check needed',
  'not-uk': 'Not UK law',
  'not-known': 'Not known',
} as const

/** The same in a word or two, for lists and filters. */
export const SHORT_LABELS = { ...LABELS, earlier: 'Earlier rules' } as const

export type LegalLabel = keyof typeof LABELS

export const UK_NATIONS = {
  England: 'England',
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'Northern Ireland',
} as const

export type UkNation = keyof typeof UK_NATIONS

export const LAW_KINDS = {
  procurement: 'Procurement law: governs unless another is named',
  special: 'Procurement law for some bodies or services: governs only where it is named',
  duty: 'A duty beside procurement law',
  power: 'A power',
  other: 'Something else',
} as const
