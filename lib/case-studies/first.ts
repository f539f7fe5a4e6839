import 'server-only'
import { cached } from '@/lib/platform/cache'
import { tags } from '@/lib/platform/tags'
import { filterQuery, readFilter, type SearchParams } from './filter'
import { listCaseStudies } from './list'
import { caseStudiesPath } from './paths'
import type { CaseStudyRow } from './rows'

export type FirstCaseStudies = { rows: CaseStudyRow[]; total: number; path: string }

const shown = 5

/** The first five case studies under a filter, how many there are, and the address that lists them all. */
export function listFirst(params: SearchParams): Promise<FirstCaseStudies> {
  const filter = readFilter(params)
  const path = `${caseStudiesPath}${filterQuery(filter)}`
  return cached(['first', path], [tags.everything, tags.taxonomy], async () => {
    const { rows, total } = await listCaseStudies(filter)
    return { rows: rows.slice(0, shown), total, path }
  })
}
