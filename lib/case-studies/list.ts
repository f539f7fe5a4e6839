import 'server-only'
import { db, Prisma } from '@/lib/platform/db'
import { type CaseStudyFilter, FACETS, type FacetName } from './filter'
import { perPage } from './limits'
import { type CaseStudyRow, rowsByIds } from './rows'

export type FacetCounts = Record<FacetName, Record<string, number>>
export type CaseStudyList = { rows: CaseStudyRow[]; total: number; counts: FacetCounts }

/** One page of case studies under a filter, with true counts: "or" within a group, "and" between groups. */
export async function listCaseStudies(filter: CaseStudyFilter): Promise<CaseStudyList> {
  const where = whereOf(filter)
  const offset = (filter.page - 1) * perPage
  const [ids, total, counts] = await Promise.all([
    db.$queryRaw<
      { id: number }[]
    >`SELECT cs.page_id AS id ${FROM} WHERE ${where} ORDER BY ${orderOf(filter)} LIMIT ${perPage} OFFSET ${offset}`,
    db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n ${FROM} WHERE ${where}`,
    countFacets(filter),
  ])
  return { rows: await rowsByIds(ids.map(({ id }) => id)), total: total[0]?.n ?? 0, counts }
}

const FROM = Prisma.sql`FROM case_study cs
  LEFT JOIN organisation o ON o.id = cs.organisation_id
  LEFT JOIN legal_status ls ON ls.page_id = cs.page_id`

function whereOf(filter: CaseStudyFilter, except?: FacetName): Prisma.Sql {
  const parts = FACETS.filter((name) => name !== except).flatMap((name) => conditionsOf(name, filter[name]))
  return Prisma.join([Prisma.sql`TRUE`, ...parts], ' AND ')
}

function conditionsOf(name: FacetName, values: string[]): Prisma.Sql[] {
  if (values.length === 0) return []
  if (name === 'category') return bySection(values).map(labelled)
  if (name === 'region') return [Prisma.sql`cs.regions && ${values}`]
  if (name === 'type') return [Prisma.sql`o.type = ANY(${values})`]
  if (name === 'law') return [Prisma.sql`ls.regime = ANY(${values})`]
  if (name === 'evidence') return [Prisma.sql`cs.evidence = ANY(${values})`]
  if (name === 'state') return [Prisma.sql`cs.state = ANY(${values})`]
  return values.map((value) => MUST_HAVE_SQL[value as keyof typeof MUST_HAVE_SQL])
}

const MUST_HAVE_SQL = {
  figure: Prisma.sql`cs.result_count > 0`,
  document: Prisma.sql`cs.document_count > 0`,
  contact: Prisma.sql`cs.has_contact`,
}

/** Labels of one section widen the list, labels of two sections narrow it: food or waste, and local spend. */
function bySection(codes: string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const code of codes) groups.set(code.charAt(0), [...(groups.get(code.charAt(0)) ?? []), code])
  return [...groups.values()]
}

function labelled(codes: string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM case_study_category c WHERE c.page_id = cs.page_id AND c.code = ANY(${codes}))`
}

function orderOf({ sort }: CaseStudyFilter): Prisma.Sql {
  if (sort === 'title') return Prisma.sql`lower(cs.title), cs.page_id`
  if (sort === 'added') return Prisma.sql`cs.added_at DESC, cs.page_id`
  if (sort === 'measured')
    return Prisma.sql`(cs.result_count > 0) DESC, cs.result_count DESC, cs.changed_at DESC, cs.page_id`
  return Prisma.sql`cs.changed_at DESC, cs.page_id`
}

async function countFacets(filter: CaseStudyFilter): Promise<FacetCounts> {
  const entries = await Promise.all(
    FACETS.map(async (name) => [name, await countFacet(name, filter)] as const),
  )
  return Object.fromEntries(entries) as FacetCounts
}

/** What a list would hold if this one value were ticked beside what is ticked in other groups. */
async function countFacet(name: FacetName, filter: CaseStudyFilter): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ value: string | null; n: number }[]>(queryOf(name, filter))
  return Object.fromEntries(rows.flatMap(({ value, n }) => (value === null ? [] : [[value, n]])))
}

function queryOf(name: FacetName, filter: CaseStudyFilter): Prisma.Sql {
  if (name === 'category') return countHeadings(filter)
  const where = whereOf(filter, name)
  if (name === 'region')
    return Prisma.sql`SELECT r AS value, count(*)::int AS n ${FROM} CROSS JOIN unnest(cs.regions) r WHERE ${where} GROUP BY 1`
  if (name === 'has')
    // Its values narrow one another, so those that are ticked hold for the counts too.
    return Prisma.sql`SELECT kind AS value, sum(n)::int AS n FROM (
      SELECT count(*) FILTER (WHERE cs.result_count > 0) AS figure, count(*) FILTER (WHERE cs.document_count > 0) AS document,
        count(*) FILTER (WHERE cs.has_contact) AS contact ${FROM} WHERE ${whereOf(filter)}) t,
      LATERAL (VALUES ('figure', figure), ('document', document), ('contact', contact)) v(kind, n) GROUP BY 1`
  return Prisma.sql`SELECT ${COLUMN[name]} AS value, count(*)::int AS n ${FROM} WHERE ${where} GROUP BY 1`
}

/** Each section is a group of its own: its counts leave out its own ticks and keep those of other sections. */
function countHeadings(filter: CaseStudyFilter): Prisma.Sql {
  const ticked = [...new Set(filter.category.map((code) => code.charAt(0)))]
  const rest = countCodes(filter, Prisma.sql`NOT left(c.code, 1) = ANY(${ticked})`)
  const own = ticked.map((section) => {
    const category = filter.category.filter((code) => !code.startsWith(section))
    return countCodes({ ...filter, category }, Prisma.sql`left(c.code, 1) = ${section}`)
  })
  return Prisma.join([rest, ...own], ' UNION ALL ')
}

function countCodes(filter: CaseStudyFilter, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT c.code AS value, count(*)::int AS n ${FROM} JOIN case_study_category c ON c.page_id = cs.page_id
    WHERE ${whereOf(filter)} AND ${which} GROUP BY 1`
}

const COLUMN = {
  type: Prisma.sql`o.type`,
  law: Prisma.sql`ls.regime`,
  evidence: Prisma.sql`cs.evidence`,
  state: Prisma.sql`cs.state`,
}
