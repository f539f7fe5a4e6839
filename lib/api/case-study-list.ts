import 'server-only'
import { caseStudyPath } from '@/lib/case-studies/paths'
import type { State } from '@/lib/case-studies/vocabulary'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { resolveCodes } from '@/lib/taxonomy/queries'
import type { CaseStudySummaryAnswer } from './answers'
import type { ListReply } from './reply'

export type ListQuery = {
  page: number
  perPage: number
  category?: string
  organisation?: number
  updatedSince?: Date
}

type Row = {
  id: number
  slug: string
  head_number: number
  title: string
  summary: string
  organisation_id: number | null
  organisation_name: string
  categories: string[]
  state: State
  started_on: string
  ended_on: string
  created_at: Date
  changed_at: Date
}

/** Published case studies, the newest change first. A label finds what is ticked under it too. */
export async function listForPrograms(query: ListQuery): Promise<ListReply<CaseStudySummaryAnswer>> {
  const codes = query.category ? await resolveCodes([query.category]) : undefined
  const { where, values } = conditionsOf(query, codes)
  const { page, perPage } = query
  const [found, counted] = await Promise.all([
    pool().query<Row>(
      `SELECT cs.page_id AS id, p.slug, p.head_number, cs.title, cs.summary, cs.organisation_id, cs.organisation_name,
          ARRAY(SELECT c.code FROM case_study_category c WHERE c.page_id = cs.page_id AND c.ticked ORDER BY c.code) AS categories,
          cs.state, cs.started_on, cs.ended_on, p.created_at, cs.changed_at
        FROM case_study cs JOIN page p ON p.id = cs.page_id WHERE ${where}
        ORDER BY cs.changed_at DESC, cs.page_id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
      values,
    ),
    pool().query<{ n: number }>(`SELECT count(*)::int AS n FROM case_study cs WHERE ${where}`, values),
  ])
  return { items: found.rows.map(summaryOf), page, perPage, total: counted.rows[0]?.n ?? 0 }
}

function conditionsOf({ organisation, updatedSince }: ListQuery, labels?: string[]) {
  const parts = ['true']
  const values: unknown[] = []
  const add = (value: unknown, sql: (place: string) => string) => {
    if (value === undefined) return
    values.push(value)
    parts.push(sql(`$${values.length}`))
  }
  add(
    labels,
    (codes) =>
      `EXISTS (SELECT 1 FROM case_study_category c WHERE c.page_id = cs.page_id AND c.code = ANY(${codes}))`,
  )
  add(organisation, (id) => `cs.organisation_id = ${id}`)
  add(updatedSince, (time) => `cs.changed_at >= ${time}`)
  return { where: parts.join(' AND '), values }
}

function summaryOf(row: Row): CaseStudySummaryAnswer {
  const { id, slug, title, summary, categories, state } = row
  return {
    id,
    slug,
    url: `${env.siteUrl}${caseStudyPath({ id, slug })}`,
    status: 'published',
    revision: row.head_number,
    title,
    summary,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    categories,
    state,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.changed_at.toISOString(),
  }
}
