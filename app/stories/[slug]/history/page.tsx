import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { notLiveMetadata, withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { Shell } from '@/components/layout/shell'
import { Moved } from '@/components/pages/moved'
import { HistoryBody, historyPerPage } from '@/components/revisions/history-body'
import { StoryTabs } from '@/components/stories/story-head'
import { countOpenThreads } from '@/lib/discussions/queries'
import { findPageState } from '@/lib/pages/queries'
import { sameForEverybody } from '@/lib/platform/kept'
import { idOf } from '@/lib/platform/slug'
import { listRevisions } from '@/lib/revisions/queries'
import {
  compareStoryPath,
  storyHistoryPath,
  storyPath,
  storyVersionPath,
  undoStoryPath,
} from '@/lib/stories/paths'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string; minor?: string }> }

async function find(slug: string) {
  const id = idOf(slug)
  const page = id === null ? null : await findPageState(id)
  return page?.kind === 'story' ? page : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await find((await params).slug)
  if (!view || view.state === 'withdrawn') return notLiveMetadata('story', (await params).slug)
  return pageMetadata({
    title: `History of ${view.title}`,
    path: storyHistoryPath(view),
    hidden: true,
  })
}

export default async function StoryHistoryPage({ params, searchParams }: Props) {
  sameForEverybody()
  const { slug } = await params
  const view = await find(slug)
  if (!view) notFound()
  const gone = await withdrawn('story', slug, { moderatorsRead: true })
  if (gone) return gone
  if (slug !== `${view.id}-${view.slug}`) permanentRedirect(storyHistoryPath(view))
  const asked = await searchParams
  const [page, withoutMinor] = [pageNumber(asked.page), asked.minor === 'hide']
  const [list, talk] = await Promise.all([
    listRevisions(view.id, { page, perPage: historyPerPage, withoutMinor }),
    countOpenThreads(view.id),
  ])
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: storyPath(view), label: view.title },
  ]
  return (
    <Shell current="stories" crumbs={crumbs}>
      <HistoryBody
        title={view.title}
        tabs={<StoryTabs page={view} current="history" threads={talk.total} />}
        list={list}
        page={page}
        headNumber={view.headNumber}
        moved={<Moved page={view} />}
        withoutMinor={withoutMinor}
        paths={{
          page: storyHistoryPath,
          undo: (number) => undoStoryPath(view, number),
          history: storyHistoryPath(view),
          version: (number) => storyVersionPath(view, number),
          compare: (from, to) => compareStoryPath(view, from, to),
          compareAction: `${storyPath(view)}/compare`,
        }}
      />
    </Shell>
  )
}
