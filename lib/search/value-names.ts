import 'server-only'
import { db } from '@/lib/platform/db'
import { labelNames } from '@/lib/taxonomy/queries'
import type { FacetValueNames } from './label'
import type { Counts, SearchFilter } from './schema'

// Of those that the results belong to, the ones with most; the directory has the others.
const organisationsMax = 30

/** Names of the headings and organisations that a search is narrowed by or counts. */
export async function findValueNames(filter: SearchFilter, counts: Counts = {}): Promise<FacetValueNames> {
  const counted = Object.entries(counts.organisation ?? {})
    .sort(([, a], [, b]) => b - a)
    .slice(0, organisationsMax)
    .map(([id]) => id)
  const ids = [...new Set([...(filter.organisation ?? []), ...counted])]
  const [category, organisations] = await Promise.all([
    labelNames(),
    ids.length > 0
      ? db.organisation.findMany({ where: { id: { in: ids.map(Number) } }, select: { id: true, name: true } })
      : [],
  ])
  return { category, organisation: new Map(organisations.map(({ id, name }) => [String(id), name])) }
}
