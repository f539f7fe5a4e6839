import '@/app/styles/working.css'
import { type CompareProps, findPair } from '@/app/_shared/find-versions'
import { withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { CompareBody } from '@/components/revisions/compare-body'
import { StoryTabs } from '@/components/stories/story-head'
import { forOnePerson, sameForEverybody } from '@/lib/platform/kept'
import { keptComparison } from '@/lib/revisions/compare-kept'
import { comparedStories } from '@/lib/stories/compare'
import {
  storiesPath,
  storyHistoryPath,
  storyPath,
  storyVersionPath,
  undoStoryPath,
} from '@/lib/stories/paths'
import type { StoryContent } from '@/lib/stories/schema'
import { labelNames } from '@/lib/taxonomy/queries'
import { restoreStoryVersion } from '../../actions'

export const metadata = pageMetadata({ title: 'Compare versions', path: storiesPath, hidden: true })

export default async function CompareStoryPage(props: CompareProps) {
  sameForEverybody()
  const gone = await withdrawn('story', (await props.params).slug, { moderatorsRead: true })
  if (gone) return gone
  const { older, newer, page } = await findPair<StoryContent>('story', props)
  const pair = { pageId: page.id, from: older.number, to: newer.number }
  const comparison = await keptComparison(pair, async () =>
    comparedStories(older.content, newer.content, await labelNames()),
  )
  // Later there may be time to compare them.
  if (!comparison) forOnePerson()
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: storyPath(page), label: newer.content.title },
    { href: storyHistoryPath(page), label: 'History' },
  ]
  return (
    <Shell current="stories" crumbs={crumbs}>
      <CompareBody
        tabs={<StoryTabs page={page} current="history" />}
        older={older}
        newer={newer}
        comparison={comparison}
        versionHref={(number) => storyVersionPath(page, number)}
        undoHref={(number) => undoStoryPath(page, number)}
        restore={restoreStoryVersion}
      />
    </Shell>
  )
}
