import 'server-only'
import { sectionIn } from '@/lib/taxonomy/effective'
import { headingTree } from '@/lib/taxonomy/queries'
import { countFound } from './find'
import { type FacetValueNames, facetWord } from './label'
import type { SearchState } from './state'
import { SEARCH_FACETS, type SearchFacet } from './vocabulary'

export type Wider = { words: string; state: SearchState; count: number }

/** Each way of lifting one filter that leads somewhere, the one that leads to most first. */
export async function listWider(
  state: SearchState,
  acl: readonly string[],
  names: FacetValueNames,
): Promise<Wider[]> {
  const ways = await waysOf(state, names)
  const counted = await Promise.all(
    ways.map(async (way) => ({ ...way, count: await countFound(way.state, acl) })),
  )
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}

/** As results are narrowed: headings by section, what something must have one by one, and the others by facet. */
async function waysOf(state: SearchState, names: FacetValueNames): Promise<Omit<Wider, 'count'>[]> {
  const tree = await headingTree()
  const groupOf = (facet: SearchFacet, value: string) => {
    if (facet === 'category') return sectionIn(tree, value)
    return facet === 'has' ? value : ''
  }
  const ways = SEARCH_FACETS.flatMap((facet) => {
    const values = state.filter[facet] ?? []
    return [...new Set(values.map((value) => groupOf(facet, value)))].map((group) => {
      const gone = values.filter((value) => groupOf(facet, value) === group)
      const left = values.filter((value) => !gone.includes(value))
      return {
        words: gone.map((value) => `“${facetWord(facet, value, names)}”`).join(' or '),
        state: { ...state, page: 1, filter: { ...state.filter, [facet]: left } },
      }
    })
  })
  const rules = { words: 'the same rules as mine', state: { ...state, page: 1, rules: '' as const } }
  return state.rules ? [...ways, rules] : ways
}
