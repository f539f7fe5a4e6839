import '@/app/styles/working.css'
import { findMerged } from '@/app/_shared/find-merged'
import type { VersionProps } from '@/app/_shared/find-versions'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { MergedBody } from '@/components/revisions/merged-body'
import { compareStoryPath, storyPath } from '@/lib/stories/paths'
import type { StoryContent } from '@/lib/stories/schema'

export const metadata = pageMetadata({ title: 'Saved and merged', path: '/stories', hidden: true })

export default async function MergedStoryPage(props: VersionProps) {
  const { version, base, authors, page } = await findMerged<StoryContent>('story', props)
  return (
    <Shell current="stories">
      <MergedBody
        title={version.content.title}
        number={version.number}
        base={base}
        authors={authors}
        readHref={storyPath(page)}
        compare={(from, to) => compareStoryPath(page, from, to)}
      />
    </Shell>
  )
}
