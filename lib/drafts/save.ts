import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, type PageKind, Prisma } from '@/lib/platform/db'
import type { FormValues } from '@/lib/platform/form'
import { done, type Outcome, type Refusal, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { draftsMax, trayMaxBytes, valuesMaxBytes } from './limits'

export type DraftToSave = {
  /** Of the draft that was opened; none for the first save. */
  id?: number | null
  kind: PageKind
  /** Null for a page that does not exist yet. */
  pageId: number | null
  /** The version of the page that the writer was reading. */
  base: number | null
  values: FormValues
  /** Pieces of text beside the form that have no place yet; left out, those kept already stay. */
  tray?: string[]
  /** Of the draft, as the writer saw it last. */
  version?: number | null
  /** A UUID of the window that writes. It may save on although it never saw the answer to its last save. */
  writer?: string
}

export type SavedDraft = { id: number; version: number; savedAt: string }
export type DraftOutcome =
  | Outcome<SavedDraft, 'not-found' | 'finished' | 'too-large' | 'too-many'>
  | (Refusal<'newer'> & { other: SavedDraft })

type Row = { id: number; version: number; savedAt: Date }
type Ready = Omit<DraftToSave, 'values' | 'tray'> & { writer: string; values: string; tray: string | null }

/**
 * Keeps an unfinished text for its writer alone, whether or not it could be published. Refuses 'not-found' (no such
 * page or draft of this person), 'newer' (another window or device has saved this draft since; nothing is
 * overwritten), 'finished' (this writer has published meanwhile: a draft that comes late must not outlive it),
 * 'too-large' (valuesMaxBytes, trayMaxBytes) and 'too-many' (draftsMax).
 */
export async function saveDraft(viewer: SignedIn, draft: DraftToSave): Promise<DraftOutcome> {
  const values = asJson(draft.values)
  const tray = draft.tray ? asJson(draft.tray) : null
  if (Buffer.byteLength(values) > valuesMaxBytes) return refused('too-large')
  if (tray && Buffer.byteLength(tray) > trayMaxBytes) return refused('too-large')

  const ready: Ready = { ...draft, values, tray, writer: draft.writer ?? randomUUID() }
  const [row] = await write(viewer.id, ready)
  return row ? done(savedOf(row)) : whyNot(viewer.id, ready)
}

function write(personId: string, draft: Ready): Promise<Row[]> {
  if (draft.id) return overwrite(personId, { ...draft, id: draft.id })
  return draft.pageId ? keepForPage(personId, draft) : keepForNew(personId, draft)
}

function overwrite(personId: string, draft: Ready & { id: number }): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    UPDATE draft SET ${changes(draft)}
    WHERE id = ${draft.id} AND person_id = ${personId}::uuid AND kind = ${draft.kind}::page_kind
      AND page_id IS NOT DISTINCT FROM ${draft.pageId}::int AND discarded_at IS NULL
      AND (version = ${draft.version ?? 0} OR writer = ${draft.writer}::uuid)
    RETURNING id, version, saved_at AS "savedAt"`
}

function keepForPage(personId: string, draft: Ready): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    INSERT INTO draft (person_id, kind, page_id, base, values, tray, writer)
    SELECT ${personId}::uuid, kind, id, ${draft.base}::int, ${draft.values}::jsonb,
      COALESCE(${draft.tray}::jsonb, '[]'), ${draft.writer}::uuid
    FROM page WHERE id = ${draft.pageId} AND kind = ${draft.kind}::page_kind AND state = 'live'
      AND ${notFinished(personId, draft)}
    ON CONFLICT (person_id, page_id) WHERE discarded_at IS NULL AND page_id IS NOT NULL
    DO UPDATE SET ${changes(draft)} WHERE draft.writer = EXCLUDED.writer
    RETURNING id, version, saved_at AS "savedAt"`
}

function keepForNew(personId: string, draft: Ready): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    INSERT INTO draft (person_id, kind, values, tray, writer)
    SELECT ${personId}::uuid, ${draft.kind}::page_kind, ${draft.values}::jsonb,
      COALESCE(${draft.tray}::jsonb, '[]'), ${draft.writer}::uuid
    WHERE (SELECT count(*) FROM draft WHERE person_id = ${personId}::uuid AND discarded_at IS NULL) < ${draftsMax}
      AND ${notFinished(personId, draft)}
    ON CONFLICT (person_id, writer) WHERE discarded_at IS NULL AND page_id IS NULL
    DO UPDATE SET ${changes(draft)}
    RETURNING id, version, saved_at AS "savedAt"`
}

function changes({ values, tray, base, writer }: Ready): Prisma.Sql {
  return Prisma.sql`values = ${values}::jsonb, tray = COALESCE(${tray}::jsonb, draft.tray), base = ${base}::int,
    writer = ${writer}::uuid, version = draft.version + 1, saved_at = now()`
}

/** The form's writer is also the key under which its save is known (lib/revisions/publish.ts). */
function notFinished(personId: string, { writer }: Ready): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM save_key WHERE person_id = ${personId}::uuid AND key = ${writer})`
}

/** Nothing was written: because another window did, or because there is nothing to write to. */
async function whyNot(personId: string, { id, kind, pageId, writer: key }: Ready): Promise<DraftOutcome> {
  const published = id ? 0 : await db.saveKey.count({ where: { personId, key } })
  if (published) return refused('finished')
  if (!id && !pageId) return refused('too-many')
  const other = await db.draft.findFirst({
    where: { personId, kind, pageId, discardedAt: null, ...(id ? { id } : {}) },
    select: { id: true, version: true, savedAt: true },
  })
  return other ? { ...refused('newer'), other: savedOf(other) } : refused('not-found')
}

function savedOf({ id, version, savedAt }: Row): SavedDraft {
  return { id, version, savedAt: savedAt.toISOString() }
}

/** JSON that PostgreSQL takes: it cannot keep NUL. */
function asJson(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1')
}
