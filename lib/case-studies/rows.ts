import 'server-only'
import { legalLabel } from '@/lib/legal/label'
import type { LegalLabel } from '@/lib/legal/vocabulary'
import { pool } from '@/lib/platform/db'
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

/** One row of the query below: the projection with what stands around it. */
type RowRecord = Pick<
  CaseStudyRow,
  | 'id'
  | 'slug'
  | 'title'
  | 'summary'
  | 'regions'
  | 'dateNote'
  | 'state'
  | 'evidence'
  | 'checkedOn'
  | 'headline'
  | 'resultCount'
  | 'resourceCount'
  | 'documentCount'
  | 'firstGap'
> & {
  organisationId: number | null
  organisationName: string
  organisationSlug: string | null
  status: (Parameters<typeof legalLabel>[0] & CaseStudyRow['law']) | null
  categories: (CaseStudyRow['labels'][number] & { position: number })[] | null
  changedAt: Date
  addedAt: Date
}

// In one question: every list and every page of search results waits for it.
const ROWS = `
  SELECT cs.page_id AS id, p.slug, cs.title, cs.summary, cs.organisation_id AS "organisationId",
    cs.organisation_name AS "organisationName", o.slug AS "organisationSlug", cs.regions, cs.date_note AS "dateNote", cs.state,
    cs.evidence, cs.checked_on AS "checkedOn", cs.result_count AS "resultCount", cs.resource_count AS "resourceCount",
    cs.document_count AS "documentCount", cs.first_gap AS "firstGap", cs.changed_at AS "changedAt", cs.added_at AS "addedAt",
    (SELECT json_build_object('nation', l.nation, 'regime', l.regime, 'approvalKinds', l.approval_kinds, 'challengeState',
        l.challenge_state, 'label', l.label, 'law', l.law, 'why', l.why, 'valueBand', l.value_band)
      FROM legal_status l WHERE l.page_id = cs.page_id) AS status,
    (SELECT json_build_object('before', r.before, 'after', r.after, 'measure', r.measure, 'unit', r.unit, 'period', r.period)
      FROM result r WHERE r.page_id = cs.page_id AND r.position = 0) AS headline,
    (SELECT json_agg(json_build_object('code', c.code, 'name', c.name, 'slug', c.slug, 'section', c.section, 'position',
        c.position) ORDER BY c.code COLLATE "C")
      FROM case_study_category t JOIN category c USING (code) WHERE t.page_id = cs.page_id AND t.ticked) AS categories
  FROM case_study cs JOIN page p ON p.id = cs.page_id LEFT JOIN organisation o ON o.id = cs.organisation_id
  WHERE cs.page_id = ANY ($1::int[])`

/** Rows by id, in the order of the ids. */
export async function rowsByIds(ids: number[]): Promise<CaseStudyRow[]> {
  if (ids.length === 0) return []
  const { rows } = await pool().query<RowRecord>({ name: 'case-study-rows', text: ROWS, values: [ids] })
  const byId = new Map(rows.map((record) => [record.id, rowOf(record)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function rowOf(record: RowRecord): CaseStudyRow {
  const { organisationId, organisationSlug, organisationName, status, categories, ...rest } = record
  return {
    ...rest,
    organisation: { id: organisationId, slug: organisationSlug ?? '', name: organisationName },
    legal: status ? legalLabel(status) : 'Not known',
    law: status ? lawOf(status) : { label: 'not-known', law: '', why: '', valueBand: 'unknown' },
    labels: inOrder(categories ?? []),
    changedAt: record.changedAt.toISOString(),
    addedAt: record.addedAt.toISOString(),
  }
}

function lawOf({ label, law, why, valueBand }: CaseStudyRow['law']): CaseStudyRow['law'] {
  return { label, law, why, valueBand }
}

/** Contract areas first: they say what was bought. */
function inOrder(categories: NonNullable<RowRecord['categories']>): CaseStudyRow['labels'] {
  return categories
    .sort(
      (a, b) =>
        Number(b.section === 'contracts') - Number(a.section === 'contracts') || a.position - b.position,
    )
    .map(({ code, name, slug, section }) => ({ code, name, slug, section }))
}
