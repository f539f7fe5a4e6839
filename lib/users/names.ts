import 'server-only'
import { db } from '@/lib/platform/db'

/** The handle stands only for people who chose to be found: their page is the only one there is. */
export type Author = { name: string; handle: string | null; demonstration: boolean }

export const FORMER: Author = { name: 'A former contributor', handle: null, demonstration: false }

/** Who wrote, by the opaque ids that history keeps. Someone who has left stays "a former contributor". */
export async function authorsOf(actorIds: Iterable<string>): Promise<Map<string, Author>> {
  const ids = [...new Set(actorIds)]
  const people = await db.person.findMany({
    where: { actorId: { in: ids } },
    select: { actorId: true, name: true, handle: true, demonstration: true, listed: true },
  })
  const known = new Map(
    people.map(({ actorId, handle, listed, ...rest }) => [
      actorId,
      { ...rest, handle: listed ? handle : null },
    ]),
  )
  return new Map(ids.map((id) => [id, known.get(id) ?? FORMER]))
}
