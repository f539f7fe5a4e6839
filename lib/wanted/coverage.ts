import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { BODY_GROUPS, GROUP_OF_TYPE, WANTED_NATIONS } from './vocabulary'

export type CoverageBy = 'nation' | 'body'
/** How many case studies, and the strongest evidence that one of them rests on; null where there is none. */
export type Cell = { count: number; evidence: 'told' | 'documented' | 'checked' | null }
export type CoverageRow = Pick<Heading, 'code' | 'slug' | 'name'> & { cells: Record<string, Cell>; all: Cell }
export type Coverage = {
  /** Keys of nations or of groups of bodies; `else` is everything that is none of them. */
  columns: string[]
  rows: CoverageRow[]
  /** Each case study once, whatever areas it stands under. */
  sums: Record<string, Cell>
  all: Cell
}

const EVIDENCE_ORDER = ['told', 'documented', 'checked'] as const
const NOTHING: Cell = { count: 0, evidence: null }

/**
 * How many case studies there are for each contract area and each nation or kind of body. Every case study has one
 * nation and one kind of body, so a row adds up; it may stand under several areas, so a column need not.
 */
export function findCoverage(by: CoverageBy): Promise<Coverage> {
  const shown = [tags.everything, tags.taxonomy, tags.law, tags.organisations]
  return cached(['coverage', by], shown, async () => {
    const [headings, found] = await Promise.all([listHeadings(), count(by)])
    const columns = [...Object.keys(by === 'nation' ? WANTED_NATIONS : BODY_GROUPS), 'else']
    const areas = headings.filter(({ parentCode }) => parentCode === 'D')
    const of = (code: string | null) =>
      lineOf(
        found.filter((row) => row.code === code),
        columns,
      )
    const { cells: sums, all } = of(null)
    const rows = areas.map(({ code, slug, name }) => ({ code, slug, name, ...of(code) }))
    return { columns, rows, sums, all }
  })
}

type Found = { code: string | null; value: string; count: number; evidence: number }

/** By area, and without one for all of them together. */
function count(by: CoverageBy): Promise<Found[]> {
  const value = by === 'nation' ? Prisma.sql`ls.nation` : Prisma.sql`o.type`
  return db.$queryRaw<Found[]>`
    WITH areas AS (
      SELECT cs.page_id, c.code, coalesce(${value}, '') AS value,
        CASE cs.evidence WHEN 'checked' THEN 2 WHEN 'documented' THEN 1 ELSE 0 END AS evidence
      FROM case_study cs JOIN case_study_category c USING (page_id)
        JOIN category h ON h.code = c.code AND h.parent_code = 'D'
        LEFT JOIN legal_status ls USING (page_id) LEFT JOIN organisation o ON o.id = cs.organisation_id)
    SELECT code, value, count(DISTINCT page_id)::int AS count, max(evidence) AS evidence
    FROM areas GROUP BY GROUPING SETS ((code, value), (value))`
}

function lineOf(found: Found[], columns: string[]): { cells: Record<string, Cell>; all: Cell } {
  const cells = Object.fromEntries(
    columns.map((column) => [
      column,
      cellOf(found.filter(({ value }) => columnOf(value, columns) === column)),
    ]),
  )
  return { cells, all: cellOf(found) }
}

function columnOf(value: string, columns: string[]): string {
  const group = (GROUP_OF_TYPE as Record<string, string>)[value] ?? value
  return columns.includes(group) ? group : 'else'
}

function cellOf(found: Found[]): Cell {
  if (found.length === 0) return NOTHING
  const strongest = Math.max(...found.map(({ evidence }) => evidence))
  return {
    count: found.reduce((sum, row) => sum + row.count, 0),
    evidence: EVIDENCE_ORDER[strongest] ?? null,
  }
}
