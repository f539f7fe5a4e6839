import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import type { DraftPlace } from '@/components/drafts/place'
import { countBegun, findOwnDraft, type OwnDraft } from '@/lib/drafts/queries'
import type { PageKind } from '@/lib/platform/db'
import { findVersion } from '@/lib/revisions/queries'
import type { SignedIn } from '@/lib/users/access'

export type Opened = {
  draft: OwnDraft | null
  place: DraftPlace
  /** The version that somebody published since the writer began. */
  moved: { base: number; number: number; by: string } | null
  /** How many other new pages of this kind the person has begun. */
  begun: number
}

type Wanted = { kind: PageKind; head: { id: number; number: number } | null; draft?: string | string[] }

/** The writer's own draft of a page, or the draft of a new page that the address names; of others, as if missing. */
export async function openDraft(viewer: SignedIn, { kind, head, draft: named }: Wanted): Promise<Opened> {
  const draft = head
    ? await findOwnDraft(viewer, { kind, pageId: head.id })
    : await findNamed(viewer, kind, named)
  const [moved, begun] = await Promise.all([
    head && draft?.base ? movedOn(kind, head, draft.base) : null,
    head || draft ? 0 : countBegun(viewer, kind),
  ])
  const kept = draft && { id: draft.id, version: draft.version, savedAt: draft.savedAt }
  const place = { kind, pageId: head?.id ?? null, person: viewer.id, writer: randomUUID(), draft: kept }
  return { draft, place, moved, begun }
}

async function findNamed(viewer: SignedIn, kind: PageKind, named: Wanted['draft']) {
  if (named === undefined) return null
  const id = /^[1-9]\d{0,8}$/.test(String(named)) ? Number(named) : 0
  return (id && (await findOwnDraft(viewer, { kind, id }))) || notFound()
}

async function movedOn(kind: PageKind, head: { id: number; number: number }, base: number) {
  if (base >= head.number) return null
  const version = await findVersion(kind, head.id, head.number)
  return { base, number: head.number, by: version?.author.name ?? 'a former contributor' }
}
