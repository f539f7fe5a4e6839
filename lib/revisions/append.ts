import 'server-only'
import canonicalize from 'canonicalize'
import { now } from '@/lib/platform/clock'
import { type PageKind, PREPARED, Prisma, pool, type Tx } from '@/lib/platform/db'
import type { Write } from '@/lib/platform/write-rows'
import { GENESIS, hashOfContent, hashOfLink } from './chain'
import { type KeptHtml, type ProseHtml, RENDERER } from './render'
import type { Json, JsonObject } from './shape'

export type PageState = 'live' | 'withdrawn' | 'merged'

export type LockedPage = {
  id: number
  slug: string
  state: PageState
  createdAt: Date
  headNumber: number
  headHash: string
  headContentHash: string
  /** Null before the first version. */
  headContent: JsonObject | null
}

/** The newest version of a page. */
export type Head = { number: number; hash: string; contentHash: string; content: JsonObject }

/**
 * A moderator publishes for somebody else: their opaque id, and what must become true in the same transaction
 * (it throws to undo everything).
 */
export type OnBehalfOf = { actorId: string; settle: (tx: Tx, pageId: number) => Promise<void> }

export type Change = {
  content: Prisma.InputJsonObject
  html: ProseHtml
  actorId: string
  note: string
  slug: string
  minor?: boolean
  restoredFrom?: number
  mergedFrom?: number
  undoes?: number
}

/** Makes a page without content yet, locked until the transaction ends. */
export async function createPage(tx: Tx, kind: PageKind, slug: string): Promise<LockedPage> {
  const page = await tx.page.create({ data: { kind, slug } })
  const head = { headNumber: 0, headHash: GENESIS, headContentHash: '', headContent: null }
  return { id: page.id, slug, state: 'live', createdAt: page.createdAt, ...head }
}

/** The newest version of a page and its HTML, unlocked; null when there is no such page. */
export async function findHead(kind: PageKind, id: number): Promise<(Head & KeptHtml) | null> {
  const { rows } = await pool().query<Head & KeptHtml>({
    name: 'head',
    text: `SELECT r.number, r.hash, r.content_hash AS "contentHash", r.content, h.renderer, h.html
      FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
      JOIN revision_html h ON h.page_id = r.page_id AND h.number = r.number WHERE p.id = $1 AND p.kind = $2`,
    values: [id, kind],
  })
  return rows[0] ?? null
}

type Lock = {
  kind: PageKind
  id: number
  /** The head as it was read before. A version never changes, so it is read again only when there is a newer one. */
  known: Head | null
  /** What else to lock once the page is: an expression of SQL that gives a text. */
  hold?: Prisma.Sql
}

type Facts = Pick<LockedPage, 'slug' | 'state' | 'createdAt' | 'headNumber'>

/** Locks a page against other savers and returns its head, or null when there is no such page. */
export async function lockPage(tx: Tx, { kind, id, known, hold }: Lock): Promise<LockedPage | null> {
  // Alone, and the head only afterwards: one statement would see the head as it was before the wait for the lock.
  const [locked] = await tx.$queryRaw<(Facts & { held: string })[]>`${Prisma.raw(PREPARED)}
    WITH locked AS MATERIALIZED (
      SELECT slug, state, created_at, head_number FROM page WHERE id = ${id} AND kind = ${kind}::page_kind FOR UPDATE)
    SELECT slug, state, created_at AS "createdAt", head_number AS "headNumber", ${hold ?? Prisma.sql`''`} AS held
    FROM locked`
  if (!locked) return null
  const { held: _, ...page } = locked
  const head = known?.number === page.headNumber ? known : await headOf(tx, id, page.headNumber)
  return { id, ...page, headHash: head.hash, headContentHash: head.contentHash, headContent: head.content }
}

async function headOf(tx: Tx, pageId: number, number: number): Promise<Head> {
  const head = await tx.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId, number } },
    select: { number: true, hash: true, contentHash: true, content: true },
  })
  return { ...head, content: head.content as JsonObject }
}

/** What adding a revision on top of a locked page writes: the revision, its HTML, and the head moved to it. */
export function revisionWrites(page: LockedPage, change: Change) {
  const number = page.headNumber + 1
  const createdAt = now()
  const contentHash = hashOfContent(change.content)
  const { actorId, content, note } = change
  const link = { previousHash: page.headHash, pageId: page.id, number, actorId, createdAt, contentHash }
  const revision = {
    ...link,
    parent: number === 1 ? null : number - 1,
    note,
    minor: change.minor ?? false,
    restoredFrom: change.restoredFrom ?? null,
    mergedFrom: change.mergedFrom ?? null,
    undoes: change.undoes ?? null,
    changed: page.headContent ? changedFields(page.headContent, content as JsonObject) : [],
    content,
    hash: hashOfLink(link),
  }
  const html = { pageId: page.id, number, renderer: RENDERER, html: change.html }
  const head = { id: page.id, headNumber: number, slug: change.slug, updatedAt: createdAt }
  const key = ['pageId', 'number']
  const writes: Write[] = [
    { table: 'revision', mode: 'insert', key, rows: [revision] },
    { table: 'revision_html', mode: 'insert', key, rows: [html] },
    { table: 'page', mode: 'update', key: ['id'], rows: [head] },
  ]
  return { number, createdAt, hash: revision.hash, writes }
}

/** Whether saving this content would change nothing. */
export function sameAsHead(page: LockedPage, content: Prisma.InputJsonObject): boolean {
  return hashOfContent(content) === page.headContentHash
}

// What stands in here has names of its own, which are those that people know.
const OPEN = 'extra'

/** Names of the top-level fields that differ, sorted; those of an open group as "extra.name". */
export function changedFields(before: JsonObject, after: JsonObject): string[] {
  const [was, is] = [opened(before), opened(after)]
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...names].filter((name) => canonical(was[name]) !== canonical(is[name])).sort()
}

function opened({ [OPEN]: group, ...fields }: JsonObject): JsonObject {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return fields
  const entries = Object.entries(group).map(([name, value]) => [`${OPEN}.${name}`, value])
  return { ...fields, ...Object.fromEntries(entries) }
}

function canonical(value: Json | undefined): string | undefined {
  return typeof value === 'object' && value !== null ? canonicalize(value) : JSON.stringify(value)
}
