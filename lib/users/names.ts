import 'server-only'
import { db } from '@/lib/platform/db'

export type Author = { name: string; handle: string | null; demonstration: boolean }

export const FORMER: Author = { name: 'A former contributor', handle: null, demonstration: false }

/** Who wrote, by the opaque ids that history keeps. Someone who has left stays "a former contributor". */
export async function authorsOf(actorIds: Iterable<string>): Promise<Map<string, Author>> {
  const ids = [...new Set(actorIds)]
  const people = await db.person.findMany({
    where: { actorId: { in: ids } },
    select: { actorId: true, name: true, handle: true, demonstration: true },
  })
  const known = new Map(people.map(({ actorId, ...author }) => [actorId, author as Author]))
  return new Map(ids.map((id) => [id, known.get(id) ?? FORMER]))
}
