import 'server-only'
import { pool } from '@/lib/platform/db'
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
  const [category, organisation] = await Promise.all([labelNames(), namesOf(ids.map(Number))])
  return { category, organisation }
}

async function namesOf(ids: number[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool().query<{ id: number; name: string }>({
    name: 'search-organisation-names',
    text: 'SELECT id, name FROM organisation WHERE id = ANY ($1::int[])',
    values: [ids],
  })
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}
