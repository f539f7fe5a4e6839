import 'server-only'
import { z } from 'zod'
import { gapsMax, lineMax, proseMax, resourcesMax, summaryMax, titleMax } from '@/lib/case-studies/limits'
import { resource } from '@/lib/case-studies/schema'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { rows } from '@/lib/platform/fields'
import { linesOf, listOf, numbered } from '@/lib/platform/lists'
import { line, prose } from '@/lib/platform/text'
import { LABEL } from '@/lib/taxonomy/codes'
import { linksMax, stagesMax } from './limits'
import { caseStudyIdsIn } from './paths'

const LINKS = 'Give case studies by their numbers or web addresses, separated by commas'

const stage = z.object({
  title: line({ label: 'The title of the stage', max: titleMax, required: 'Give the stage a title' }),
  when: line({ label: 'When', max: 80, required: 'Say when this stage was, as far as it is known' }),
  text: prose({ label: 'What happened', max: proseMax, required: 'Write what happened at this stage' }),
  /** Ids of the case studies that this stage rests on. */
  caseStudies: z
    .preprocess(idsOf, z.array(z.number().int().positive().max(999_999_999), { error: LINKS }))
    .refine((ids) => ids.length <= linksMax, {
      message: `Link at most ${linksMax} case studies at one stage`,
    })
    .default([]),
  aside: line({ label: 'The note beside the stage', max: 500 }).default(''),
})

/** The whole content of a change story: what one revision holds. */
export const storyContent = z.object({
  title: line({ label: 'The title', max: titleMax, required: 'Enter a title' }),
  summary: line({
    label: 'The opening',
    max: summaryMax,
    required: 'Enter an opening: what changed, in a sentence or two',
  }),
  organisation: line({ label: 'The organisation', max: 200 }).default(''),
  regions: z
    .preprocess(listOf, z.array(z.enum(REGIONS, { error: 'Choose regions from the list' })))
    .default([]),
  period: line({ label: 'The period', max: 80 }).default(''),
  categories: z
    .preprocess(listOf, z.array(z.string().regex(LABEL, { message: 'Tick labels from the list' })))
    .default([]),
  stages: rows(stage, [], stagesMax, 'stages').refine((list) => list.length >= 2, {
    message: 'A change story needs at least two stages',
  }),
  whatItTook: z
    .object({
      people: line({ label: 'People', max: 500 }).default(''),
      time: line({ label: 'Time', max: 500 }).default(''),
      money: line({ label: 'Money', max: 500 }).default(''),
    })
    .default({ people: '', time: '', money: '' }),
  oneThing: line({ label: 'If you only do one thing', max: 500 }).default(''),
  gaps: z
    .preprocess(linesOf, z.array(line({ label: 'Each thing not known', max: lineMax })))
    .refine((list) => list.length <= gapsMax, {
      message: `List at most ${gapsMax} things that are not known`,
    })
    .default([]),
  resources: rows(resource, ['kind', 'format', 'number', 'broken'], resourcesMax, 'links').transform(
    numbered,
  ),
})

export type StoryContent = z.output<typeof storyContent>
export type Stage = StoryContent['stages'][number]

function idsOf(value: unknown): unknown {
  return typeof value === 'string' ? (caseStudyIdsIn(value) ?? value) : (value ?? [])
}
