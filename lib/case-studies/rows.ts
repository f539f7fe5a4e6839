import 'server-only'
import { legalLabel } from '@/lib/legal/label'
import type { LegalLabel } from '@/lib/legal/vocabulary'
import { db, type Prisma } from '@/lib/platform/db'
import type { SectionKey } from '@/lib/taxonomy/queries'
import type { Evidence, State } from './vocabulary'

/** What every listing shows of a case study. */
export type CaseStudyRow = {
  id: number
  slug: string
  title: string
  summary: string
  organisation: { id: number | null; slug: string; name: string }
  regions: string[]
  dateNote: string
  state: State
  evidence: Evidence
  checkedOn: string
  /** Who approved it, in words. */
  legal: string
  /** What the law register makes of it: its label, the code of the law that decided it, and why. */
  law: { label: LegalLabel; law: string; why: string; valueBand: string }
  labels: { code: string; name: string; slug: string; section: SectionKey }[]
  headline: { before: string; after: string; measure: string; unit: string; period: string } | null
  resultCount: number
  resourceCount: number
  documentCount: number
  firstGap: string
  changedAt: string
  addedAt: string
}

export const ROW = {
  page: { select: { slug: true } },
  organisation: { select: { slug: true } },
  categories: {
    where: { ticked: true },
    select: { category: { select: { code: true, name: true, slug: true, section: true, position: true } } },
  },
  results: { where: { position: 0 } },
  legalStatus: true,
} satisfies Prisma.CaseStudyInclude

export type RowRecord = Prisma.CaseStudyGetPayload<{ include: typeof ROW }>

export function rowOf(record: RowRecord): CaseStudyRow {
  const { organisation, organisationId, organisationName, legalStatus, page, results, categories } = record
  const [first] = results
  return {
    id: record.pageId,
    slug: page.slug,
    title: record.title,
    summary: record.summary,
    organisation: { id: organisationId, slug: organisation?.slug ?? '', name: organisationName },
    regions: record.regions,
    dateNote: record.dateNote,
    state: record.state as State,
    evidence: record.evidence as Evidence,
    checkedOn: record.checkedOn,
    legal: legalStatus ? legalLabel({ ...legalStatus }) : 'Not known',
    law: lawOf(legalStatus),
    labels: inOrder(categories),
    headline: first ? pick(first) : null,
    resultCount: record.resultCount,
    resourceCount: record.resourceCount,
    documentCount: record.documentCount,
    firstGap: record.firstGap,
    changedAt: record.changedAt.toISOString(),
    addedAt: record.addedAt.toISOString(),
  }
}

function lawOf(status: RowRecord['legalStatus']): CaseStudyRow['law'] {
  if (!status) return { label: 'not-known', law: '', why: '', valueBand: 'unknown' }
  const { label, law, why, valueBand } = status
  return { label: label as LegalLabel, law, why, valueBand }
}

/** Rows by id, in the order of the ids. */
export async function rowsByIds(ids: number[]): Promise<CaseStudyRow[]> {
  const records = await db.caseStudy.findMany({ where: { pageId: { in: ids } }, include: ROW })
  const byId = new Map(records.map((record) => [record.pageId, rowOf(record)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function pick({ before, after, measure, unit, period }: RowRecord['results'][number]) {
  return { before, after, measure, unit, period }
}

/** Contract areas first: they say what was bought. */
function inOrder(categories: RowRecord['categories']) {
  return categories
    .map(({ category }) => category)
    .sort(
      (a, b) =>
        Number(b.section === 'contracts') - Number(a.section === 'contracts') || a.position - b.position,
    )
    .map(({ code, name, slug, section }) => ({ code, name, slug, section: section as SectionKey }))
}
