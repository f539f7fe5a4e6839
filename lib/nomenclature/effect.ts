import 'server-only'
import type { Proposal } from './schema'

/** What a change would touch: counted from the case studies, stories and watches as they are now. */
export type Effect = {
  caseStudies: number
  stories: number
  /** Searches that people watch and that name one of the headings. */
  savedSearches: number
  watches: number
  people: number
  /** A few of the case studies, with the names of their labels before and after. */
  examples: { id: number; slug: string; title: string; before: string[]; after: string[] }[]
}

export async function effectOf(_proposal: Proposal): Promise<Effect> {
  throw new Error('Being written')
}

/** The case studies that a split would send to its default, for choosing otherwise; at most a thousand. */
export async function listSplitCaseStudies(
  _code: string,
): Promise<{ id: number; slug: string; title: string }[]> {
  throw new Error('Being written')
}
