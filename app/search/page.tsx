import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { SearchHits } from '@/components/browse/search-hits'
import { counted } from '@/components/case-studies/words'
import { WatchForm } from '@/components/following/watch-form'
import { Shell } from '@/components/layout/shell'
import { AppliesToUs } from '@/components/lens/applies'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { Pagination } from '@/components/ui/pagination'
import { SearchBox } from '@/components/ui/search-box'
import { Shelf } from '@/components/ui/shelf'
import { searchWordsMax } from '@/lib/following/limits'
import { findLens } from '@/lib/legal/lens/find'
import { usText, withUs } from '@/lib/legal/lens/paths'
import { readUnfinished, readUs } from '@/lib/legal/lens/read'
import { resultsPerPage, search } from '@/lib/search/find'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { Heading } from '@/lib/taxonomy/queries'

type Props = { searchParams: Promise<{ q?: string | string[]; page?: string; us?: string | string[] }> }

function wordsOf(q: string | string[] | undefined): string {
  return ([q].flat()[0] ?? '').trim()
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = wordsOf((await searchParams).q)
  return pageMetadata({ title: words ? `Search: ${words}` : 'Search', path: '/search', hidden: true })
}

export default async function SearchPage({ searchParams }: Props) {
  const params = await searchParams
  const words = wordsOf(params.q)
  const us = readUs(params.us)
  const [results, lens] = await Promise.all([
    search(words, pageNumber(params.page)),
    us ? findLens(us) : null,
  ])
  const path = `/search?q=${encodeURIComponent(words)}`
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]} searchWords={words}>
      <div className="pagehead">
        <h1>Search</h1>
      </div>
      <div className="mt-6 max-w-2xl">
        <SearchBox
          id="page-search"
          label="Search case studies, stories and organisations"
          value={words}
          action="/search"
          big
        >
          {us ? <input type="hidden" name="us" value={usText(us)} /> : null}
        </SearchBox>
      </div>
      {words ? (
        <AppliesToUs
          lens={lens}
          unfinished={readUnfinished(params.us)}
          action="/search"
          kept={[['q', words]]}
          offHref={path}
        />
      ) : null}
      <HeadingHint headings={results.headings} />
      {words === '' ? (
        <p className="measure mt-8">Type a word or two: what was bought, where, or how it was done.</p>
      ) : null}
      {words !== '' && results.total === 0 ? <NothingFound words={words} /> : null}
      {results.total > 0 ? (
        <section className="section tight" aria-labelledby="results">
          <Shelf
            id="results"
            title={counted(results.total, 'result')}
            aside={<WatchSearch words={results.words} />}
          />
          <SearchHits hits={results.hits} lens={lens} />
          <Pagination
            page={results.page}
            pages={Math.ceil(results.total / resultsPerPage)}
            total={results.total}
            perPage={resultsPerPage}
            noun="results"
            hrefFor={(next) => withUs(`${path}&page=${next}`, us)}
          />
        </section>
      ) : null}
    </Shell>
  )
}

function WatchSearch({ words }: { words: string }) {
  const value = words.slice(0, searchWordsMax).toLowerCase()
  const back = `/search?q=${encodeURIComponent(words)}`
  return <WatchForm kind="search" value={value} name={words} back={back} words="Watch this search" />
}

function HeadingHint({ headings }: { headings: Heading[] }) {
  if (headings.length === 0) return null
  return (
    <div className="mt-6">
      <Note kind="info" title="There is a whole shelf for this">
        <ul>
          {headings.slice(0, 6).map((heading) => (
            <li key={heading.code}>
              <a href={categoryPath(heading)}>{heading.name}</a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

function NothingFound({ words }: { words: string }) {
  return (
    <div className="section tight">
      <Empty title={`Nothing found for “${words}”`}>
        <ul>
          <li>Use fewer words, or the word another body might use: “refuse”, “bins” or “waste”.</li>
          <li>
            <a href="/case-studies">Look through all case studies</a> and narrow them by region, law and
            evidence.
          </li>
          <li>
            <a href={`/people?words=${encodeURIComponent(words)}`}>Ask people who offered to help</a>
          </li>
        </ul>
        <div className="buttons">
          <WatchSearch words={words} />
        </div>
      </Empty>
    </div>
  )
}
