import 'server-only'
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { z } from 'zod'
import { sectionIn, type Tree } from '@/lib/taxonomy/effective'
import { headingTree } from '@/lib/taxonomy/queries'
import type { SearchEngine } from '../../engine'
import { totalMax } from '../../limits'
import { readStanding } from '../../push/standing'
import type { Ask, Counts, Found } from '../../schema'
import type { SearchFacet } from '../../vocabulary'
import { searching, searchMs, within } from './client'
import type { Group } from './filter'
import { questionsOf, questionsOfTerms } from './query'
import { liveIndex } from './settings'
import { byWorth, hit } from './worth'

/** The engine for a library that has outgrown one database: a server of its own, filled by lib/search/push. */
export const meilisearch: SearchEngine = {
  name: 'meilisearch',
  async find(ask, signal) {
    const { removed } = await readStanding(ask.acl)
    return findWithout(ask, removed, signal)
  },
}

/** As `find`, of nothing that is among `without`. Throws when the server is away, slow, refuses or answers nonsense. */
export async function findWithout(ask: Ask, without: string[], signal?: AbortSignal): Promise<Found> {
  const besides = { tree: await headingTree(), without, index: liveIndex() }
  return ask.match === 'any' && ask.plan.terms.length > 0
    ? findAny(ask, besides, signal)
    : findAll(ask, besides, signal)
}

type Besides = Parameters<typeof questionsOf>[1]

async function findAll(ask: Ask, besides: Besides, signal?: AbortSignal): Promise<Found> {
  const { queries, lifted } = await questionsOf(ask, besides)
  const [main, ...others] = await answersTo(queries, signal)
  if (!main) throw new Error('Meilisearch answered nothing.')
  return {
    ids: main.hits.map(({ id }) => id),
    total: Math.min(main.totalHits, totalMax),
    more: main.totalHits > totalMax,
    counts: countsOf(main, others, { lifted, tree: besides.tree }),
    years: yearsOf(main),
  }
}

/**
 * What has any of the terms. Meilisearch knows no "or": each term is asked for by itself, what they find is put in order
 * by how much the terms that found it tell, and counted in a second request.
 */
async function findAny(ask: Ask, besides: Besides, signal?: AbortSignal): Promise<Found> {
  const { plan, page, perPage } = ask
  const answers = await answersTo(await questionsOfTerms(ask, besides), signal)
  const ids = byWorth(
    answers.map(({ hits }) => hits),
    plan,
  )
  const nothing = { ...plan, terms: [], without: [] }
  const listed = {
    ...ask,
    match: 'all' as const,
    plan: nothing,
    only: ids,
    page: 1,
    perPage: Math.max(1, ids.length),
  }
  const found = await findAll(listed, besides, signal)
  const kept = new Set(found.ids)
  const ordered = ask.sort === 'best' ? ids.filter((id) => kept.has(id)) : found.ids
  return {
    ...found,
    ids: ordered.slice((page - 1) * perPage, page * perPage),
    more: found.more || answers.some(({ hits, totalHits }) => totalHits > hits.length),
  }
}

async function answersTo(queries: MultiSearchQuery[], signal?: AbortSignal): Promise<Result[]> {
  const answer = await searching().multiSearch({ queries }, { signal: within(searchMs, signal) })
  const results = answers.parse(answer?.results)
  if (results.length !== queries.length) throw new Error('Meilisearch answered another number of questions.')
  return results
}

const counted = z.record(z.string(), z.record(z.string(), z.number().int()))
const result = z.object({
  hits: z.array(hit),
  totalHits: z.number().int().min(0),
  facetDistribution: counted.default({}),
  facetStats: z.record(z.string(), z.object({ min: z.number(), max: z.number() })).optional(),
})
const answers = z.array(result) satisfies z.ZodType<Pick<MultiSearchResult<{ id: string }>, 'hits'>[]>
type Result = z.output<typeof result>

type Lifted = { lifted: Group[]; tree: Tree }

/** The values of a group of ticks are counted as if it had none; all others as found. */
function countsOf(main: Result, others: Result[], { lifted, tree }: Lifted): Counts {
  const counts: Counts = {}
  for (const [attribute, values] of Object.entries(main.facetDistribution)) {
    const facet = facetOf(attribute)
    if (facet && Object.keys(values).length > 0) counts[facet] = { ...values }
  }
  for (const [place, { facet, section }] of lifted.entries()) {
    const wider = others[place]?.facetDistribution[`facets.${facet}`] ?? {}
    const isWithin = (value: string) => section === null || sectionIn(tree, value) === section
    const kept = Object.entries(counts[facet] ?? {}).filter(([value]) => !isWithin(value))
    const own = Object.entries(wider).filter(([value]) => isWithin(value))
    counts[facet] = Object.fromEntries([...kept, ...own])
  }
  return counts
}

function facetOf(attribute: string): SearchFacet | null {
  return attribute.startsWith('facets.') ? (attribute.slice('facets.'.length) as SearchFacet) : null
}

function yearsOf({ facetStats }: Result): Found['years'] {
  const years = facetStats?.year
  return years ? { first: years.min, last: years.max } : null
}
