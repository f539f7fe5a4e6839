import 'server-only'
import type { FormValues } from '@/lib/platform/form'
import type { StoryContent } from './schema'

/** What the form shows of a story: the same names, every value a string. */
export function draftOfStory(content: StoryContent): FormValues {
  return {
    ...content,
    stages: content.stages.map((stage) => ({ ...stage, caseStudies: stage.caseStudies.join(', ') })),
    gaps: content.gaps.join('\n'),
    resources: content.resources.map(({ number, broken, ...resource }) => {
      return { ...resource, number: String(number), broken: broken ? 'on' : '' }
    }),
  }
}

/** What the form shows before anything was written: room for the two stages that a story needs at least. */
export const EMPTY_STORY: FormValues = { stages: [{}, {}], resources: [], note: 'First version' }
