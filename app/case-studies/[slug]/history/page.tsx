import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { HistoryBody, historyPerPage } from '@/components/revisions/history-body'
import { caseStudyPath, comparePath, historyPath, versionPath } from '@/lib/case-studies/paths'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { idOf } from '@/lib/platform/slug'
import { listRevisions } from '@/lib/revisions/queries'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string }> }

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
  const list = await listRevisions(view.id, { page, perPage: historyPerPage })
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(view), label: view.content.title },
      ]}
    >
      <HistoryBody
        title={view.content.title}
        tabs={<CaseStudyTabs page={view} current="history" />}
        list={list}
        page={page}
        headNumber={view.number}
        paths={{
          history: historyPath(view),
          version: (number) => versionPath(view, number),
          compare: (from, to) => comparePath(view, from, to),
          compareAction: `${caseStudyPath(view)}/compare`,
        }}
      />
    </Shell>
  )
}
