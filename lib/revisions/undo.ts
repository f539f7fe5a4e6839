import 'server-only'
import { db, type PageKind } from '@/lib/platform/db'

type Undo = { kind: PageKind; id: number; number: number }

/**
 * The edit that takes back one version's change: what stood before it, written on that version, so that merging keeps
 * everything that came later. Null when there is no such version, or nothing before it.
 */
export async function undoing<Content>({ kind, id, number }: Undo) {
  const before = await db.revision.findFirst({
    where: { pageId: id, number: number - 1, page: { kind, headNumber: { gte: number } } },
    select: { content: true },
  })
  return (
    before && {
      id,
      base: number,
      content: before.content as Content,
      note: `Undid version ${number}`,
      undoes: number,
    }
  )
}

/** The edit that makes an old version the current one again, or null when there is no such version. */
export async function restoring<Content>({ kind, id, number, base }: Undo & { base: number }) {
  const revision = await db.revision.findFirst({
    where: { pageId: id, number, page: { kind } },
    select: { content: true },
  })
  return (
    revision && {
      id,
      base,
      content: revision.content as Content,
      note: `Restored version ${number}`,
      restoredFrom: number,
      strict: true,
    }
  )
}
