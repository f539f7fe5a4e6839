import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { NarrowForm } from '@/components/browse/narrow'
import { NothingFound } from '@/components/browse/nothing-found'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { counted } from '@/components/case-studies/words'
import { Shell } from '@/components/layout/shell'
import { AppliesToUs } from '@/components/lens/applies'
import { Chips } from '@/components/ui/chips'
import { Fold } from '@/components/ui/fold'
import { Pagination } from '@/components/ui/pagination'
import { Rows } from '@/components/ui/rows'
import { Shelf } from '@/components/ui/shelf'
import {
  type CaseStudyFilter,
  filterQuery,
  isNarrowed,
  readFilter,
  type SearchParams,
  SORTS,
} from '@/lib/case-studies/filter'
import { perPage } from '@/lib/case-studies/limits'
import { listCaseStudies } from '@/lib/case-studies/list'
import { caseStudiesPath } from '@/lib/case-studies/paths'
import { FACETS, type FacetName } from '@/lib/case-studies/vocabulary'
import { findLens } from '@/lib/legal/lens/find'
import { readUnfinished } from '@/lib/legal/lens/read'
import { FACET_WORDS } from '@/lib/search/label'
import { searchPath } from '@/lib/search/paths'
import { sectionIn, type Tree } from '@/lib/taxonomy/effective'
import { headingTree, labelNames, listHeadings } from '@/lib/taxonomy/queries'

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
  const params = await searchParams
  const filter = readFilter(params)
  const [list, lens, headings, names, tree] = await Promise.all([
    listCaseStudies(filter),
    filter.us ? findLens(filter.us) : null,
    listHeadings(),
    labelNames(),
    headingTree(),
  ])
  const areas = headings.filter(({ code, parentCode }) => parentCode === 'D' && code)
  const pages = Math.max(1, Math.ceil(list.total / perPage))
  const title = `Narrow ${list.total === 1 ? 'this' : 'these'} ${list.total.toLocaleString('en-GB')}`
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Case studies</h1>
        <p className="lead">
          Narrow them by what was bought, where, under which law and how well it is known.
        </p>
        <p className="ui mt-3">
          <a href={wordsPath(filter)}>Search the words of these case studies</a> ·{' '}
          <a href={`${caseStudiesPath}?has=document`}>Only those with documents to reuse</a>
        </p>
      </div>
      <AppliesToUs
        lens={lens}
        unfinished={readUnfinished(params.us)}
        action={caseStudiesPath}
        kept={keptBeside(filter)}
        offHref={pathOf(filter, { us: null })}
      />
      <div className="with-side left">
        <div className="side ui">
          <Fold summary={title}>
            <h2>{title}</h2>
            <NarrowForm
              narrowing={filter}
              counts={list.counts}
              sameRules={list.sameRules}
              areas={areas}
              sorts={SORTS}
            />
          </Fold>
        </div>
        <section aria-labelledby="found">
          <Shelf id="found" title={counted(list.total, 'case study')} />
          {isNarrowed(filter) ? (
            <Chips items={chipsOf(filter, names)} clearHref={pathOf(readFilter({}), { us: filter.us })} />
          ) : null}
          {list.total === 0 ? (
            <NothingFound wider={widerThan(filter, list.without, { names, tree })} />
          ) : null}
          <Rows>
            {list.rows.map((row) => (
              <CaseStudyRowItem
                key={row.id}
                row={row}
                lens={lens ? { us: lens.us, rules: lens.of(row.law) } : undefined}
              />
            ))}
          </Rows>
          <Pagination
            page={Math.min(filter.page, pages)}
            pages={pages}
            total={list.total}
            perPage={perPage}
            noun="case studies"
            hrefFor={(page) => pathOf(filter, { page })}
          />
        </section>
      </div>
    </Shell>
  )
}

/** The same filters beside a box for words. */
function wordsPath(filter: CaseStudyFilter): string {
  const asked = filterQuery({ ...filter, sort: 'changed' })
  return `${searchPath}${asked ? `${asked}&` : '?'}kind=case_study`
}

function pathOf(filter: CaseStudyFilter, change: Partial<CaseStudyFilter>): string {
  return `${caseStudiesPath}${filterQuery(filter, change)}`
}

/** What else the address holds when the reader says who they are. */
function keptBeside(filter: CaseStudyFilter): [string, string][] {
  const rules: [string, string][] = filter.rules ? [['rules', filter.rules]] : []
  return [...new URLSearchParams(filterQuery({ ...filter, us: null })), ...rules]
}

type Names = Map<string, string>
type Labels = { names: Names; tree: Tree }

function chipsOf(filter: CaseStudyFilter, names: Names) {
  const ticks = FACETS.flatMap((facet) =>
    filter[facet].map((value) => ({
      label: wordFor(facet, value, names),
      href: pathOf(filter, { [facet]: filter[facet].filter((entry) => entry !== value) }),
    })),
  )
  const rules = { label: 'The same rules as mine', href: pathOf(filter, { rules: '' }) }
  return filter.rules ? [...ticks, rules] : ticks
}

/** Each way of lifting one condition that leads somewhere, the one that leads to most first. */
function widerThan(filter: CaseStudyFilter, without: Record<string, number>, labels: Labels) {
  return Object.entries(without)
    .map(([key, count]) => ({ ...lifted(filter, key, labels), count }))
    .sort((a, b) => b.count - a.count)
}

/** By the keys of lib/case-studies/conditions.ts: "region", "category D", "has figure", "rules". */
function lifted(filter: CaseStudyFilter, key: string, { names, tree }: Labels) {
  if (key === 'rules') return { words: 'the same rules as mine', href: pathOf(filter, { rules: '' }) }
  const [facet, part] = key.split(' ') as [FacetName, string | undefined]
  const goes = (value: string) => !part || (facet === 'category' ? sectionIn(tree, value) : value) === part
  const gone = filter[facet].filter(goes)
  return {
    words: gone.map((value) => `“${wordFor(facet, value, names)}”`).join(' or '),
    href: pathOf(filter, { [facet]: filter[facet].filter((value) => !goes(value)) }),
  }
}

function wordFor(facet: FacetName, value: string, names: Names): string {
  if (facet === 'category') return names.get(value) ?? value
  const words: Record<string, string> = FACET_WORDS[facet]
  return words[value] ?? value
}
