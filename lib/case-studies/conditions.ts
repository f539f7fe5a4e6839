import 'server-only'
import type { OurRules } from '@/lib/legal/lens/find'
import { Prisma } from '@/lib/platform/db'
import { sectionIn, type Tree } from '@/lib/taxonomy/effective'
import type { CaseStudyFilter } from './filter'
import { FACETS, type FacetName } from './vocabulary'

/**
 * One group of ticks as a condition. Values that narrow one another ("must have") are conditions of their own. Labels
 * are grouped by section, with every heading `within` it.
 */
export type Condition = { key: string; group: FacetName | 'rules'; within?: string[]; sql: Prisma.Sql }

export const FROM = Prisma.sql`FROM case_study cs
  LEFT JOIN organisation o ON o.id = cs.organisation_id
  LEFT JOIN legal_status ls ON ls.page_id = cs.page_id`

/** What a case study must meet to be on the list: each of these. */
export function conditionsOf(filter: CaseStudyFilter, ours: OurRules | null, tree: Tree): Condition[] {
  const conditions = FACETS.flatMap((name) =>
    name === 'category' ? conditionsOnLabels(filter.category, tree) : conditionsOn(name, filter[name]),
  )
  if (!ours || filter.rules === '') return conditions
  return [...conditions, { key: 'rules', group: 'rules', sql: underOurRules(ours) }]
}

/** As `sameRules` has it, for one list. */
export function underOurRules({ laws, bands }: OurRules): Prisma.Sql {
  return Prisma.sql`(ls.label = 'current' AND ls.law = ANY(${laws}) AND ls.value_band = ANY(${bands}))`
}

export function whereOf(conditions: Condition[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`TRUE`, ...conditions.map(({ sql }) => sql)], ' AND ')
}

function conditionsOn(group: Exclude<FacetName, 'category'>, values: string[]): Condition[] {
  if (values.length === 0) return []
  if (group === 'has')
    return values.map((value) => {
      return { key: `has ${value}`, group, sql: MUST_HAVE[value as keyof typeof MUST_HAVE] }
    })
  return [{ key: group, group, sql: ANY_OF[group](values) }]
}

const ANY_OF: Record<Exclude<FacetName, 'category' | 'has'>, (values: string[]) => Prisma.Sql> = {
  region: (values) => Prisma.sql`cs.regions && ${values}`,
  type: (values) => Prisma.sql`o.type = ANY(${values})`,
  standing: (values) => Prisma.sql`ls.label = ANY(${values})`,
  law: (values) => Prisma.sql`ls.regime = ANY(${values})`,
  approval: (values) => Prisma.sql`ls.approval_kinds && ${values}`,
  challenge: (values) => Prisma.sql`ls.challenge_state = ANY(${values})`,
  barrier: (values) => Prisma.sql`cs.barriers && ${values}`,
  stage: (values) => Prisma.sql`cs.contract_stages && ${values}`,
  evidence: (values) => Prisma.sql`cs.evidence = ANY(${values})`,
  state: (values) => Prisma.sql`cs.state = ANY(${values})`,
}

const MUST_HAVE = {
  figure: Prisma.sql`cs.result_count > 0`,
  document: Prisma.sql`cs.document_count > 0`,
  contact: Prisma.sql`cs.has_contact`,
}

/** Labels of one section widen the list, labels of two sections narrow it: food or waste, and local spend. */
function conditionsOnLabels(codes: string[], tree: Tree): Condition[] {
  const group = 'category'
  return [...new Set(codes.map((code) => sectionIn(tree, code)))].map((section) => {
    const isWithin = (code: string) => sectionIn(tree, code) === section
    const within = [...tree.keys()].filter(isWithin)
    return { key: `category ${section}`, group, within, sql: labelled(codes.filter(isWithin)) }
  })
}

function labelled(codes: string[]): Prisma.Sql {
  return Prisma.sql`cs.page_id IN (SELECT c.page_id FROM case_study_category c WHERE c.code = ANY(${codes}))`
}
