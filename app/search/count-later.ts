import { after } from 'next/server'
import { clientAddress, getViewer } from '@/lib/auth/session'
import type { SearchResults } from '@/lib/search/find'
import { isNarrowed, type SearchState } from '@/lib/search/state'
import { noteSearch } from '@/lib/wanted/note-search'

/** Whether what is found says something of the words themselves: nothing is narrowed, and it is the first page. */
export function isCounted(state: SearchState): boolean {
  return state.words !== '' && state.page === 1 && !isNarrowed(state)
}

/** Counts a search once its answer is on its way. */
export async function countLater(state: SearchState, results: SearchResults): Promise<void> {
  if (!isCounted(state)) return
  const total = results.relaxed ? 0 : results.total
  // Who searches matters only where nothing was found: to tell five people from one.
  const visitor = total > 0 ? '' : ((await getViewer())?.id ?? (await clientAddress()))
  after(() => noteSearch({ words: state.words, total, visitor }))
}
