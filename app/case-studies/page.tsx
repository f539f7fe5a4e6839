import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { NarrowForm } from '@/components/browse/narrow'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { counted } from '@/components/case-studies/words'
import { Shell } from '@/components/layout/shell'
import { Chips } from '@/components/ui/chips'
import { Empty } from '@/components/ui/empty'
import { Fold } from '@/components/ui/fold'
import { Pagination } from '@/components/ui/pagination'
import { Rows } from '@/components/ui/rows'
import { Shelf } from '@/components/ui/shelf'
import {
  type CaseStudyFilter,
  FACETS,
  filterQuery,
  isNarrowed,
  MUST_HAVE,
  readFilter,
  type SearchParams,
  SORTS,
} from '@/lib/case-studies/filter'
import { perPage } from '@/lib/case-studies/limits'
import { listCaseStudies } from '@/lib/case-studies/list'
import { EVIDENCE, STATES } from '@/lib/case-studies/vocabulary'
import { REGIMES } from '@/lib/legal/vocabulary'
import { TYPES } from '@/lib/organisations/vocabulary'
import { labelNames, listHeadings } from '@/lib/taxonomy/queries'

type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page } = readFilter(await searchParams)
  const title = page > 1 ? `Case studies, page ${page}` : 'Case studies'
  return pageMetadata({
    title,
    description:
      'What public bodies have done to buy sustainably: narrow by what was bought, region, law and evidence.',
    path: '/case-studies',
  })
}

export default async function CaseStudiesPage({ searchParams }: Props) {
  const filter = readFilter(await searchParams)
  const [list, headings, names] = await Promise.all([listCaseStudies(filter), listHeadings(), labelNames()])
  const areas = headings.filter(({ code, parentCode }) => parentCode === 'D' && code)
  const pages = Math.max(1, Math.ceil(list.total / perPage))
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Case studies</h1>
        <p className="lead">
          Narrow them by what was bought, where, under which law and how well it is known.
        </p>
      </div>
      <div className="with-side left">
        <div className="side ui">
          <Fold summary={`Narrow these ${list.total.toLocaleString('en-GB')}`}>
            <h2>Narrow these {list.total.toLocaleString('en-GB')}</h2>
            <NarrowForm
              narrowing={filter}
              counts={list.counts}
              areas={areas}
              sorts={SORTS}
              mustHave={MUST_HAVE}
            />
          </Fold>
        </div>
        <section aria-labelledby="found">
          <Shelf id="found" title={counted(list.total, 'case study')} />
          {isNarrowed(filter) ? <Chips items={chipsOf(filter, names)} clearHref="/case-studies" /> : null}
          {list.total === 0 ? <NothingFound /> : null}
          <Rows>
            {list.rows.map((row) => (
              <CaseStudyRowItem key={row.id} row={row} />
            ))}
          </Rows>
          <Pagination
            page={Math.min(filter.page, pages)}
            pages={pages}
            total={list.total}
            perPage={perPage}
            noun="case studies"
            hrefFor={(page) => `/case-studies${filterQuery(filter, { page })}`}
          />
        </section>
      </div>
    </Shell>
  )
}

function NothingFound() {
  return (
    <Empty title="Nothing on this shelf yet">
      <p>
        Take one of the filters away, or <a href="/case-studies">see all case studies</a>.
      </p>
      <p>
        Do you know of one? A summary and one link are enough. <a href="/case-studies/new">Share it</a>
      </p>
    </Empty>
  )
}

function chipsOf(filter: CaseStudyFilter, names: Map<string, string>) {
  return FACETS.flatMap((facet) =>
    filter[facet].map((value) => ({
      label: wordFor(facet, value, names),
      href: `/case-studies${filterQuery(filter, { [facet]: filter[facet].filter((entry) => entry !== value) })}`,
    })),
  )
}

function wordFor(facet: string, value: string, names: Map<string, string>): string {
  const words: Record<string, Record<string, string>> = {
    type: TYPES,
    state: STATES,
    has: MUST_HAVE,
    law: Object.fromEntries(Object.entries(REGIMES).map(([code, { name }]) => [code, name])),
    evidence: Object.fromEntries(Object.entries(EVIDENCE).map(([code, { name }]) => [code, name])),
  }
  return (facet === 'category' ? names.get(value) : words[facet]?.[value]) ?? value
}
