import { resultsPath } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { WatchForm } from '../following/watch-form'

type Props = {
  state: SearchState
  /** What a saved search is kept as, and what it is called. */
  saved: { ref: string; name: string }
}

/** "Save search and email me": whoever sends it hears when something new is found by it. */
export function SaveSearch({ state, saved: { ref, name } }: Props) {
  if (!ref) return null
  return (
    <WatchForm
      kind="search"
      value={ref}
      name={name}
      back={resultsPath(state)}
      words="Save search and email me"
      on="Search is saved"
    />
  )
}
