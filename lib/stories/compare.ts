import 'server-only'
import { type Comparison, compareVersions, type FieldSpec } from '@/lib/revisions/compare'
import type { StoryContent } from './schema'

/** What changed between two versions of a story, in the order of the page. */
export function compareStories(
  older: StoryContent,
  newer: StoryContent,
  labelNames: Map<string, string>,
): Comparison {
  return compareVersions(specs(labelNames), older, newer)
}

function specs(labelNames: Map<string, string>): FieldSpec<StoryContent>[] {
  return [
    { kind: 'text', name: 'title', label: 'Title', read: (content) => content.title },
    { kind: 'text', name: 'summary', label: 'Opening', read: (content) => content.summary },
    { kind: 'text', name: 'about', label: 'About', read: about },
    { kind: 'rows', name: 'stages', label: 'Stages', read: stages },
    {
      kind: 'text',
      name: 'took',
      label: 'What it took',
      read: ({ whatItTook: w }) => [w.people, w.time, w.money].join('\n\n'),
    },
    {
      kind: 'text',
      name: 'oneThing',
      label: 'If you only do one thing',
      read: (content) => content.oneThing,
    },
    { kind: 'list', name: 'gaps', label: 'What we don’t know', read: (content) => content.gaps },
    {
      kind: 'list',
      name: 'resources',
      label: 'Sources',
      read: ({ resources }) => resources.map((r) => `${r.number}. ${r.title} (${r.url})`),
    },
    {
      kind: 'list',
      name: 'categories',
      label: 'Labels',
      read: ({ categories }) => categories.map((code) => labelNames.get(code) ?? code),
    },
  ]
}

function about({ organisation, regions, period }: StoryContent): string {
  return [organisation, regions.join(', '), period].filter(Boolean).join('\n\n')
}

function stages(content: StoryContent) {
  return content.stages.map((stage, index) => ({
    key: `${index}`,
    cells: [
      { label: 'Stage', text: stage.title },
      { label: 'When', text: stage.when },
      { label: 'What happened', text: stage.text },
      { label: 'Case studies', text: stage.caseStudies.join(', ') },
      { label: 'Note', text: stage.aside },
    ],
  }))
}
