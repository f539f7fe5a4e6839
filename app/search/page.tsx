import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { counted } from '@/components/case-studies/words'
import { OwnScript } from '@/components/islands/own-script'
import { Shell } from '@/components/layout/shell'
import { AppliesToUs } from '@/components/lens/applies'
import { Facets } from '@/components/search/facets'
import { groupsOf } from '@/components/search/groups'
import { HeadingHint } from '@/components/search/heading-hint'
import { SearchNotes } from '@/components/search/notes'
import { Refused } from '@/components/search/refused'
import { Results } from '@/components/search/results'
import { SearchHead } from '@/components/search/search-head'
import { Chips } from '@/components/ui/chips'
import { Fold } from '@/components/ui/fold'
import { findLens } from '@/lib/legal/lens/find'
import { readUnfinished } from '@/lib/legal/lens/read'
import { answerWith } from '@/lib/platform/status'
import { everybody } from '@/lib/search/access'
import { countSameRules } from '@/lib/search/filter'
import { search } from '@/lib/search/find'
import { type FacetValueNames, facetWord } from '@/lib/search/label'
import { resultsPath, searchPath, stateQuery } from '@/lib/search/paths'
import { savedName, savedRef } from '@/lib/search/saved'
import { isNarrowed, readState, type SearchParams, type SearchState } from '@/lib/search/state'
import { findValueNames } from '@/lib/search/value-names'
import { SEARCH_FACETS } from '@/lib/search/vocabulary'
import { listWider } from '@/lib/search/wider'
import { listHeadings } from '@/lib/taxonomy/queries'
import { countLater, isCounted } from './count-later'

type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { words, page } = readState(await searchParams)
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words
  const title = [shown ? `Search: ${shown}` : 'Search', page > 1 ? `page ${page}` : ''].filter(Boolean)
  return pageMetadata({ title: title.join(', '), path: searchPath, hidden: true })
}

export default async function SearchPage({ searchParams }: Props) {
  const params = await searchParams
  const state = readState(params)
  if (state.refusal) {
    answerWith(400)
    return <Refused state={state} />
  }
  const [results, lens, headings] = await Promise.all([
    search(state, everybody),
    state.us ? findLens(state.us) : null,
    listHeadings(),
  ])
  if (state.page > 1 && state.page > results.pages) redirect(resultsPath(state))
  await countLater(state, results)

  const names = await findValueNames(state.filter, results.counts)
  const isEmpty = results.total === 0 || results.relaxed
  const wider = isEmpty && isNarrowed(state) ? await listWider(state, everybody, names) : []
  const saved = { ref: savedRef(state), name: savedName(state, names) }
  const narrow = results.total === 0 ? 'Filters' : `Narrow ${counted(results.total, 'result')}`
  const groups = groupsOf({ filter: state.filter, counts: results.counts, headings, names })
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]} searchWords={state.words}>
      <SearchHead state={state} />
      <SearchNotes state={state} plan={results.plan} degraded={results.degraded} />
      <HeadingHint headings={results.headings} />
      <AppliesToUs
        lens={lens}
        unfinished={readUnfinished(params.us)}
        action={searchPath}
        kept={[...new URLSearchParams(stateQuery({ ...state, us: null, rules: '' }))]}
        offHref={resultsPath(state, { us: null, rules: '' })}
      />
      <div className="with-side left">
        <div className="side ui">
          {groups.length > 0 ? (
            <Fold summary={narrow}>
              <h2>{narrow}</h2>
              <Facets
                state={state}
                groups={groups}
                sameRules={lens ? countSameRules(results.counts, lens.ours) : null}
              />
            </Fold>
          ) : null}
        </div>
        <Results
          state={state}
          results={results}
          lens={lens}
          saved={saved}
          wider={wider.map((way) => ({ ...way, href: resultsPath(way.state) }))}
          searched={isCounted(state) && !results.relaxed ? state.words : undefined}
          chips={
            isNarrowed(state) ? (
              <Chips
                items={chipsOf(state, names)}
                clearHref={resultsPath(state, { filter: {}, rules: '' })}
              />
            ) : null
          }
        />
      </div>
      <OwnScript name="opened" />
    </Shell>
  )
}

function chipsOf(state: SearchState, names: FacetValueNames) {
  const ticks = SEARCH_FACETS.flatMap((facet) =>
    (state.filter[facet] ?? []).map((value) => ({
      label: facetWord(facet, value, names),
      href: resultsPath(state, {
        filter: { ...state.filter, [facet]: state.filter[facet]?.filter((other) => other !== value) },
      }),
    })),
  )
  const rules = { label: 'The same rules as mine', href: resultsPath(state, { rules: '' }) }
  return state.rules ? [...ticks, rules] : ticks
}
