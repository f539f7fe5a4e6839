import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db, Prisma } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { listCodesUnder, resolveCodes } from '@/lib/taxonomy/queries'
import { type Author, authorsOf, FORMER } from '@/lib/users/names'
import type { RecentFilter } from './paths'

type Addressed = { id: number; slug: string; title: string }
type Facts = { kind: 'case_study' | 'story'; page: Addressed; createdAt: string; author: Author }
export type RecentRevision = Facts & {
  number: number
  note: string
  minor: boolean
  restoredFrom: number | null
  mergedFrom: number | null
  undoes: number | null
  changed: string[]
  event?: undefined
}
/** What happened to a page as a whole. Of a withdrawn page nothing but its title and the reason is told. */
export type RecentEvent = Facts & {
  event: 'withdrawn' | 'returned' | 'merged' | 'unmerged'
  eventId: number
  live: boolean
  reason: string
  other: Addressed | null
}
export type RecentChange = RecentRevision | RecentEvent

export const recentPerPage = 50

/** The newest changes under a filter, a part at a time, and whether there are older ones. */
export function listRecentChanges(
  filter: RecentFilter,
): Promise<{ changes: RecentChange[]; older: boolean }> {
  const { page, kind, withoutMinor, newOnly, category, organisation } = filter
  const key = [page, kind ?? '', String(withoutMinor), String(newOnly), category ?? '', organisation ?? 0]
  return cached(['recent-changes', ...key], [tags.everything], async () => {
    const rows = await db.$queryRaw<Row[]>(queryOf({ ...filter, labels: await labelsUnder(category) }))
    const shown = rows.slice(0, recentPerPage)
    const authors = await authorsOf(shown.map(({ actorId }) => actorId))
    const changes = shown.map((row) => changeOf(row, authors.get(row.actorId) ?? FORMER))
    return { changes, older: rows.length > recentPerPage }
  })
}

/** The headings that are asked for as they stand, and every code that a page under them may have been labelled with. */
type Labels = { standing: string[]; written: string[] }
type Asked = RecentFilter & { labels: Labels | null }

async function labelsUnder(code: string | null): Promise<Labels | null> {
  if (!code) return null
  const standing = await resolveCodes([code])
  return { standing, written: await listCodesUnder(standing) }
}

type Row = {
  kind: Facts['kind']
  pageId: number
  slug: string
  title: string
  live: boolean
  createdAt: Date
  actorId: string
  number: number | null
  note: string
  minor: boolean
  restoredFrom: number | null
  mergedFrom: number | null
  undoes: number | null
  changed: string[]
  eventId: number
  event: RecentEvent['event']
  reason: string
  otherId: number | null
  otherSlug: string
  otherTitle: string | null
}

/** Which they are first, from two lists that are each in order already; then everything that is shown of them. */
function queryOf(filter: Asked): Prisma.Sql {
  const offset = (filter.page - 1) * recentPerPage
  const [most, last] = [recentPerPage + 1, offset + recentPerPage + 1]
  return Prisma.sql`WITH newest AS (
      (SELECT r.created_at, r.page_id, r.number, NULL::int AS event_id FROM revision r JOIN page p ON p.id = r.page_id
        WHERE p.state = 'live' AND ${revisionsUnder(filter)} ORDER BY r.created_at DESC, r.page_id DESC LIMIT ${last})
      UNION ALL
      (SELECT e.created_at, e.page_id, NULL, e.id FROM page_event e JOIN page p ON p.id = e.page_id
        WHERE ${eventsUnder(filter)} ORDER BY e.created_at DESC, e.page_id DESC LIMIT ${last})
      ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT ${most} OFFSET ${offset})
    SELECT p.kind, p.id AS "pageId", p.slug, p.state = 'live' AS live, ${titleOf('p', 'cs', 's')} AS title,
      n.created_at AS "createdAt", COALESCE(r.actor_id, e.actor_id) AS "actorId", r.number, r.note, r.minor, r.changed,
      r.restored_from AS "restoredFrom", r.merged_from AS "mergedFrom", r.undoes,
      e.id AS "eventId", e.kind AS event, e.reason, op.id AS "otherId", op.slug AS "otherSlug",
      ${titleOf('op', 'ocs', 'os')} AS "otherTitle"
    FROM newest n JOIN page p ON p.id = n.page_id
      LEFT JOIN case_study cs ON cs.page_id = p.id LEFT JOIN story s ON s.page_id = p.id
      LEFT JOIN revision r ON r.page_id = n.page_id AND r.number = n.number
      LEFT JOIN page_event e ON e.id = n.event_id LEFT JOIN page op ON op.id = e.other_page_id
      LEFT JOIN case_study ocs ON ocs.page_id = op.id LEFT JOIN story os ON os.page_id = op.id
    ORDER BY n.created_at DESC, n.page_id DESC, n.number DESC`
}

