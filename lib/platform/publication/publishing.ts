import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Write } from '@/lib/platform/write-rows'

/**
 * Says, in the transaction of a change, what it publishes. With the commit every process hears of it, in the order of
 * commits. Whoever writes published tables without saying so publishes everything.
 */
export async function publishing(tx: Pick<Tx, '$executeRaw'>, tags: Iterable<string>): Promise<void> {
  await tx.$executeRaw`INSERT INTO publication (tags) VALUES (${[...new Set(tags)]}::text[])`
}

/** The same as a row to be written with the others (lib/platform/write-rows.ts), so that it costs no round trip. */
export function publicationRow(tags: Iterable<string>): Write {
  return { table: 'publication', mode: 'insert', key: ['id'], rows: [{ tags: [...new Set(tags)] }] }
}
