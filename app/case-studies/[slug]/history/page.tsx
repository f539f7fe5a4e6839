import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { notLiveMetadata, withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { Moved } from '@/components/pages/moved'
import { HistoryBody, historyPerPage } from '@/components/revisions/history-body'
import { caseStudyPath, comparePath, historyPath, undoPath, versionPath } from '@/lib/case-studies/paths'
import { countOpenThreads } from '@/lib/discussions/queries'
import { findPageState } from '@/lib/pages/queries'
import { sameForEverybody } from '@/lib/platform/kept'
import { idOf } from '@/lib/platform/slug'
import { listRevisions } from '@/lib/revisions/queries'
import { fieldLabels } from '@/lib/templates/queries'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string; minor?: string }> }

async function find(slug: string) {
  const id = idOf(slug)
  const page = id === null ? null : await findPageState(id)
  return page?.kind === 'case_study' ? page : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await find((await params).slug)
  if (!view || view.state === 'withdrawn') return notLiveMetadata('case_study', (await params).slug)
  return pageMetadata({ title: `History of ${view.title}`, path: historyPath(view), hidden: true })
}

export default async function HistoryPage({ params, searchParams }: Props) {
  sameForEverybody()
  const { slug } = await params
  const view = await find(slug)
  if (!view) notFound()
  const gone = await withdrawn('case_study', slug, { moderatorsRead: true })
  if (gone) return gone
  if (slug !== `${view.id}-${view.slug}`) permanentRedirect(historyPath(view))
  const asked = await searchParams
  const [page, withoutMinor] = [pageNumber(asked.page), asked.minor === 'hide']
  const [list, talk, names] = await Promise.all([
    listRevisions(view.id, { page, perPage: historyPerPage, withoutMinor }),
    countOpenThreads(view.id),
    fieldLabels(),
  ])
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(view), label: view.title },
      ]}
    >
      <HistoryBody
        title={view.title}
        tabs={<CaseStudyTabs page={view} current="history" threads={talk.total} />}
        list={list}
        page={page}
        headNumber={view.headNumber}
        moved={<Moved page={view} />}
        withoutMinor={withoutMinor}
        names={names}
        paths={{
          page: historyPath,
          undo: (number) => undoPath(view, number),
          history: historyPath(view),
          version: (number) => versionPath(view, number),
          compare: (from, to) => comparePath(view, from, to),
          compareAction: `${caseStudyPath(view)}/compare`,
        }}
      />
    </Shell>
  )
}
