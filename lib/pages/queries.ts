import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, type PageKind } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import type { PageState } from '@/lib/revisions/append'
import type { Viewer } from '@/lib/users/access'
import { authorsOf, FORMER } from '@/lib/users/names'
import { canMovePages } from './access'

type Addressed = { id: number; slug: string; title: string }
export type Whereabouts = Addressed & {
  kind: PageKind
  headNumber: number
  state: PageState
  /** Of a merged page: the page at the end of its merges, itself live or withdrawn. */
  mergedInto: Addressed | null
  /** Why and since when it is withdrawn or merged; empty and null of a live page. */
  reason: string
  at: string | null
}

/** What has become of a page, whatever its kind and state, or null when there is no such page. */
export async function findPageState(id: number): Promise<Whereabouts | null> {
  const own = await readState(id)
  if (!own) return null
  const { into, ...state } = own
  // Read page by page, each under its own tag: renaming the last one drops only that.
  for (let next = into; next !== null; ) {
    const other = await readState(next)
    if (!other) break
    state.mergedInto = { id: other.id, slug: other.slug, title: other.title }
    next = other.into
  }
  return state
}

function readState(id: number): Promise<(Whereabouts & { into: number | null }) | null> {
  return cached(['page-state', id], [tags.page(id)], async () => {
    const page = await db.page.findUnique({ where: { id } })
    if (!page) return null
    const state = page.state as PageState
    const [title, event] = await Promise.all([
      titleOf(id, page.headNumber),
      state === 'live' ? null : db.pageEvent.findFirst({ where: { pageId: id }, orderBy: { id: 'desc' } }),
    ])
    const { kind, slug, headNumber, mergedInto: into } = page
    const why = { reason: event?.reason ?? '', at: event?.createdAt.toISOString() ?? null }
    return { id, kind, slug, title, headNumber, state, mergedInto: null, into, ...why }
  })
}

async function titleOf(pageId: number, number: number): Promise<string> {
  const [row] = await db.$queryRaw<{ title: string | null }[]>`
    SELECT content ->> 'title' AS title FROM revision WHERE page_id = ${pageId} AND number = ${number}`
  return row?.title ?? ''
}

export type WithdrawnRow = Addressed & { kind: PageKind; reason: string; at: string; by: string }

const most = 200

/** Withdrawn pages, the newest first: for moderators, else empty. */
export async function listWithdrawn(viewer: Viewer): Promise<WithdrawnRow[]> {
  if (!canMovePages(viewer)) return []
  const pages = await db.page.findMany({
    where: { state: 'withdrawn' },
    include: { events: { orderBy: { id: 'desc' }, take: 1 } },
    take: most,
  })
  const authors = await authorsOf(pages.flatMap(({ events }) => events.map(({ actorId }) => actorId)))
  const rows = await Promise.all(
    pages.map(async ({ id, kind, slug, headNumber, events: [event] }) => ({
      id,
      kind,
      slug,
      title: await titleOf(id, headNumber),
      reason: event?.reason ?? '',
      at: event?.createdAt.toISOString() ?? '',
      by: (authors.get(event?.actorId ?? '') ?? FORMER).name,
    })),
  )
  return rows.sort((one, other) => other.at.localeCompare(one.at))
}
