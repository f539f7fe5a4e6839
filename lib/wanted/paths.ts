import { GROUP_OF_TYPE, NATIONS_ELSE } from './vocabulary'

type Addressed = { id: number; slug: string }

export const wantedPath = '/wanted'
export const coveragePath = '/wanted/coverage'

export function wantedItemPath({ id, slug }: Addressed): string {
  return `/wanted/${id}-${slug}`
}

/** The list, narrowed or in another order. */
export function wantedListPath(choice: { state?: string; category?: string; sort?: string; page?: number }) {
  const { state, category, sort, page } = choice
  const query = new URLSearchParams()
  if (state && state !== 'open') query.set('state', state)
  if (category) query.set('category', category)
  if (sort && sort !== 'newest') query.set('sort', sort)
  if (page && page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${wantedPath}?${text}` : wantedPath
}

/** The form to ask, with what is known already filled in. */
export function askPath(known: { words?: string; category?: string; nation?: string; body?: string } = {}) {
  const query = new URLSearchParams(Object.entries(known).filter(([, value]) => value)).toString()
  return query ? `/wanted/new?${query}` : '/wanted/new'
}

/** The form of a new case study, which answers the request when it is published. */
export function answerPath({ id }: { id: number }): string {
  return `/case-studies/new?answers=${id}`
}

export function coverageByPath(by: 'nation' | 'body'): string {
  return by === 'body' ? `${coveragePath}?by=body` : coveragePath
}

/** The case studies that a cell of the coverage counts; null where no list can be narrowed so. */
export function countedPath({ category, by, column }: Counted): string | null {
  const query = new URLSearchParams({ category })
  if (column === '') return `/case-studies?${query}`
  if (by === 'nation') {
    query.set('kind', 'case_study')
    for (const nation of column === 'else' ? NATIONS_ELSE : [column]) query.append('nation', nation)
    return `/search?${query}`
  }
  if (column === 'else') return null
  for (const [type, group] of Object.entries(GROUP_OF_TYPE)) if (group === column) query.append('type', type)
  return `/case-studies?${query}`
}

type Counted = { category: string; by: 'nation' | 'body'; column: string }
