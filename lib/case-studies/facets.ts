import 'server-only'
import type { OurRules } from '@/lib/legal/lens/find'
import { cached } from '@/lib/platform/cache'
import { db, Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { headingTree, listHeadings } from '@/lib/taxonomy/queries'
import { type Condition, conditionsOf, FROM, underOurRules } from './conditions'
import { type CaseStudyFilter, isNarrowed } from './filter'
import { FACETS, type FacetName } from './vocabulary'

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
 * a group, "and" between groups. The numbers of a list under no tick or one are kept until one of its cases changes.
 */
export async function countFacets(filter: CaseStudyFilter, ours: OurRules | null): Promise<Counted> {
  const key = await keyOf(filter)
  if (key === null || (ours && isNarrowed(filter))) return count(filter, ours)
  const counted = await cached(['facets', ...key], [tags.everything, tags.taxonomy, tags.law], () =>
    count(filter, null),
  )
  return ours ? { ...counted, sameRules: await countSame(ours) } : counted
}

/** What the numbers of a list are kept under: its one tick, where there is one; null where they are not kept. */
async function keyOf(filter: CaseStudyFilter): Promise<string[] | null> {
  if (filter.rules) return null
  const [first = [], more] = FACETS.flatMap((facet) => filter[facet].map((value) => [facet, value]))
  if (more) return null
  const [facet, value] = first
  // Other values come from a list of ours; a label is only a code that somebody typed.
  if (facet === 'category' && !(await listHeadings()).some(({ code }) => code === value)) return null
  return first
}

async function countSame(ours: OurRules): Promise<number> {
  const [row] = await db.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n ${FROM} WHERE ${underOurRules(ours)}`
  return row?.n ?? 0
}

type Row = { facet: string; value: string | null; n: number }

async function count(filter: CaseStudyFilter, ours: OurRules | null): Promise<Counted> {
  const conditions = conditionsOf(filter, ours, await headingTree())
  const rows = await db.$queryRaw<Row[]>(countingQuery(conditions, ours))
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as FacetCounts
  for (const { facet, value, n } of rows)
    if (value !== null && facet in counts) counts[facet as FacetName][value] = n
  const without = rows.filter(({ facet }) => facet === 'without')
  return {
    total: rows.find(({ facet }) => facet === 'total')?.n ?? 0,
    counts,
    sameRules: ours && (rows.find(({ facet }) => facet === 'rules')?.n ?? 0),
    without: Object.fromEntries(
      without.map(({ value, n }) => [conditions[Math.log2(Number(value))]?.key, n]),
    ),
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
  const among = (facet: Condition['group']) => meets(conditions, ({ group }) => group === facet)
  const valued = Object.entries(VALUES).map(([facet, value]) => {
    const source = among(facet as FacetName)
    return Prisma.sql`SELECT ${facet} AS facet, ${value} AS value, count(*)::int AS n FROM ${source} GROUP BY 2`
  })
  // Said only where it can leave something out: of an equation the database expects next to no rows, and plans for that.
  const atMostOne = conditions.length > 1 ? Prisma.sql`missed & (missed - 1) = 0` : Prisma.sql`TRUE`
  const none = conditions.length > 0 ? Prisma.sql`missed = 0` : Prisma.sql`TRUE`
  const parts = [...valued, ...headings(conditions), MUST_HAVE, TOTAL, WITHOUT]
  return Prisma.sql`WITH read AS (
      SELECT cs.page_id, cs.regions, cs.barriers, cs.contract_stages, cs.evidence, cs.state, o.type, ls.regime, ls.label,
        ls.challenge_state, ls.approval_kinds, cs.result_count > 0 AS figure, cs.document_count > 0 AS document,
        cs.has_contact AS contact, ${same} AS same, ${Prisma.join([Prisma.sql`0`, ...missed], ' + ')} AS missed ${FROM}),
    met AS MATERIALIZED (SELECT * FROM read WHERE ${atMostOne}),
    listed AS MATERIALIZED (SELECT * FROM met WHERE ${none})
    ${Prisma.join(parts, ' UNION ALL ')}
    UNION ALL SELECT 'rules', '', count(*)::int FROM ${among('rules')} WHERE same`
}

const VALUES = {
  region: Prisma.sql`unnest(regions)`,
  type: Prisma.sql`type`,
  standing: Prisma.sql`label`,
  law: Prisma.sql`regime`,
  approval: Prisma.sql`unnest(approval_kinds)`,
  challenge: Prisma.sql`challenge_state`,
  barrier: Prisma.sql`unnest(barriers)`,
  stage: Prisma.sql`unnest(contract_stages)`,
  evidence: Prisma.sql`evidence`,
  state: Prisma.sql`state`,
}

// Its values narrow one another, so those that are ticked hold for the counts too.
const MUST_HAVE = Prisma.sql`SELECT 'has', kind, n::int FROM (
    SELECT count(*) FILTER (WHERE figure) AS figure, count(*) FILTER (WHERE document) AS document,
      count(*) FILTER (WHERE contact) AS contact FROM listed) sums
  CROSS JOIN LATERAL (VALUES ('figure', figure), ('document', document), ('contact', contact)) kinds (kind, n)`

const TOTAL = Prisma.sql`SELECT 'total', '', count(*)::int FROM listed`

const WITHOUT = Prisma.sql`SELECT 'without', missed::text, count(*)::int FROM met WHERE missed > 0 GROUP BY missed`

/** Each section is a group of its own: its counts leave out its own ticks and keep those of other sections. */
function headings(conditions: Condition[]): Prisma.Sql[] {
  const sections = conditions.filter(({ within }) => within !== undefined)
  const elsewhere = sections.flatMap(({ within = [] }) => within)
  const counted = (which: Prisma.Sql, source: Prisma.Sql) =>
    Prisma.sql`SELECT 'category', c.code, count(*)::int FROM ${source} JOIN case_study_category c USING (page_id)
      WHERE ${which} GROUP BY 2`
  const own = sections.map((section) => {
    const source = meets(conditions, (condition) => condition === section)
    return counted(Prisma.sql`c.code = ANY(${section.within})`, source)
  })
  return [counted(Prisma.sql`NOT c.code = ANY(${elsewhere})`, Prisma.sql`listed`), ...own]
}

/** The cases that meet every condition but, at most, one of these. */
function meets(conditions: Condition[], lifted: (condition: Condition) => boolean): Prisma.Sql {
  const bits = conditions.flatMap((condition, place) => (lifted(condition) ? [bit(place)] : []))
  if (bits.length === 0) return Prisma.sql`listed`
  return Prisma.sql`(SELECT * FROM met WHERE missed & ~(${Prisma.join(bits, ' + ')}) = 0) wider`
}

/** Written into the query: its type is plain, and there is nothing in it that anybody typed. */
function bit(place: number): Prisma.Sql {
  return Prisma.raw(String(2 ** place))
}
