import { type ChangeKind, STANCES, type Stance } from '@/lib/nomenclature/vocabulary'
import { counted } from '../case-studies/words'

/** How far public bodies have got with a name, for a label. */
export function statusLabel(status: string): string {
  if (status === 'agreed') return 'Name agreed'
  return status === 'under-review' ? 'Name under review' : 'Name proposed, not yet agreed'
}

/** The same in a cell of a table. */
export function statusWord(status: string): string {
  if (status === 'agreed') return 'Agreed'
  return status === 'under-review' ? 'Under review' : 'Proposed'
}

/** "2 support, 1 objects": nothing for nobody. */
export function stanceWords(stances: Record<Stance, number>): string {
  const said = (Object.keys(STANCES) as Stance[]).filter((stance) => stances[stance] > 0)
  if (said.length === 0) return 'No public body has taken a position'
  return said.map((stance) => `${stances[stance]} ${verbOf(stance, stances[stance])}`).join(', ')
}

function verbOf(stance: Stance, count: number): string {
  return count === 1 ? `${stance}s` : stance
}

/** "supports it", after the name of a body. */
export const STANDS: Record<Stance, string> = {
  support: 'supports it',
  object: 'objects',
  abstain: 'abstains',
}

/** "43 case studies, 2 change stories, 12 saved searches and 5 watch lists" */
export function effectWords({
  caseStudies,
  stories,
  savedSearches,
  watches,
  people,
}: {
  caseStudies: number
  stories: number
  savedSearches: number
  watches: number
  people: number
}): string {
  const parts = [
    counted(caseStudies, 'case study'),
    stories > 0 ? counted(stories, 'change story') : '',
    savedSearches === 1 ? '1 saved search' : `${savedSearches.toLocaleString('en-GB')} saved searches`,
    counted(watches, 'watch list'),
    people > 0 ? (people === 1 ? '1 person who offered help' : `${people} people who offered help`) : '',
  ].filter(Boolean)
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}

/** What each kind of change is for. */
export const KIND_WORDS: Record<ChangeKind, { title: string; about: string }> = {
  rename: {
    title: 'Rename a heading',
    about: 'The old name goes on leading to it, and so does its old address.',
  },
  merge: {
    title: 'Merge headings',
    about: 'Everything under them moves to one that stays. Their names and addresses lead there.',
  },
  split: {
    title: 'Split a heading',
    about: 'Each case study goes to one of the parts. Its old address lists the parts.',
  },
  move: { title: 'Move a heading', about: 'It stands under another one, with all that stands under it.' },
  retire: {
    title: 'Take a heading out of use',
    about: 'It is no longer offered. What it held goes to another heading, or to the one above it.',
  },
  add: { title: 'Add a heading', about: 'For what people buy or do and cannot find a place for today.' },
  agree: {
    title: 'Agree a heading as it stands',
    about: 'Public bodies say that the name and the scope suit them. Nothing moves.',
  },
}
