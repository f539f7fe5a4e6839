import type { ReactNode } from 'react'
import type { SearchResults } from '@/lib/search/find'
import { resultsPath } from '@/lib/search/paths'
import type { SearchState } from '@/lib/search/state'
import { counted } from '../case-studies/words'
import { Pagination } from '../ui/pagination'
import { Shelf } from '../ui/shelf'
import { type HitLens, Hits } from './hits'
import { NothingFound, type Wider } from './nothing-found'
import { PerPageLine, ResultTools, SortLine } from './result-bar'

type Props = {
  state: SearchState
  results: SearchResults
  lens: HitLens
  /** What a saved search is kept as, and what it is called. */
  saved: { ref: string; name: string }
  wider: Wider[]
  chips: ReactNode
  /** The words whose hits are counted as opened. */
  searched?: string
}

/** What was found, with its number; where nothing has all of the words, what has some of them, and what to do. */
export function Results({ state, results, lens, saved, wider, chips, searched }: Props) {
  const { total, relaxed, hits, others } = results
  const some = relaxed && total > 0
  const sort = total > 1 ? <SortLine state={state} /> : null
  return (
    <section aria-labelledby="results">
      <Shelf id="results" title={titleOf(results)} aside={some ? null : sort} />
      {chips}
      {some ? (
        <Shelf
          id="some"
          level={3}
          title="No page has all of your words. These have some of them."
          aside={sort}
        />
      ) : null}
      {total > 0 ? (
        <>
          <div className="hits" data-searched={searched}>
            <Hits hits={hits} lens={lens} level={some ? 4 : 3} />
          </div>
          <BelowHits state={state} results={results} saved={saved} />
        </>
      ) : null}
      {others.length > 0 ? (
        <section className="section tight" aria-labelledby="others">
          <Shelf id="others" level={3} title="These have some of your words" />
          <Hits hits={others} lens={lens} level={4} />
        </section>
      ) : null}
      {total === 0 || some ? <NothingFound state={state} saved={saved} relaxed={some} wider={wider} /> : null}
    </section>
  )
}

function BelowHits({ state, results, saved }: Pick<Props, 'state' | 'results' | 'saved'>) {
  const { total, pages } = results
  return (
    <>
      <Pagination
        page={state.page}
        pages={pages}
        total={total}
        perPage={state.perPage}
        noun="results"
        hrefFor={(page) => resultsPath(state, { page })}
      />
      <div className="result-tools">
        <PerPageLine state={state} />
        <ResultTools state={state} saved={saved} />
      </div>
    </>
  )
}

function titleOf({ total, more, relaxed }: SearchResults): string {
  if (relaxed) return '0 results'
  return more ? `More than ${total.toLocaleString('en-GB')} results` : counted(total, 'result')
}
