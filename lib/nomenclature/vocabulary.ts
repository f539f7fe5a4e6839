export const KINDS = {
  rename: 'Rename',
  merge: 'Merge',
  split: 'Split',
  move: 'Move',
  retire: 'Retire',
  add: 'Add',
  agree: 'Agree as it stands',
} as const
export type ChangeKind = keyof typeof KINDS

export const STANCES = { support: 'Support', object: 'Object', abstain: 'Abstain' } as const
export type Stance = keyof typeof STANCES

export const CHANGE_STATES = {
  open: 'Open',
  applied: 'Applied',
  declined: 'Declined',
  undone: 'Undone',
} as const
export type ChangeState = keyof typeof CHANGE_STATES

/** How a heading stands with the public bodies that review it. */
const TERM_STATES = { proposed: 'Proposed', 'under-review': 'Under review', agreed: 'Agreed' } as const
export type TermState = keyof typeof TERM_STATES
