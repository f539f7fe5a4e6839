import { everybody } from '@/lib/search/access'
import { type SearchResults, search } from '@/lib/search/find'
import type { Hit } from '@/lib/search/rows'
import { readState } from '@/lib/search/state'

/** What somebody who is not signed in finds by these words. */
export function searchFor(words: string, page = 1): Promise<SearchResults> {
  return search(readState({ q: words, page: String(page) }), everybody)
}

/** The case studies and stories among hits. */
export function pagesIn(hits: Hit[]) {
  return hits.flatMap((hit) => (hit.kind === 'case_study' || hit.kind === 'story' ? [hit.row] : []))
}
