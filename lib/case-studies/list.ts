import 'server-only'
import { findOurRules, type OurRules } from '@/lib/legal/lens/find'
import { db, Prisma } from '@/lib/platform/db'
import { headingTree, resolveCodes } from '@/lib/taxonomy/queries'
import { conditionsOf, FROM, whereOf } from './conditions'
import { type Counted, countFacets } from './facets'
import type { CaseStudyFilter } from './filter'
import { perPage } from './limits'
import { type CaseStudyRow, rowsByIds } from './rows'

export type CaseStudyList = Counted & { rows: CaseStudyRow[] }

/** One page of case studies under a filter, with true counts: "or" within a group, "and" between groups. */
export async function listCaseStudies(asked: CaseStudyFilter): Promise<CaseStudyList> {
  // An address may name a heading that has been merged or split since.
  const filter = { ...asked, category: await resolveCodes(asked.category) }
  const ours = filter.us ? await findOurRules(filter.us) : null
  const [rows, counted] = await Promise.all([listPage(filter, ours), countFacets(filter, ours)])
  return { rows, ...counted }
}

async function listPage(filter: CaseStudyFilter, ours: OurRules | null): Promise<CaseStudyRow[]> {
  const where = whereOf(conditionsOf(filter, ours, await headingTree()))
  const offset = (filter.page - 1) * perPage
  const ids = await db.$queryRaw<
    { id: number }[]
  >`SELECT cs.page_id AS id ${FROM} WHERE ${where} ORDER BY ${orderOf(filter)} LIMIT ${perPage} OFFSET ${offset}`
  return rowsByIds(ids.map(({ id }) => id))
}

function orderOf({ sort }: CaseStudyFilter): Prisma.Sql {
  if (sort === 'title') return Prisma.sql`lower(cs.title), cs.page_id`
  if (sort === 'added') return Prisma.sql`cs.added_at DESC, cs.page_id`
  if (sort === 'measured')
    return Prisma.sql`(cs.result_count > 0) DESC, cs.result_count DESC, cs.changed_at DESC, cs.page_id`
  return Prisma.sql`cs.changed_at DESC, cs.page_id`
}
