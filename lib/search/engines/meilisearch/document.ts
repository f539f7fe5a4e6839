import 'server-only'
import type { Texts } from '../../schema'
import { SEARCHABLE } from '../../settings'
import type { SearchFacet } from '../../vocabulary'
import { plainWords, readable } from '../../words'

/** A row of the index as it is read for another engine, with its facet values by name. */
export type IndexRow = {
  id: string
  kind: string
  title: string
  texts: Texts
  facets: [SearchFacet, string][]
  acl: string[]
  year: number | null
  quality: number
  typeRank: number
  favourites: number
  publishedAt: Date | null
  updatedAt: Date | null
  tie: number
  version: number
}

/** What Meilisearch keeps of a row: words as we compare them, and nothing to show. Hits are read from the database. */
export type MeilisearchDocument = {
  id: string
  version: number
  kind: string
  texts: Record<string, string>
  facets: Record<string, string[]>
  acl: string[]
  year: number | null
  quality: number
  typeRank: number
  favourites: number
  publishedAt: number | null
  updatedAt: number | null
  tie: number
  titleKey: string
}

export function documentOf(row: IndexRow): MeilisearchDocument {
  const { id, version, kind, texts, acl, year, quality, typeRank, favourites, tie } = row
  const facets: Record<string, string[]> = {}
  for (const [facet, value] of row.facets) facets[facet] = [...(facets[facet] ?? []), value]
  return {
    ...{ id, version, kind },
    // The very words that PostgreSQL compares, so that both engines find the same.
    texts: Object.fromEntries(SEARCHABLE.map((field) => [field, wordsOf(texts[field] ?? '')])),
    facets: Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, values.sort()])),
    ...{ acl: [...acl].sort(), year, quality, typeRank, favourites },
    publishedAt: row.publishedAt?.getTime() ?? null,
    updatedAt: row.updatedAt?.getTime() ?? null,
    tie,
    titleKey: wordsOf(row.title),
  }
}

function wordsOf(text: string): string {
  return plainWords(readable(text))
    .map((word) => word.toWellFormed())
    .join(' ')
}
