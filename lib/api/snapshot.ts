import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { slugOf } from '@/lib/platform/slug'
import { findTemplates } from '@/lib/templates/queries'
import type { TemplateField } from '@/lib/templates/schema'
import { caseStudyApiPath } from './paths'
import { problem } from './problems'
import type { Reply } from './reply'
import type { Snapshot } from './view'

export type Address = {
  slug: string
  state: string
  mergedInto: number | null
  reason: string | null
  headNumber: number
}
type Found = { ok: true; snapshot: Snapshot; facts: VersionFacts } | { ok: false; reply: Reply }

/** What the history says of one version. */
export type VersionFacts = {
  note: string
  minor: boolean
  actorId: string
  changed: string[]
  restoredFrom: number | null
  mergedFrom: number | null
  undoes: number | null
}

type Row = {
  slug: string
  state: string
  merged_into: number | null
  head_number: number
  page_created_at: Date
  reason: string | null
  hides_contact: boolean | null
  organisation_id: number | null
  number: number | null
  created_at: Date
  content: CaseStudyContent
} & { [Name in 'note' | 'actor_id']: string } & {
  minor: boolean
  changed: string[]
  restored_from: number | null
  merged_from: number | null
  undoes: number | null
}

// One statement for everything: what the page is, the version asked for (the head when none is), and the names it needs.
const ONE_VERSION = `SELECT p.slug, p.state, p.merged_into, p.head_number, p.created_at AS page_created_at,
    (SELECT e.reason FROM page_event e WHERE e.page_id = p.id AND e.kind = 'withdrawn' AND p.state = 'withdrawn'
      ORDER BY e.id DESC LIMIT 1) AS reason,
    CASE WHEN $2::int IS NULL THEN false ELSE (SELECT (h.content->'contact'->>'byForm')::boolean FROM revision h
      WHERE h.page_id = p.id AND h.number = p.head_number) END AS hides_contact,
    (SELECT o.id FROM organisation o WHERE o.name = r.content->>'organisation') AS organisation_id,
    r.number, r.created_at, r.content, r.note, r.minor, r.actor_id, r.changed, r.restored_from, r.merged_from, r.undoes
  FROM page p LEFT JOIN revision r ON r.page_id = p.id AND r.number = coalesce($2::int, p.head_number)
  WHERE p.id = $1 AND p.kind = 'case_study'`

/** A case study, or one version of it; or why there is none: unknown (404), withdrawn (410), merged (301). */
export async function findSnapshot(id: number, number: number | null = null): Promise<Found> {
  const { rows } = await pool().query<Row>({ name: 'api-version', text: ONE_VERSION, values: [id, number] })
  const [row] = rows
  if (!row) return { ok: false, reply: problem('not-found') }
  if (row.state === 'withdrawn') return { ok: false, reply: withdrawn(row.reason) }
  // Both histories stay readable when two pages become one.
  if (row.merged_into !== null && number === null) return { ok: false, reply: movedTo(row.merged_into) }
  if (row.number === null) return { ok: false, reply: problem('not-found') }
  const { current } = await findTemplates()
  return { ok: true, snapshot: snapshotOf(id, row, current.fields), facts: factsOf(row) }
}

/** Whether there is such a case study to read the history of, and how many versions it has. */
export async function findAddress(id: number): Promise<Address | null> {
  const { rows } = await pool().query<Address>({
    name: 'api-address',
    text: `SELECT p.slug, p.state, p.merged_into AS "mergedInto", p.head_number AS "headNumber",
        (SELECT e.reason FROM page_event e WHERE e.page_id = p.id AND e.kind = 'withdrawn' ORDER BY e.id DESC LIMIT 1) AS reason
      FROM page p WHERE p.id = $1 AND p.kind = 'case_study'`,
    values: [id],
  })
  return rows[0] ?? null
}

export function withdrawn(reason: string | null): Reply {
  return problem('withdrawn', reason ? { detail: reason } : {})
}

/** A reader is led on; a change, made against other text, is not (`writing`). */
export function movedTo(id: number, { writing = false } = {}): Reply {
  const location = `${env.siteUrl}${caseStudyApiPath(id)}`
  const reply = problem('merged', { detail: `It is part of case study ${id} now.`, location })
  if (writing) return reply
  return {
    ...reply,
    status: 301,
    headers: { Location: location },
    body: { ...(reply.body as object), status: 301 },
  }
}

function snapshotOf(id: number, row: Row, fields: TemplateField[]): Snapshot {
  const isHead = row.number === row.head_number
  return {
    id,
    // The title makes the slug; the page only knows the newest.
    slug: isHead ? row.slug : slugOf(row.content.title),
    revision: row.number as number,
    content: row.content,
    organisationId: row.organisation_id,
    createdAt: row.page_created_at,
    updatedAt: row.created_at,
    hidesContact: row.hides_contact ?? false,
    fields,
  }
}

function factsOf(row: Row): VersionFacts {
  const { note, minor, actor_id: actorId, changed, undoes } = row
  return {
    note,
    minor,
    actorId,
    changed,
    restoredFrom: row.restored_from,
    mergedFrom: row.merged_from,
    undoes,
  }
}
