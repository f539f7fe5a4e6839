import 'server-only'
import { findOurRules, type OurRules } from '@/lib/legal/lens/find'
import { resolveCodes } from '@/lib/taxonomy/queries'
import { governedValue } from './governed'
import type { Counts, SearchFilter } from './schema'
import type { SearchState } from './state'

/** What an engine is asked to narrow by: headings as they are now, and the reader's rules where only those are wanted. */
export async function filterOf({ filter, us, rules }: SearchState): Promise<SearchFilter> {
  const { category } = filter
  const resolved = category ? { ...filter, category: await resolveCodes(category) } : filter
  if (!us || !rules) return resolved
  const governed = governedBy(await findOurRules(us))
  // An empty list would narrow nothing; where no law is in force nothing is governed by it.
  return { ...resolved, governed: governed.length > 0 ? governed : ['none'] }
}

/** How many of those counted have the same rules as the reader. */
export function countSameRules(counts: Counts, ours: OurRules): number {
  return governedBy(ours).reduce((sum, value) => sum + (counts.governed?.[value] ?? 0), 0)
}

function governedBy({ laws, bands }: OurRules): string[] {
  return laws.flatMap((law) => bands.map((band) => governedValue(law, band)))
}
