import { caseStudyPath } from '@/lib/case-studies/paths'
import { usText } from '@/lib/legal/lens/paths'
import { organisationPath } from '@/lib/organisations/paths'
import { storyPath } from '@/lib/stories/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { personPath } from '@/lib/users/paths'
import { perPageUsual } from './limits'
import type { FoundRow } from './rows'
import type { SearchState } from './state'
import { SEARCH_FACETS } from './vocabulary'

export const searchPath = '/search'
export const resultsCsvPath = '/search/results.csv'
export const adminSearchPath = '/admin/search'

/** The query that reproduces a search, with some parts changed: "?q=bins&region=Wales". A change leads to page 1. */
export function stateQuery(state: SearchState, change: Partial<SearchState> = {}): string {
  const next = { ...state, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.words) query.set('q', next.words)
  if (next.exactly) query.set('exactly', '1')
  for (const facet of SEARCH_FACETS) for (const value of next.filter[facet] ?? []) query.append(facet, value)
  if (next.us) query.set('us', usText(next.us))
  if (next.us && next.rules) query.set('rules', next.rules)
  if (next.sort !== 'best') query.set('sort', next.sort)
  if (next.perPage !== perPageUsual) query.set('perPage', String(next.perPage))
  if (next.page > 1) query.set('page', String(next.page))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** The page of results of a search. */
export function resultsPath(state: SearchState, change: Partial<SearchState> = {}): string {
  return `${searchPath}${stateQuery(state, change)}`
}

/** Where somebody asks for what was not found. */
export function askForPath(words: string): string {
  return words ? `/wanted/new?words=${encodeURIComponent(words)}` : '/wanted/new'
}

/** Where a hit leads. */
export function foundPath(found: FoundRow): string {
  switch (found.kind) {
    case 'case_study':
      return caseStudyPath(found.row)
    case 'story':
      return storyPath(found.row)
    case 'document':
      return found.row.url
    case 'organisation':
      return organisationPath(found.row)
    case 'person':
      return personPath(found.row)
    case 'category':
      return categoryPath(found.row)
    case 'tool':
      return '/tools'
    case 'help':
      return `/${found.row.ref}`
  }
}
