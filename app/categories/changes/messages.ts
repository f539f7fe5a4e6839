import type { DecisionRefusal } from '@/lib/nomenclature/decide'
import type { ChangeFault } from '@/lib/nomenclature/desk'
import type { PositionRefusal } from '@/lib/nomenclature/take-position'
import type { UndoRefusal } from '@/lib/nomenclature/undo'

export const SIGNED_OUT =
  'You are not signed in. Sign in on another tab, then come back here and send again: your text is still here.'

export const FAULTS: Record<ChangeFault, string> = {
  'unknown-heading': 'A heading that it names does not exist. Choose another.',
  section: 'The six sections keep their names, their places and their order. Choose a heading below one.',
  retired: 'A heading that it names is out of use already. Choose one that is in use.',
  unchanged: 'That is how it is today. Change something in the form.',
  cycle: 'A heading cannot stand under itself or under one of its own. Choose another place.',
  'too-deep': 'Headings stand at most two levels below a section. Choose a place higher up.',
  'has-children': 'Other headings stand under it. Propose first where those go.',
  'name-taken': 'Another heading has that name. Choose a different one, or propose to merge the two.',
}

export const POSITION_REFUSALS: Record<Exclude<PositionRefusal, 'not-found'>, string> = {
  'not-allowed': 'Only a representative speaks for a public body. Ask the representative of yours.',
  'no-organisation': 'Your account names no organisation. Say in your settings which one you represent.',
  closed: 'The closing date is over, or it has been decided. Positions can no longer be taken.',
}

export const DECISION_REFUSALS: Record<Exclude<DecisionRefusal, 'not-found' | ChangeFault>, string> = {
  'not-allowed': 'Only moderators and administrators decide on a proposal.',
  'own-proposal': 'You proposed this, so somebody else decides on it.',
  decided: 'Somebody else has decided on this meanwhile. Nothing was changed.',
  'too-early': 'Public bodies can still take a position. Decide after the closing date.',
  'no-support': 'A name is agreed when at least one public body supports it. None does yet.',
  'unknown-choice':
    'A choice names a case study or a heading that the split does not lead to. Open the page again.',
}

export const UNDO_REFUSALS: Record<Exclude<UndoRefusal, 'not-found'>, string> = {
  'not-allowed': 'Only moderators and administrators undo a change.',
  'not-applied': 'This change is not in force, so there is nothing to undo.',
  'in-use':
    'Pages have been labelled with a heading that undoing would remove. Propose to merge it into another instead.',
}
