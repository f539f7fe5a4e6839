import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { authorsOf, FORMER } from '@/lib/users/names'
import { relabellingsPerPage } from './limits'
import { changedLaws, type Law, type Register, register } from './register'

/** A version of the register without its laws. `by` is null for the first, which came with the site. */
export type RegisterVersion = {
  version: number
  note: string
  createdAt: string
  by: string | null
  moved: number
}
export type RegisterView = RegisterVersion & { register: Register }

/** The register that decides labels now, or null before the first. */
export function findRegister(): Promise<RegisterView | null> {
  return cached(['law-register'], [tags.law], async () => {
    const newest = await db.lawRegister.findFirst({ orderBy: { version: 'desc' }, include: MOVED })
    return newest && viewOf(newest)
  })
}

/** The laws of the register that decides labels now; none before the first. */
export async function listLaws(): Promise<Law[]> {
  return (await findRegister())?.register.laws ?? []
}

/** The codes of the laws whose entries a version changed, against the one before it. */
export async function lawsChangedBy(version: number): Promise<string[]> {
  const [older, newer] = await Promise.all([findRegisterVersion(version - 1), findRegisterVersion(version)])
  return newer ? changedLaws(older?.register ?? { laws: [] }, newer.register) : []
}

/** One version as it was published, or null. */
export function findRegisterVersion(version: number): Promise<RegisterView | null> {
  return cached(['law-register', version], [tags.law], async () => {
    const row = await db.lawRegister.findUnique({ where: { version }, include: MOVED })
    return row && viewOf(row)
  })
}

/** Every version, the newest first. */
export function listRegisterVersions(): Promise<RegisterVersion[]> {
  return cached(['law-register-versions'], [tags.law], async () => {
    const rows = await db.lawRegister.findMany({
      orderBy: { version: 'desc' },
      omit: { content: true },
      include: MOVED,
    })
    const authors = await authorsOf(rows.flatMap(({ actorId }) => actorId ?? []))
    return rows.map((row) => factsOf(row, authors))
  })
}

/** A label that a version of the register moved, and the case study it belongs to. */
export type Moved = {
  pageId: number
  slug: string
  title: string
  labelBefore: string
  labelAfter: string
  lawBefore: string
  lawAfter: string
  why: string
}
type Move = Omit<Moved, 'slug' | 'title'>

/** One page of the labels that a version moved. Case studies that are withdrawn are counted, and not named. */
export function listRelabellings(version: number, page: number): Promise<{ rows: Moved[]; total: number }> {
  return cached(['relabellings', version, page], [tags.law, tags.everything], async () => {
    const where = { registerVersion: version }
    const [total, rows] = await Promise.all([
      db.relabelling.count({ where }),
      db.relabelling.findMany({
        where,
        orderBy: { id: 'asc' },
        skip: (page - 1) * relabellingsPerPage,
        take: relabellingsPerPage,
      }),
    ])
    return { total, rows: await movedPages(rows) }
  })
}

export type PageRelabelling = Move & { version: number; note: string; createdAt: string }

/** How the register moved the label of one case study, the newest first. */
export function listRelabellingsOf(pageId: number): Promise<PageRelabelling[]> {
  return cached(['relabellings-of', pageId], [tags.law, tags.page(pageId)], async () => {
    const rows = await db.relabelling.findMany({
      where: { pageId },
      orderBy: { id: 'desc' },
      take: 100,
      include: { register: { select: { note: true } } },
    })
    return rows.map(({ register: { note }, registerVersion, createdAt, ...row }) => ({
      ...moveOf(row),
      version: registerVersion,
      note,
      createdAt: createdAt.toISOString(),
    }))
  })
}

/** Puts names to moves; those whose case study readers cannot see are left out. */
export async function movedPages(moves: Move[]): Promise<Moved[]> {
  const pages = await db.caseStudy.findMany({
    where: { pageId: { in: moves.map(({ pageId }) => pageId) } },
    select: { pageId: true, title: true, page: { select: { slug: true } } },
  })
  const known = new Map(pages.map(({ pageId, title, page }) => [pageId, { title, slug: page.slug }]))
  return moves.flatMap((move) => {
    const page = known.get(move.pageId)
    return page ? [{ ...moveOf(move), ...page }] : []
  })
}

function moveOf({ pageId, labelBefore, labelAfter, lawBefore, lawAfter, why }: Move): Move {
  return { pageId, labelBefore, labelAfter, lawBefore, lawAfter, why }
}

const MOVED = { _count: { select: { relabellings: true } } } as const

type Row = {
  version: number
  note: string
  actorId: string | null
  createdAt: Date
  _count: { relabellings: number }
}

async function viewOf(row: Row & { content: unknown }): Promise<RegisterView> {
  const authors = await authorsOf(row.actorId ? [row.actorId] : [])
  return { ...factsOf(row, authors), register: register.parse(row.content) }
}

function factsOf(
  { version, note, actorId, createdAt, _count }: Row,
  authors: Map<string, { name: string }>,
): RegisterVersion {
  const by = actorId && (authors.get(actorId) ?? FORMER).name
  return { version, note, createdAt: createdAt.toISOString(), by, moved: _count.relabellings }
}
