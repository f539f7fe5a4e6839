import { db } from '@/lib/platform/db'

/** The ids of what the index has these words of, side by side, for somebody who is not signed in. */
export async function indexed(...words: string[]): Promise<string[]> {
  const query = words.map((word) => `'${word}'`).join(' <-> ')
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM search_document WHERE words @@ ${query}::tsquery AND acl && '{public}' ORDER BY id`
  return rows.map(({ id }) => id)
}
