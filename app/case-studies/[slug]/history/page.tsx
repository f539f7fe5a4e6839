import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { FIELD_NAMES } from '@/components/case-studies/field-names'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { HistoryList } from '@/components/revisions/history-list'
import { Pagination } from '@/components/ui/pagination'
import { caseStudyPath, comparePath, historyPath, versionPath } from '@/lib/case-studies/paths'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { idOf } from '@/lib/platform/slug'
import { listRevisions } from '@/lib/revisions/queries'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string }> }

const perPage = 50

async function find(slug: string) {
  const id = idOf(slug)
  return id === null ? null : findVisibleCaseStudy(id)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await find((await params).slug)
  if (!view) return { title: 'Page not found' }
  return pageMetadata({ title: `History of ${view.content.title}`, path: historyPath(view), hidden: true })
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const view = await find(slug)
  if (!view) notFound()
  if (slug !== `${view.id}-${view.slug}`) permanentRedirect(historyPath(view))
  const page = pageNumber((await searchParams).page)
  const { rows, total } = await listRevisions(view.id, { page, perPage })
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(view), label: view.content.title },
      ]}
    >
      <div className="pagehead">
        <h1>History</h1>
        <p className="lead">{view.content.title}</p>
      </div>
      <CaseStudyTabs page={view} current="history" />
      <p className="measure mt-8">
        Nothing is ever removed. Choose two versions to compare, or read an old one and make it current again.
      </p>
      <HistoryList
        rows={rows}
        headNumber={view.number}
        fieldNames={FIELD_NAMES}
        paths={{
          version: (number) => versionPath(view, number),
          compare: (from, to) => comparePath(view, from, to),
          compareAction: `${caseStudyPath(view)}/compare`,
        }}
      />
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        total={total}
        perPage={perPage}
        noun="versions"
        hrefFor={(next) => `${historyPath(view)}?page=${next}`}
      />
    </Shell>
  )
}
