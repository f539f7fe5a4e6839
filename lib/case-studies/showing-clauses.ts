import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { perPage } from './limits'
import { type CaseStudyRow, rowsByIds } from './rows'

/** Workforce and fair work; contract clauses and contracts. */
export const CLAUSE_LABELS = ['C7', 'F4']

/** Case studies about work for people, about clauses or about both: those about both first, then those with results. */
export function listShowingClauses(): Promise<CaseStudyRow[]> {
  const scope = [...CLAUSE_LABELS.map(tags.category), tags.taxonomy, tags.law, tags.everything]
  return cached(['showing-clauses'], scope, async () => {
    const found = await db.$queryRaw<{ id: number }[]>`
      SELECT cs.page_id AS id FROM case_study cs JOIN case_study_category c USING (page_id)
      WHERE c.code = ANY(${CLAUSE_LABELS})
      GROUP BY cs.page_id ORDER BY count(*) DESC, bool_or(c.code = 'F4') DESC, cs.result_count DESC, cs.changed_at DESC, cs.page_id LIMIT ${perPage}`
    return rowsByIds(found.map(({ id }) => id))
  })
}
