import 'server-only'
import type { MultiSearchResult } from 'meilisearch'
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
import { questionsOf } from './query'
import { liveIndex } from './settings'

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
  const tree = await headingTree()
  const { queries, lifted } = await questionsOf(ask, { tree, without, index: liveIndex() })
  const answer = await searching().multiSearch({ queries }, { signal: within(searchMs, signal) })
  const results = answers.parse(answer?.results)
  const [main, ...others] = results
  if (!main || others.length !== lifted.length)
    throw new Error('Meilisearch answered another number of questions.')
  return {
    ids: main.hits.map(({ id }) => id),
    total: Math.min(main.totalHits, totalMax),
    more: main.totalHits > totalMax,
    counts: countsOf(main, others, { lifted, tree }),
    years: yearsOf(main),
  }
}

const counted = z.record(z.string(), z.record(z.string(), z.number().int()))
const result = z.object({
  hits: z.array(z.object({ id: z.string(), version: z.number() })),
  totalHits: z.number().int().min(0),
  facetDistribution: counted,
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
