import 'server-only'
import { now } from '@/lib/platform/clock'
import type { PageKind, Prisma, Tx } from '@/lib/platform/db'
import { GENESIS, hashOfContent, hashOfLink } from './chain'
import { type ProseHtml, RENDERER } from './render'

export type LockedPage = {
  id: number
  slug: string
  headNumber: number
  headHash: string
  headContentHash: string
}

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
  restoredFrom?: number
}

/** Makes a page without content yet, locked until the transaction ends. */
export async function createPage(tx: Tx, kind: PageKind, slug: string): Promise<LockedPage> {
  const page = await tx.page.create({ data: { kind, slug } })
  return { id: page.id, slug, headNumber: 0, headHash: GENESIS, headContentHash: '' }
}

/** Locks a page against other savers and returns its head, or null when there is no such page. */
export async function lockPage(tx: Tx, kind: PageKind, id: number): Promise<LockedPage | null> {
  // Alone, and the head only afterwards: one statement would see the head as it was before the wait for the lock.
  const [page] = await tx.$queryRaw<{ slug: string; headNumber: number }[]>`
    SELECT slug, head_number AS "headNumber" FROM page WHERE id = ${id} AND kind = ${kind}::page_kind FOR UPDATE`
  if (!page) return null
  const head = await tx.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId: id, number: page.headNumber } },
    select: { hash: true, contentHash: true },
  })
  return { id, ...page, headHash: head.hash, headContentHash: head.contentHash }
}

/** Adds a revision on top of a locked page, moves the head to it and returns its number and time. */
export async function appendRevision(tx: Tx, page: LockedPage, change: Change) {
  const number = page.headNumber + 1
  const createdAt = now()
  const contentHash = hashOfContent(change.content)
  const link = {
    previousHash: page.headHash,
    pageId: page.id,
    number,
    actorId: change.actorId,
    createdAt,
    contentHash,
  }

  await tx.revision.create({
    data: {
      ...link,
      parent: number === 1 ? null : number - 1,
      note: change.note,
      restoredFrom: change.restoredFrom ?? null,
      content: change.content,
      hash: hashOfLink(link),
    },
  })
  await tx.revisionHtml.create({ data: { pageId: page.id, number, renderer: RENDERER, html: change.html } })
  await tx.page.update({
    where: { id: page.id },
    data: { headNumber: number, slug: change.slug, updatedAt: createdAt },
  })
  return { number, createdAt }
}

/** Whether saving this content would change nothing. */
export function sameAsHead(page: LockedPage, content: Prisma.InputJsonObject): boolean {
  return hashOfContent(content) === page.headContentHash
}
