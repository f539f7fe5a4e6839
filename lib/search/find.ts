import 'server-only'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Heading } from '@/lib/taxonomy/queries'
import { answer } from './choose'
import type { Answered } from './engine'
import { filterOf } from './filter'
import { headingsCalled } from './headings'
import { totalMax } from './limits'
import { planOf } from './plan/expand'
import { type Hit, visibleRows } from './rows'
import type { Ask, Plan, Texts } from './schema'
import { snippetOf } from './snippet'
import type { SearchState } from './state'

// So few hits leave room for those that have only some of the words.
const few = 3
const othersMax = 10

export type SearchResults = {
  plan: Plan
  total: number
  /** There are more than `total`. */
  more: boolean
  page: number
  pages: number
  perPage: number
  hits: Hit[]
  /** Where few have all of the words: some that have some of them. Counted nowhere. */
  others: Hit[]
  /** Nothing has all of the words: these have some of them. */
  relaxed: boolean
  /** Headings that are called so. */
  headings: Heading[]
} & Pick<Answered, 'counts' | 'years' | 'engine' | 'degraded'>

/** Searches everything that `acl` opens. What is shown is read anew from its own table, so a late index cannot leak. */
export async function search(state: SearchState, acl: readonly string[]): Promise<SearchResults> {
  const [plan, filter] = await Promise.all([
    planOf({ typed: state.words, exactly: state.exactly, acl }),
    filterOf(state),
  ])
  const ask = askOf({ ...state, filter }, plan, acl)
  const [strict, headings] = await Promise.all([answer(ask), headingsCalled(state.words)])
  const relaxed = strict.total === 0 && plan.terms.length > 1
  const found = relaxed ? await answer({ ...ask, match: 'any' }) : strict
  const roomForOthers = strict.total > 0 && strict.total < few && plan.terms.length > 1 && state.page === 1
  const others = roomForOthers ? await otherIds(ask, strict.ids) : []
  const hits = await hitsOf([...found.ids, ...others], plan)
  const shown = found.ids.flatMap((id) => hits.get(id) ?? [])
  // A hit that has gone since it was indexed is neither shown nor counted.
  const gone = found.ids.length - shown.length
  if (gone > 0) log('warn', 'search found what is no longer there', { engine: found.engine, hits: gone })
  const total = found.total - gone
  return {
    ...{ plan, total, more: found.more, page: state.page, perPage: state.perPage, relaxed, headings },
    pages: Math.ceil(Math.min(total, totalMax) / state.perPage),
    hits: shown,
    others: others.flatMap((id) => hits.get(id) ?? []),
    ...{ counts: found.counts, years: found.years, engine: found.engine, degraded: found.degraded },
  }
}

/** How many have all of the words under these filters. */
export async function countFound(state: SearchState, acl: readonly string[]): Promise<number> {
  const [plan, filter] = await Promise.all([
    planOf({ typed: state.words, exactly: state.exactly, acl }),
    filterOf(state),
  ])
  return (await answer(askOf({ ...state, filter, page: 1, perPage: 10 }, plan, acl))).total
}

function askOf(state: SearchState, plan: Plan, acl: readonly string[]): Ask {
  const { filter, sort, page, perPage } = state
  return { plan, match: 'all', filter, sort, page, perPage, acl: [...acl] }
}

async function otherIds(ask: Ask, ids: string[]): Promise<string[]> {
  const some = await answer({ ...ask, match: 'any', page: 1, perPage: othersMax + few })
  return some.ids.filter((id) => !ids.includes(id)).slice(0, othersMax)
}

async function hitsOf(ids: string[], plan: Plan): Promise<Map<string, Hit>> {
  const [rows, texts] = await Promise.all([visibleRows(ids), textsOf(ids)])
  const hits = ids.flatMap((id): [string, Hit][] => {
    const row = rows.get(id)
    const text = texts.get(id)
    return row && text ? [[id, { ...row, id, ...snippetOf(text, plan) }]] : []
  })
  return new Map(hits)
}

async function textsOf(ids: string[]): Promise<Map<string, Texts>> {
  const { rows } = await pool().query<{ id: string; texts: Texts }>({
    name: 'search-texts',
    text: 'SELECT id, texts FROM search_document WHERE id = ANY ($1::text[])',
    values: [ids],
  })
  return new Map(rows.map(({ id, texts }) => [id, texts]))
}
