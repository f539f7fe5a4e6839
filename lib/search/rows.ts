import 'server-only'
import { type CaseStudyRow, rowsByIds } from '@/lib/case-studies/rows'
import { type FileView, viewOf } from '@/lib/media/queries'
import { type ListedPerson, listListed } from '@/lib/people/directory'
import { db, type PageKind, pool } from '@/lib/platform/db'
import type { StoryRow } from '@/lib/stories/queries'
import type { SectionKey } from '@/lib/taxonomy/queries'
import type { Kind } from './vocabulary'

type Addressed = { id: number; slug: string }

/** What is shown of a hit, read from the table that holds it. */
export type FoundRow =
  | { kind: 'case_study'; row: CaseStudyRow }
  | { kind: 'story'; row: StoryRow }
  | { kind: 'document'; row: FoundDocument }
  | {
      kind: 'organisation'
      row: Addressed & { name: string; type: string; region: string; caseStudies: number }
    }
  | { kind: 'person'; row: ListedPerson }
  | { kind: 'category'; row: FoundHeading }
  | { kind: 'tool' | 'help'; row: { ref: string; title: string; summary: string } }

export type Marked = { text: string; marked: boolean }[]
/** A hit as it is shown: what it is, the words that matched, and the field or page where they stand. */
export type Hit = FoundRow & { id: string; snippet: Marked; where: string }

/** A file and the page that links it. */
export type FoundDocument = FileView & {
  title: string
  /** Its text could not be read: it is found by its title and name alone. */
  unreadable: boolean
  page: Addressed & { kind: PageKind; title: string }
}
export type FoundHeading = {
  code: string
  slug: string
  name: string
  note: string
  section: SectionKey
  caseStudies: number
}

/**
 * What these ids of the index stand for, as the tables have it now: whatever nobody may see any more is left out, however
 * late the index is. One query a kind.
 */
export async function visibleRows(ids: string[]): Promise<Map<string, FoundRow>> {
  const found = await Promise.all(
    Object.entries(READERS).map(([kind, { form, read }]) => {
      const own = ids.filter((id) => form.test(id))
      return own.length > 0
        ? read(
            own.map((id) => id.replace(form, '$1')),
            kind as Kind,
          )
        : []
    }),
  )
  return new Map(found.flat())
}

type Read = (refs: string[], kind: Kind) => Promise<[string, FoundRow][]>

const READERS: Record<Kind, { form: RegExp; read: Read }> = {
  case_study: { form: /^case-(\d{1,9})$/, read: caseStudies },
  story: { form: /^story-(\d{1,9})$/, read: stories },
  tool: { form: /^tool-(.+)$/, read: fixed },
  document: { form: /^file-(\d{1,9}-\d{1,9})$/, read: documents },
  category: { form: /^category-(.+)$/, read: headings },
  organisation: { form: /^organisation-(\d{1,9})$/, read: organisations },
  person: { form: /^person-(.+)$/, read: people },
  help: { form: /^help-(.+)$/, read: fixed },
}

async function caseStudies(ids: string[]): Promise<[string, FoundRow][]> {
  const rows = await rowsByIds(ids.map(Number))
  return rows.map((row) => [`case-${row.id}`, { kind: 'case_study', row }])
}

async function stories(ids: string[]): Promise<[string, FoundRow][]> {
  const { rows } = await pool().query<StoryRow>({
    name: 'search-stories',
    text: `SELECT s.page_id AS id, p.slug, s.organisation_name AS organisation, s.title, s.summary, s.period, s.regions,
        s.stage_count AS "stageCount"
      FROM story s JOIN page p ON p.id = s.page_id WHERE s.page_id = ANY ($1::int[])`,
    values: [ids],
  })
  return rows.map((row) => [`story-${row.id}`, { kind: 'story', row }])
}

async function organisations(ids: string[]): Promise<[string, FoundRow][]> {
  const { rows } = await pool().query<Extract<FoundRow, { kind: 'organisation' }>['row']>({
    name: 'search-organisations',
    text: `SELECT id, slug, name, type, region,
        (SELECT count(*)::int FROM case_study WHERE organisation_id = o.id) AS "caseStudies"
      FROM organisation o WHERE id = ANY ($1::int[])`,
    values: [ids],
  })
  return rows.map((row) => [`organisation-${row.id}`, { kind: 'organisation', row }])
}

async function people(handles: string[]): Promise<[string, FoundRow][]> {
  const rows = await listListed(handles)
  return rows.map((row) => [`person-${row.handle}`, { kind: 'person', row }])
}

/** An id has no dot: "category-E1_1" is heading E1.1. */
async function headings(refs: string[]): Promise<[string, FoundRow][]> {
  const codes = refs.map((ref) => ref.replace('_', '.'))
  const { rows } = await pool().query<FoundHeading>({
    name: 'search-headings',
    text: `SELECT code, slug, name, note, section,
        (SELECT count(*)::int FROM case_study_category WHERE code = c.code) AS "caseStudies"
      FROM category c WHERE code = ANY ($1::text[]) AND retired_at IS NULL`,
    values: [codes],
  })
  return rows.map((row) => [`category-${row.code.replace('.', '_')}`, { kind: 'category', row }])
}

type LinkedFile = Omit<Parameters<typeof viewOf>[0], 'id'> & {
  fileId: number
  pageId: number
  kind: PageKind
  slug: string
  pageTitle: string
  title: string | null
  unreadable: boolean
}

/** A file is found as long as the published version of a page links it. */
async function documents(refs: string[]): Promise<[string, FoundRow][]> {
  const pairs = refs.map((ref) => ref.split('-').map(Number) as [number, number])
  const found = await db.$queryRaw<LinkedFile[]>`
    SELECT p.id AS "pageId", p.kind::text AS kind, p.slug, r.content ->> 'title' AS "pageTitle", f.id AS "fileId", f.name,
      f.type, f.bytes, f.width, f.height, f.licence, coalesce(t.state = 'unreadable', false) AS unreadable,
      (SELECT linked ->> 'title' FROM jsonb_array_elements(r.content -> 'resources') linked
        WHERE linked ->> 'url' LIKE '%/files/' || f.id || '-%' LIMIT 1) AS title
    FROM unnest(${pairs.map(([page]) => page)}::int[], ${pairs.map(([, file]) => file)}::int[]) wanted (page_id, file_id)
    JOIN page p ON p.id = wanted.page_id AND p.state = 'live'
    JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
    JOIN stored_file f ON f.id = wanted.file_id AND f.published_at IS NOT NULL
    LEFT JOIN file_text t ON t.file_id = f.id
    WHERE r.content::text LIKE '%/files/' || f.id || '-%'`
  return found.map(({ pageId, fileId, kind, slug, pageTitle, title, unreadable, ...file }) => {
    const page = { id: pageId, kind, slug, title: pageTitle }
    const row = { ...viewOf({ ...file, id: fileId }), title: title || file.name, unreadable, page }
    return [`file-${pageId}-${fileId}`, { kind: 'document', row }]
  })
}

/** Help pages and tools are part of the site itself: the index is the one place that lists them. */
async function fixed(refs: string[], kind: Kind): Promise<[string, FoundRow][]> {
  const rows = await db.$queryRaw<{ id: string; ref: string; title: string; summary: string }[]>`
    SELECT id, ref, title, texts ->> 'summary' AS summary FROM search_document
    WHERE kind = ${kind} AND id = ANY (${refs.map((ref) => `${kind}-${ref}`)})`
  return rows.map(({ id, ...row }) => [id, { kind: kind as 'tool' | 'help', row }])
}
