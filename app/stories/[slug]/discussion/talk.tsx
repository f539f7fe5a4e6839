import type { Talk } from '@/app/_shared/discussion-page'
import { StoryTabs } from '@/components/stories/story-head'

export const talk: Talk = {
  kind: 'story',
  current: 'stories',
  tabs: (page, threads) => <StoryTabs page={page} current="discussion" threads={threads} />,
}
