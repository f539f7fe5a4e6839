import 'server-only'
import type { StoryContent } from '@/lib/stories/schema'
import type { HeadingTree } from '@/lib/taxonomy/queries'
import type { SearchDocument, Texts } from '../schema'
import { labelWords, type Standing } from './labels'
import { joined, plainOf, resourceWords, yearOf } from './plain'
import { textsOf } from './texts'

export type StorySource = {
  pageId: number
  content: StoryContent
  standing: Standing
  organisation: { id: number; type: string; otherNames: string[] } | null
  /** Titles of the case studies that its stages link. */
  linked: string[]
  favourites: number
  addedAt: Date
  changedAt: Date
}

export function storyDocument(source: StorySource, tree: HeadingTree): SearchDocument {
  const { pageId, content, standing, organisation, favourites, addedAt, changedAt } = source
  const { regions, stages, oneThing, resources } = content
  const year = yearOf(content.period)
  return {
    id: `story-${pageId}`,
    kind: 'story',
    ref: String(pageId),
    pageId,
    texts: wordsOf(source, tree),
    facets: {
      kind: ['story'],
      category: standing.codes,
      region: regions,
      type: organisation ? [organisation.type] : [],
      year: year === null ? [] : [String(year)],
      organisation: organisation ? [String(organisation.id)] : [],
    },
    acl: ['public'],
    year,
    quality: Math.min(100, 30 + stages.length * 5 + (oneThing ? 10 : 0) + (resources.length > 0 ? 20 : 0)),
    favourites,
    publishedAt: addedAt,
    updatedAt: changedAt,
  }
}

function wordsOf({ content, standing, organisation, linked }: StorySource, tree: HeadingTree): Texts {
  const { title, summary, regions, stages, whatItTook, oneThing, gaps, resources } = content
  return textsOf({
    title,
    labels: labelWords(standing, tree),
    organisation: [content.organisation, ...(organisation?.otherNames ?? [])].filter(Boolean).join(', '),
    summary,
    people: regions,
    body: [
      ...stages.map((stage) => ({
        name: stage.title,
        text: joined([stage.title, stage.when, plainOf(stage.text), stage.aside]),
      })),
      { name: 'If you only do one thing', text: oneThing },
      { name: 'What it took', text: joined(Object.values(whatItTook ?? {})) },
      { name: 'Case studies', text: joined(linked) },
      { name: 'Documents and links', text: joined(resources.map(resourceWords)) },
      { name: 'What we don’t know', text: joined(gaps) },
    ],
  })
}
