import '@/app/styles/working.css'
import { findUndo } from '@/app/_shared/find-undo'
import type { VersionProps } from '@/app/_shared/find-versions'
import { pageMetadata } from '@/app/_shared/metadata'
import { saveStory } from '@/app/stories/actions'
import { Shell } from '@/components/layout/shell'
import { UndoBody } from '@/components/revisions/undo-body'
import { StoryTabs } from '@/components/stories/story-head'
import { draftOfStory } from '@/lib/stories/draft'
import { compareStoryPath, storyPath, undoStoryPath } from '@/lib/stories/paths'

export const metadata = pageMetadata({ title: 'Undo a change', path: '/stories', hidden: true })

export default async function UndoStoryPage(props: VersionProps) {
  const undo = await findUndo(props, { kind: 'story', pathOf: undoStoryPath, formOf: draftOfStory })
  const page = { id: undo.newer.pageId, slug: undo.newer.slug }
  const { number } = undo.newer
  return (
    <Shell current="stories">
      <UndoBody
        {...undo}
        tabs={<StoryTabs page={page} current="history" />}
        action={saveStory}
        pagePath={storyPath(page)}
        compareHref={compareStoryPath(page, number - 1, number)}
      />
    </Shell>
  )
}
