import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { Shell } from '@/components/layout/shell'
import { HistoryBody, historyPerPage } from '@/components/revisions/history-body'
import { StoryTabs } from '@/components/stories/story-head'
import { idOf } from '@/lib/platform/slug'
import { listRevisions } from '@/lib/revisions/queries'
import { compareStoryPath, storyHistoryPath, storyPath, storyVersionPath } from '@/lib/stories/paths'
import { findVisibleStory } from '@/lib/stories/queries'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string }> }

async function find(slug: string) {
  const id = idOf(slug)
  return id === null ? null : findVisibleStory(id)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await find((await params).slug)
  if (!view) return { title: 'Page not found' }
  return pageMetadata({
    title: `History of ${view.content.title}`,
    path: storyHistoryPath(view),
    hidden: true,
  })
}

export default async function StoryHistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const view = await find(slug)
  if (!view) notFound()
  if (slug !== `${view.id}-${view.slug}`) permanentRedirect(storyHistoryPath(view))
  const page = pageNumber((await searchParams).page)
  const list = await listRevisions(view.id, { page, perPage: historyPerPage })
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: storyPath(view), label: view.content.title },
  ]
  return (
    <Shell current="stories" crumbs={crumbs}>
      <HistoryBody
        title={view.content.title}
        tabs={<StoryTabs page={view} current="history" />}
        list={list}
        page={page}
        headNumber={view.number}
        paths={{
          history: storyHistoryPath(view),
          version: (number) => storyVersionPath(view, number),
          compare: (from, to) => compareStoryPath(view, from, to),
          compareAction: `${storyPath(view)}/compare`,
        }}
      />
    </Shell>
  )
}
