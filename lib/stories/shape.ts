import 'server-only'
import { RESOURCES } from '@/lib/case-studies/shape'
import type { RowsShape, Shape } from '@/lib/revisions/shape'

const value = (label: string): Shape => ({ kind: 'value', label })
const list = (label: string): Shape => ({ kind: 'list', label })

const stages: RowsShape = {
  kind: 'rows',
  label: 'Stages',
  key: (row) => String(row.title ?? ''),
  title: (row) => String(row.title ?? ''),
  cells: {
    title: value('Stage'),
    when: value('When'),
    text: { kind: 'prose', label: 'What happened' },
    caseStudies: value('Case studies'),
    aside: value('Note'),
  },
}

/** How the content of a change story is merged, field by field in reading order. */
export const STORY_SHAPE: Record<string, Shape> = {
  title: value('Title'),
  summary: { kind: 'prose', label: 'Opening' },
  organisation: value('Organisation'),
  regions: list('Regions'),
  period: value('Period'),
  stages,
  whatItTook: {
    kind: 'group',
    label: 'What it took',
    fields: { people: value('People'), time: value('Time'), money: value('Money') },
  },
  oneThing: value('If you only do one thing'),
  gaps: list('What we don’t know'),
  resources: RESOURCES,
  categories: list('Labels'),
}
