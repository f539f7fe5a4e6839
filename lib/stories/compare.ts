import 'server-only'
import { FORMATS, RESOURCE_KINDS } from '@/lib/case-studies/vocabulary'
import {
  type ComparableRow,
  type ComparedField,
  type Comparison,
  compareVersions,
  type Fact,
  type FieldSpec,
  fieldsOf,
} from '@/lib/revisions/compare'
import type { StoryContent } from './schema'

/** What differs between two versions of a story, ready to be compared elsewhere (see compare-apart). */
export function comparedStories(
  older: StoryContent,
  newer: StoryContent,
  labelNames: Map<string, string>,
): ComparedField[] {
  return fieldsOf(specs(labelNames), older, newer)
}

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
    { kind: 'facts', name: 'about', label: 'About', read: about },
    { kind: 'rows', name: 'stages', label: 'Stages', read: stages },
    {
      kind: 'facts',
      name: 'took',
      label: 'What it took',
      read: ({ whatItTook }) => [
        { label: 'People', text: whatItTook.people },
        { label: 'Time', text: whatItTook.time },
        { label: 'Money', text: whatItTook.money },
      ],
    },
    {
      kind: 'text',
      name: 'oneThing',
      label: 'If you only do one thing',
      read: (content) => content.oneThing,
    },
    {
      kind: 'text',
      name: 'gaps',
      label: 'What we don’t know',
      read: (content) => content.gaps.join('\n\n'),
    },
    { kind: 'rows', name: 'resources', label: 'Sources', read: resources },
    {
      kind: 'list',
      name: 'categories',
      label: 'Labels',
      read: ({ categories }) => categories.map((code) => labelNames.get(code) ?? code),
    },
  ]
}

function about({ organisation, regions, period }: StoryContent): Fact[] {
  return [
    { label: 'Organisation', text: organisation },
    { label: 'Regions', text: regions.join(', ') },
    { label: 'Period', text: period },
  ]
}

function stages(content: StoryContent): ComparableRow[] {
  return content.stages.map((stage) => ({
    key: stage.title,
    title: stage.title,
    cells: [
      { label: 'Stage', text: stage.title },
      { label: 'When', text: stage.when },
      { label: 'What happened', text: stage.text },
      { label: 'Case studies', text: stage.caseStudies.join(', ') },
      { label: 'Note', text: stage.aside },
    ],
  }))
}

function resources(content: StoryContent): ComparableRow[] {
  return content.resources.map(({ number, title, url, publisher, date, note, ...resource }) => ({
    key: String(number),
    title,
    cells: [
      { label: 'Number', text: String(number) },
      { label: 'Kind', text: RESOURCE_KINDS[resource.kind] },
      { label: 'Title', text: title },
      { label: 'Link', text: url },
      { label: 'Publisher', text: publisher },
      { label: 'Date', text: date },
      { label: 'Format', text: FORMATS[resource.format] },
      { label: 'Last seen', text: `${resource.seenOn}${resource.broken ? ', link broken' : ''}` },
      { label: 'Note', text: note },
    ],
  }))
}