/** From the projection; a page that is not live has none, so its newest version says it. */
function titleOf(page: 'p' | 'op', caseStudy: 'cs' | 'ocs', story: 's' | 'os'): Prisma.Sql {
  const [p, cs, s] = [page, caseStudy, story].map((name) => Prisma.raw(name))
  return Prisma.sql`COALESCE(${cs}.title, ${s}.title, (SELECT h.content ->> 'title' FROM revision h
    WHERE h.page_id = ${p}.id AND h.number = ${p}.head_number))`
}

function revisionsUnder(filter: Asked): Prisma.Sql {
  const parts = pagesUnder(filter)
  if (filter.withoutMinor) parts.push(Prisma.sql`NOT r.minor`)
  if (filter.newOnly) parts.push(Prisma.sql`r.number = 1`)
  return Prisma.join(parts, ' AND ')
}

function eventsUnder(filter: Asked): Prisma.Sql {
  return filter.newOnly ? Prisma.sql`FALSE` : Prisma.join(pagesUnder(filter), ' AND ')
}

function pagesUnder({ kind, labels, organisation }: Asked): Prisma.Sql[] {
  const parts = [Prisma.sql`TRUE`]
  if (kind) parts.push(Prisma.sql`p.kind = ${kind}::page_kind`)
  if (labels) parts.push(labelled(labels))
  if (organisation) parts.push(of(organisation))
  return parts
}

const HEAD = Prisma.sql`FROM revision h WHERE h.page_id = p.id AND h.number = p.head_number`

/** Stories and pages that are not live have no projection of their labels: their newest version has them. */
function labelled({ standing, written }: Labels): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM case_study_category c WHERE c.page_id = p.id AND c.code = ANY(${standing}::text[]))
    OR (p.kind = 'story' OR p.state <> 'live') AND EXISTS (
      SELECT 1 ${HEAD} AND h.content -> 'categories' ?| ${written}::text[]))`
}

function of(organisation: number): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM case_study o WHERE o.page_id = p.id AND o.organisation_id = ${organisation})
    OR EXISTS (SELECT FROM story o WHERE o.page_id = p.id AND o.organisation_id = ${organisation})
    OR p.state <> 'live' AND EXISTS (SELECT FROM organisation o WHERE o.id = ${organisation} AND EXISTS (
      SELECT 1 ${HEAD} AND h.content ->> 'organisation' = ANY (o.other_names || o.name))))`
}

function changeOf(row: Row, author: Author): RecentChange {
  const { kind, pageId, slug, title, createdAt, live } = row
  const facts = { kind, page: { id: pageId, slug, title }, createdAt: createdAt.toISOString(), author }
  if (row.number !== null) {
    const { number, note, minor, restoredFrom, mergedFrom, undoes, changed } = row
    return { ...facts, number, note, minor, restoredFrom, mergedFrom, undoes, changed }
  }
  const { event, eventId, reason, otherId, otherSlug, otherTitle } = row
  const other = otherId === null ? null : { id: otherId, slug: otherSlug, title: otherTitle ?? '' }
  return { ...facts, event, eventId, live, reason, other }
}
