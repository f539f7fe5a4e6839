import 'server-only'
import { FACET_NAMES, type FacetValueNames, facetWord } from './label'
import { savedMax } from './limits'
import { stateQuery } from './paths'
import { paramsOf, readState, type SearchState } from './state'
import { SEARCH_FACETS } from './vocabulary'

// An older saved search is its words alone; a newer one is the query of its address.
const QUERY = /^\?(?:q|[a-z]+)=/

/** What a saved search is kept as: its words and filters, whatever the order and page; empty when it asks for nothing or too much. */
export function savedRef(state: SearchState): string {
  const { words, exactly, filter, us, rules } = state
  const asked = Object.fromEntries(
    SEARCH_FACETS.flatMap((facet) => (filter[facet] ? [[facet, [...filter[facet]].sort()]] : [])),
  )
  const query = stateQuery({
    words: words.toLowerCase().replace(/\s+/g, ' ').trim(),
    exactly,
    filter: asked,
    us: rules ? us : null,
    rules,
    sort: 'best',
    page: 1,
    perPage: 20,
    refusal: '',
  })
  // Words alone are kept as they always were.
  const onlyWords = query.startsWith('?q=') && !query.includes('&')
  const ref = onlyWords ? (new URLSearchParams(query).get('q') ?? '') : query
  return ref.length > savedMax ? '' : ref
}

/** The search that was saved. */
export function savedState(ref: string): SearchState {
  const query = QUERY.test(ref) ? new URLSearchParams(ref) : new URLSearchParams({ q: ref })
  return readState(paramsOf(query))
}

/** "school meals · Wales · Food and catering" */
export function savedName(state: SearchState, names: FacetValueNames): string {
  const { words, filter, rules } = state
  const narrowed = SEARCH_FACETS.flatMap((facet) =>
    (filter[facet] ?? []).map((value) => {
      const word = facetWord(facet, value, names)
      return facet === 'has' || facet === 'value' ? `${NAMES[facet]}: ${word.toLowerCase()}` : word
    }),
  )
  return [words ? `“${words}”` : '', ...narrowed, rules ? 'the same rules as mine' : '']
    .filter(Boolean)
    .join(' · ')
}

const NAMES: Record<string, string> = FACET_NAMES
