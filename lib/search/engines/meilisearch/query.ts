import 'server-only'
import type { MultiSearchQuery } from 'meilisearch'
import { pool } from '@/lib/platform/db'
import type { Tree } from '@/lib/taxonomy/effective'
import type { Ask, Plan, Term } from '../../schema'
import { SEARCH_FACETS } from '../../vocabulary'
import { plainWords, readable } from '../../words'
import { boundsOf, type Group, groupsOf } from './filter'
import { fieldNames } from './names'

/** The questions that one search is: the first is the search; each other counts the values of a group of ticks as if it had none. */
type Questions = { queries: MultiSearchQuery[]; lifted: Group[] }

/** So many documents are looked at for one of several words, the best first. */
const anyMax = 1000

type Besides = { tree: Tree; without: string[]; index: string }

/** What Meilisearch is asked. `without`: ids that are on their way out and may not be found meanwhile. */
export async function questionsOf(ask: Ask, { tree, without, index }: Besides): Promise<Questions> {
  const bounds = boundsOf(ask, without)
  const groups = groupsOf(ask.filter, tree)
  // Values of `has` narrow one another, so those that are ticked hold for the counts too.
  const lifted = groups.filter(({ facet }) => facet !== 'has')
  const shared = {
    indexUid: index,
    q: await textOf(ask.plan),
    matchingStrategy: 'all' as const,
  }
  const under = (held: Group[]) => [...bounds, ...held.map(({ expression }) => expression)]
  const main: MultiSearchQuery = {
    ...shared,
    filter: under(groups),
    facets: [...SEARCH_FACETS.map((facet) => `facets.${facet}`), 'year'],
    sort: orderOf(ask),
    page: ask.page,
    hitsPerPage: ask.perPage,
    attributesToRetrieve: ['id', 'version'],
  }
  const others = lifted.map((group): MultiSearchQuery => {
    return {
      ...shared,
      filter: under(groups.filter((other) => other !== group)),
      facets: [`facets.${group.facet}`],
      page: 1,
      hitsPerPage: 0,
    }
  })
  return { queries: [main, ...others], lifted }
}

/** What is asked to find what has any of the terms: one question for each. */
export async function questionsOfTerms(ask: Ask, { without, index }: Besides): Promise<MultiSearchQuery[]> {
  return Promise.all(
    ask.plan.terms.map(async (term) => ({
      indexUid: index,
      q: await textOf({ ...ask.plan, terms: [term] }),
      matchingStrategy: 'all' as const,
      filter: boundsOf(ask, without),
      page: 1,
      hitsPerPage: anyMax,
      attributesToRetrieve: ['id', 'version'],
      showRankingScoreDetails: true,
    })),
  )
}

/**
 * The words as Meilisearch reads them: those that must not be there, phrases, then the words in their order. Only the last
 * word of a query may go on; a space after it says that it may not.
 */
export async function textOf({ terms, without }: Plan): Promise<string> {
  const minus = without.map((words) => `-${words.length > 1 ? quoted(words) : words[0]}`)
  const phrases = terms.filter(({ phrase }) => phrase)
  const words = terms.filter(({ phrase }) => !phrase)
  const said = await saidOf(words)
  const texts = await Promise.all([...phrases, ...words].map((term) => textOfTerm(term, said)))
  const mayGoOn = words.at(-1)?.ways.some(({ by }) => by === 'prefix') ?? false
  return `${[...minus, ...texts].join(' ')}${mayGoOn ? '' : ' '}`
}

/** Meilisearch knows the family only of words that texts have: of a place, the first that they do. */
async function saidOf(terms: Term[]): Promise<(place: string[]) => string> {
  const places = terms.flatMap(({ ways }) => ways.find(({ by }) => by === 'typed')?.places ?? [])
  const unsure = places.filter(({ length }) => length > 1).map(([word]) => word)
  if (unsure.length === 0) return ([word = '']) => word
  const { rows } = await pool().query<{ word: string }>({
    name: 'search-words-known',
    text: 'SELECT word FROM search_word WHERE docs > 0 AND word = ANY ($1)',
    values: [unsure],
  })
  const known = new Set(rows.map(({ word }) => word))
  return ([word = '', other]) => (known.has(word) ? word : (other ?? word))
}

async function textOfTerm(term: Term, said: (place: string[]) => string): Promise<string> {
  const own = term.ways.find(({ by }) => by === 'typed')
  if (term.phrase) return quoted(own?.places.map(([word = '']) => word) ?? [])
  const split = term.ways.find(({ by }) => by === 'slip')
  if (split) return quoted(split.places.map(([word = '']) => word))
  const typed = plainWords(readable(term.typed))
  const named = term.ways.some(({ by }) => by === 'synonym')
  const name = named ? await (await fieldNames()).called(typed, !own) : undefined
  return name?.written ?? (own ? own.places.map(said) : typed).join(' ')
}

function quoted(words: string[]): string {
  return `"${words.join(' ')}"`
}

/** As the other engine has it: by worth only where there are words to be worth something for. */
function orderOf({ sort, plan }: Ask): string[] {
  if (sort === 'best' && plan.terms.length > 0) return []
  if (sort === 'title') return ['titleKey:asc', 'tie:asc']
  if (sort === 'saved') return ['favourites:desc', 'publishedAt:desc', 'tie:asc']
  return [sort === 'changed' ? 'updatedAt:desc' : 'publishedAt:desc', 'tie:asc']
}
