import 'server-only'
import { db, type PageKind, Prisma } from '@/lib/platform/db'
import type { FormValues } from '@/lib/platform/form'
import type { SignedIn } from '@/lib/users/access'
import { undoableSince } from './discard'
import { draftsMax } from './limits'

export type OwnDraft = {
  id: number
  version: number
  base: number | null
  savedAt: string
  values: FormValues
  tray: string[]
}

export type DraftRow = {
  id: number
  kind: PageKind
  title: string
  savedAt: string
  /** Null for a page that does not exist yet. */
  page: { id: number; slug: string; live: boolean } | null
  /** Somebody has published since the writer began. */
  moved: boolean
  pieces: number
}

/** A person's own draft of a page, or of a new page by its number; null also for the drafts of others. */
export async function findOwnDraft(
  viewer: SignedIn,
  { kind, ...wanted }: { kind: PageKind } & ({ pageId: number } | { id: number }),
): Promise<OwnDraft | null> {
  const which = 'id' in wanted ? { id: wanted.id, pageId: null } : { pageId: wanted.pageId }
  const draft = await db.draft.findFirst({
    where: { personId: viewer.id, kind, discardedAt: null, ...which },
  })
  if (!draft) return null
  const { id, version, base, savedAt, values, tray } = draft
  return {
    id,
    version,
    base,
    savedAt: savedAt.toISOString(),
    values: values as FormValues,
    tray: tray as string[],
  }
}

/** A person's own drafts, the newest first: those they can go on with, and those they can still take back. */
export async function listOwnDrafts(viewer: SignedIn): Promise<{ open: DraftRow[]; discarded: DraftRow[] }> {
  const [open, discarded] = await Promise.all([
    rows(viewer, Prisma.sql`d.discarded_at IS NULL`),
    rows(viewer, Prisma.sql`d.discarded_at >= ${undoableSince()}`),
  ])
  return { open, discarded }
}

/** How many pages of this kind a person has begun and not published. */
export function countBegun(viewer: SignedIn, kind: PageKind): Promise<number> {
  return db.draft.count({ where: { personId: viewer.id, kind, pageId: null, discardedAt: null } })
}

type Found = Omit<DraftRow, 'savedAt' | 'page' | 'moved'> & {
  savedAt: Date
  base: number | null
  pageId: number | null
  slug: string
  head: number
  state: string
}

async function rows(viewer: SignedIn, which: Prisma.Sql): Promise<DraftRow[]> {
  const found = await db.$queryRaw<Found[]>`
    SELECT d.id, d.kind, COALESCE(d.values->>'title', '') AS title, d.saved_at AS "savedAt", d.base,
      jsonb_array_length(d.tray) AS pieces, d.page_id AS "pageId", p.slug, p.head_number AS head, p.state
    FROM draft d LEFT JOIN page p ON p.id = d.page_id
    WHERE d.person_id = ${viewer.id}::uuid AND ${which}
    ORDER BY d.saved_at DESC, d.id DESC LIMIT ${draftsMax}`
  return found.map(({ savedAt, base, pageId, slug, head, state, ...row }) => ({
    ...row,
    savedAt: savedAt.toISOString(),
    page: pageId === null ? null : { id: pageId, slug, live: state === 'live' },
    moved: pageId !== null && base !== null && base < head,
  }))
}
