import 'server-only'
import type { OurRules } from '@/lib/legal/lens/find'
import { cached } from '@/lib/platform/cache'
import { db, Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Condition, conditionsOf, FROM, underOurRules } from './conditions'
import { type CaseStudyFilter, FACETS, type FacetName, isNarrowed } from './filter'

export type FacetCounts = Record<FacetName, Record<string, number>>

/** Beside the counts: how many there would be without one of the conditions, by its key. */
export type Counted = {
  total: number
  counts: FacetCounts
  without: Record<string, number>
  /** How many have the same rules as the reader; null where nobody said who that is. */
  sameRules: number | null
}

/**
 * How many case studies there are under a filter, and how many there would be if one more value were ticked: "or" within
 * a group, "and" between groups. The numbers of a list that nothing narrows are kept until one of its cases changes.
 */
export function countFacets(filter: CaseStudyFilter, ours: OurRules | null): Promise<Counted> {
  if (ours || isNarrowed(filter)) return count(filter, ours)
  return cached(['facets'], [tags.everything, tags.taxonomy, tags.law], () => count(filter, ours))
}

type Row = { facet: string; value: string | null; n: number }

async function count(filter: CaseStudyFilter, ours: OurRules | null): Promise<Counted> {
  const conditions = conditionsOf(filter, ours)
  const rows = await db.$queryRaw<Row[]>(countingQuery(conditions, ours))
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts
  for (const { facet, value, n } of rows)
    if (value !== null && facet in counts) counts[facet as FacetName][value] = n
  const without = rows.filter(({ facet }) => facet === 'without')
  return {
    total: rows.find(({ facet }) => facet === 'total')?.n ?? 0,
    counts,
    sameRules: ours && (rows.find(({ facet }) => facet === 'rules')?.n ?? 0),
    without: Object.fromEntries(without.map(({ value, n }) => [conditions[Number(value)]?.key, n])),
  }
}

/**
 * Everything is read once. `missed` has one bit for each condition that a case does not meet: none, and it is on the
 * list; one, and it would be if that condition were lifted, which is what the other values of its group are counted by.
 */
function countingQuery(conditions: Condition[], ours: OurRules | null): Prisma.Sql {
  const missed = conditions.map(
    ({ sql }, place) => Prisma.sql`CASE WHEN ${sql} THEN 0 ELSE ${bit(place)} END`,
  )
  const same = ours ? underOurRules(ours) : Prisma.sql`FALSE`
  const on = (facet: Condition['group']) => meets(conditions, ({ group }) => group === facet)
  const scalar = Object.entries(COLUMNS).map(
    ([facet, column]) =>
      Prisma.sql`SELECT ${facet} AS facet, ${column} AS value, count(*)::int AS n FROM met WHERE ${on(facet as FacetName)} GROUP BY 2`,
  )
  const several = Object.entries(LISTS).map(
    ([facet, column]) =>
      Prisma.sql`SELECT ${facet}, entry, count(*)::int FROM met CROSS JOIN LATERAL (SELECT DISTINCT unnest(${column}) AS entry) each WHERE ${on(facet as FacetName)} GROUP BY 2`,
  )
  const rules = Prisma.sql`SELECT 'rules', '', count(*)::int FROM met WHERE same AND ${on('rules')}`
  return Prisma.sql`WITH read AS (
      SELECT cs.page_id, cs.regions, cs.barriers, cs.contract_stages, cs.evidence, cs.state, o.type, ls.regime, ls.label, ls.challenge_state,
        ls.approval_kinds, ${same} AS same, cs.result_count > 0 AS figure, cs.document_count > 0 AS document, cs.has_contact AS contact,
        ${Prisma.join([Prisma.sql`0`, ...missed], ' + ')} AS missed ${FROM}),
    met AS MATERIALIZED (SELECT * FROM read WHERE missed & (missed - 1) = 0)
    ${Prisma.join([...scalar, ...several, ...headings(conditions), MUST_HAVE, rules, TOTAL, WITHOUT], ' UNION ALL ')}`
}

const COLUMNS = {
  type: Prisma.sql`type`,
  standing: Prisma.sql`label`,
  law: Prisma.sql`regime`,
  challenge: Prisma.sql`challenge_state`,
  evidence: Prisma.sql`evidence`,
  state: Prisma.sql`state`,
}

const LISTS = {
  region: Prisma.sql`regions`,
  approval: Prisma.sql`approval_kinds`,
  barrier: Prisma.sql`barriers`,
  stage: Prisma.sql`contract_stages`,
}

// Its values narrow one another, so those that are ticked hold for the counts too.
const MUST_HAVE = Prisma.sql`SELECT 'has', kind, n::int FROM (
    SELECT count(*) FILTER (WHERE figure) AS figure, count(*) FILTER (WHERE document) AS document,
      count(*) FILTER (WHERE contact) AS contact FROM met WHERE missed = 0) sums
  CROSS JOIN LATERAL (VALUES ('figure', figure), ('document', document), ('contact', contact)) kinds (kind, n)`

const TOTAL = Prisma.sql`SELECT 'total', '', count(*)::int FROM met WHERE missed = 0`

const WITHOUT = Prisma.sql`SELECT 'without', log(2, missed)::int::text, count(*)::int FROM met WHERE missed > 0 GROUP BY 2`

/** Each section is a group of its own: its counts leave out its own ticks and keep those of other sections. */
function headings(conditions: Condition[]): Prisma.Sql[] {
  const sections = conditions.flatMap(({ group, section }) =>
    group === 'category' && section ? [section] : [],
  )
  const counted = (which: Prisma.Sql, among: Prisma.Sql) =>
    Prisma.sql`SELECT 'category', c.code, count(*)::int FROM met JOIN case_study_category c USING (page_id)
      WHERE ${among} AND ${which} GROUP BY 2`
  const own = sections.map((section) =>
    counted(
      Prisma.sql`left(c.code, 1) = ${section}`,
      meets(conditions, (condition) => condition.section === section),
    ),
  )
  return [counted(Prisma.sql`NOT left(c.code, 1) = ANY(${sections})`, Prisma.sql`missed = 0`), ...own]
}

/** The cases that meet every condition but, at most, one of these. */
function meets(conditions: Condition[], lifted: (condition: Condition) => boolean): Prisma.Sql {
  const bits = conditions.flatMap((condition, place) => (lifted(condition) ? [bit(place)] : []))
  return Prisma.sql`missed IN (${Prisma.join([Prisma.sql`0`, ...bits], ', ')})`
}

/** Written into the query and not handed over apart: the database plans better with numbers that it sees. */
function bit(place: number): Prisma.Sql {
  return Prisma.raw(String(2 ** place))
}
