import 'server-only'
import type { StoryContent } from '@/lib/stories/schema'
import type { HeadingTree } from '@/lib/taxonomy/queries'
import type { SearchDocument } from '../schema'
import { labelWords, type Standing } from './labels'
import { joined, plainOf, yearOf } from './plain'

export type StorySource = {
  pageId: number
  content: StoryContent
  standing: Standing
  organisation: { id: number; type: string } | null
  /** Titles of the case studies that its stages link. */
  linked: string[]
  favourites: number
  addedAt: Date
  changedAt: Date
}

export function storyDocument(source: StorySource, tree: HeadingTree): SearchDocument {
  const { pageId, content, standing, organisation, linked, favourites, addedAt, changedAt } = source
  const { title, summary, regions, stages, whatItTook, oneThing, gaps, resources } = content
  const year = yearOf(content.period)
  return {
    id: `story-${pageId}`,
    kind: 'story',
    ref: String(pageId),
    pageId,
    texts: {
      title,
      aliases: '',
      labels: labelWords(standing, tree),
      organisation: content.organisation,
      summary,
      people: regions.join(', '),
      body: joined([
        ...stages.map((stage) => joined([stage.title, stage.when, plainOf(stage.text), stage.aside])),
        oneThing,
        ...Object.values(whatItTook),
        ...linked,
        ...resources.map(({ title: name, publisher, note }) => joined([name, publisher, note])),
        ...gaps,
      ]),
      fileName: '',
      fileText: '',
    },
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
