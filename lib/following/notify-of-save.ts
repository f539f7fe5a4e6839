import 'server-only'
import { db } from '@/lib/platform/db'
import { tell } from './tell'
import { watchersOf } from './watchers'

/** Tells those who watch that a page was made or changed. Minor edits are told to nobody. */
export async function notifyOfSave({ pageId, number }: { pageId: number; number: number }): Promise<void> {
  const revision = await db.revision.findUnique({
    where: { pageId_number: { pageId, number } },
    include: { page: { select: { id: true, kind: true, state: true } } },
  })
  if (!revision || revision.minor || revision.page.state !== 'live') return
  const { page, content, actorId } = revision
  const kind = number === 1 ? 'made' : 'changed'
  const reasons = await watchersOf({ id: page.id, kind: page.kind, content })
  await tell({ happening: `revision:${pageId}:${number}`, kind, pageId, number }, reasons, actorId)
}

/**
 * Somebody who writes in a page for the first time watches it from then on, until they stop. Only then: what they
 * stopped watching is not watched again behind their back.
 */
export async function watchOwnWriting({ pageId, number }: { pageId: number; number: number }): Promise<void> {
  const revision = await db.revision.findUnique({ where: { pageId_number: { pageId, number } } })
  if (!revision || revision.minor) return
  const { actorId } = revision
  if ((await db.revision.count({ where: { pageId, actorId, number: { lt: number } } })) > 0) return

  // The author of the starter content has never signed in and watches nothing.
  const person = await db.person.findFirst({
    where: { actorId, sessions: { some: {} } },
    select: { id: true },
  })
  if (!person) return
  const data = [{ personId: person.id, kind: 'page', ref: String(pageId) }]
  await db.watch.createMany({ data, skipDuplicates: true })
}
