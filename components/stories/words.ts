import type { StoryContent } from '@/lib/stories/schema'
import { regionWords } from '../case-studies/words'

const wordsAMinute = 200

/** Minutes to read a story, by its words: "3 minute read". */
export function readingTime({ summary, stages, oneThing }: StoryContent): string {
  const text = [summary, ...stages.flatMap(({ title, text, aside }) => [title, text, aside]), oneThing].join(
    ' ',
  )
  const words = text.replace(/\[\d+\]\(#source-\d+\)/g, '').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return `${Math.max(1, Math.ceil(words / wordsAMinute))} minute read`
}

/** Who, where and when: what stands under the title of a story in every list. */
export function storyMeta(story: {
  organisation: string
  regions: readonly string[]
  period: string
}): string {
  return [story.organisation, regionWords(story.regions), story.period].filter(Boolean).join(' · ')
}

/** The address fragment of a stage, which case studies link. */
export function stepId(index: number): string {
  return `step-${index + 1}`
}
