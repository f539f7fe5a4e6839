import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { findNamed, type VersionProps } from '@/app/_shared/find-versions'
import { notLiveMetadata, withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { VersionNote } from '@/components/revisions/version-note'
import { StoryHead, StoryTabs } from '@/components/stories/story-head'
import { StoryLessons } from '@/components/stories/story-lessons'
import { StorySources } from '@/components/stories/story-sources'
import { StoryStages } from '@/components/stories/story-stages'
import { compareStoryPath, storyPath, storyVersionPath } from '@/lib/stories/paths'
import { listLinked } from '@/lib/stories/queries'
import { htmlOfStory } from '@/lib/stories/record'
import type { StoryContent } from '@/lib/stories/schema'
import { listStanding } from '@/lib/taxonomy/queries'

export function generateStaticParams() {
  return []
}

export async function generateMetadata(props: VersionProps): Promise<Metadata> {
  const version = await findNamed<StoryContent>('story', props)
  const { slug } = await props.params
  if (!version) return notLiveMetadata('story', slug)
  const page = { id: version.pageId, slug: version.slug }
  return pageMetadata({
    title: `Version ${version.number} of ${version.content.title}`,
    path: storyVersionPath(page, version.number),
    hidden: true,
  })
}

export default async function StoryVersionPage(props: VersionProps) {
  const version = await findNamed<StoryContent>('story', props)
  const gone = await withdrawn('story', (await props.params).slug)
  if (gone) return gone
  if (!version) notFound()
  const page = { id: version.pageId, slug: version.slug }
  if ((await props.params).slug !== `${page.id}-${page.slug}`)
    permanentRedirect(storyVersionPath(page, version.number))

  const { content, number, headNumber } = version
  const [labels, caseStudies] = await Promise.all([listStanding(content.categories), listLinked(content)])
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: storyPath(page), label: content.title },
  ]
  return (
    <Shell current="stories" crumbs={crumbs}>
      <VersionNote
        version={version}
        currentHref={storyPath(page)}
        compareHref={compareStoryPath(page, number, headNumber)}
        versionHref={(other) => storyVersionPath(page, other)}
      />
      <StoryHead content={content} labels={labels} organisation={null} />
      <StoryTabs page={page} current="none" />
      <StoryStages content={content} html={version.html ?? htmlOfStory(content)} caseStudies={caseStudies} />
      <StoryLessons content={content} />
      <StorySources resources={content.resources} />
    </Shell>
  )
}
