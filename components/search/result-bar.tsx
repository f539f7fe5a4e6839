import { PER_PAGE } from '@/lib/search/limits'
import { resultsCsvPath, resultsPath, stateQuery } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { SORTS, type Sort } from '@/lib/search/vocabulary'
import { ButtonLink } from '../ui/button-link'
import { ChoiceLine } from '../ui/choice-line'
import { SaveSearch } from './save-search'

/** In which order, as links: each leads to the same results from the first page on. */
export function SortLine({ state }: { state: SearchState }) {
  const sorts = (Object.entries(SORTS) as [Sort, string][]).filter(([sort]) => state.words || sort !== 'best')
  // Without words there is nothing to match: the newest come first.
  const current = state.words || state.sort !== 'best' ? state.sort : 'added'
  return (
    <ChoiceLine
      label="Sort by"
      choices={sorts.map(([sort, label]) => ({
        label,
        href: resultsPath(state, { sort }),
        current: sort === current,
      }))}
    />
  )
}

export function PerPageLine({ state }: { state: SearchState }) {
  return (
    <ChoiceLine
      label="Results on a page"
      choices={PER_PAGE.map((perPage) => ({
        label: String(perPage),
        href: resultsPath(state, { perPage }),
        current: perPage === state.perPage,
      }))}
    />
  )
}

/** What can be done with the results as a whole. */
export function ResultTools({ state, saved }: { state: SearchState; saved: { ref: string; name: string } }) {
  return (
    <div className="buttons ui">
      <ButtonLink kind="second" small icon="download" href={`${resultsCsvPath}${stateQuery(state)}`} download>
        Download CSV
      </ButtonLink>
      <SaveSearch state={state} saved={saved} />
    </div>
  )
}
