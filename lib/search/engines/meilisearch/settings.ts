import 'server-only'
import type { Settings } from 'meilisearch'
import { env } from '@/lib/platform/env'
import { totalMax } from '../../limits'
import { SEARCHABLE, settingsVersion } from '../../settings'
import { SEARCH_FACETS } from '../../vocabulary'
import type { Synonyms } from './synonyms'

/** Raised whenever documents, settings or queries for Meilisearch are made in another way. */
const format = 1

/** What an index of Meilisearch is made by: with another, it is built anew. */
export const indexVersion = `${settingsVersion}-${format}`

/** The index that answers searches. */
export function liveIndex(): string {
  return env.meilisearch.index
}

/** The index that is being built. */
export function nextIndex(): string {
  return `${env.meilisearch.index}_next`
}

/** More values of one facet than there are organisations in any list of ours. */
const valuesMax = 20_000
const cutoffMs = 1500

/** Everything but the synonyms, which follow the vocabulary. */
const SETTINGS: Settings = {
  searchableAttributes: SEARCHABLE.map((field) => `texts.${field}`),
  // What is shown is read from the database: whoever gets hold of the search key learns ids.
  displayedAttributes: ['id', 'version'],
  filterableAttributes: [
    {
      attributePatterns: [...SEARCH_FACETS.map((facet) => `facets.${facet}`), 'acl', 'id'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['year'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['publishedAt', 'updatedAt', 'favourites', 'titleKey', 'tie'],
  // Whoever asks for another order than the best match gets that order first of all.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'typeRank:asc',
    'quality:desc',
    'tie:asc',
  ],
  // The plan leaves out what says nothing and knows which words are slips: texts keep all their words.
  stopWords: [],
  typoTolerance: { enabled: false },
  faceting: { maxValuesPerFacet: valuesMax, sortFacetValuesBy: { '*': 'count' } },
  // One more than is shown, to tell "more than".
  pagination: { maxTotalHits: totalMax + 1 },
  searchCutoffMs: cutoffMs,
  proximityPrecision: 'byWord',
  prefixSearch: 'indexingTime',
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
}

export function settingsWith(synonyms: Synonyms): Settings {
  return { ...SETTINGS, synonyms }
}
