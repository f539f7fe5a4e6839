import { usText } from '@/lib/legal/lens/paths'
import { searchPath } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { SEARCH_FACETS } from '@/lib/search/vocabulary'
import { SearchBox } from '../ui/search-box'

/** The box, with what it was asked; filters stay when other words are typed. */
export function SearchHead({ state }: { state: SearchState }) {
  const { words, filter, us, rules } = state
  const ticks = SEARCH_FACETS.flatMap((facet) =>
    (filter[facet] ?? []).map((value): [string, string] => [facet, value]),
  )
  const lens: [string, string][] = us ? [['us', usText(us)]] : []
  const same: [string, string][] = rules ? [['rules', rules]] : []
  return (
    <>
      <div className="pagehead">
        <h1>Search</h1>
      </div>
      <div className="search-head">
        {words ? <p className="printed">Searched for: “{words}”</p> : null}
        <SearchBox
          id="page-search"
          label="Search case studies, stories, documents, people and everything else"
          value={words}
          action={searchPath}
          big
        >
          {[...ticks, ...lens, ...same].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        </SearchBox>
        <p className="small ui">
          <a href="/help#search">How the search works</a>
        </p>
      </div>
    </>
  )
}
