import 'server-only'
import { rm } from 'node:fs/promises'
import { db, type Tx } from '@/lib/platform/db'
import { storedAt } from './store'

/** Holds the sweep off until the transaction ends: bytes that are kept just now have no row yet. */
export async function whileNothingIsSwept(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('files are swept'))`
}

/**
 * Removes files that were uploaded before this moment and that nothing links: no published page, and no draft or waiting
 * contribution of anybody. Their bytes go with the last file that has them. Answers how many files went.
 */
export function sweepFiles(before: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('files are swept'))`
    const swept = await tx.$queryRaw<{ sha256: string }[]>`
      DELETE FROM stored_file f WHERE f.published_at IS NULL AND f.created_at < ${before}
        AND NOT EXISTS (SELECT FROM draft d WHERE d.values::text || d.tray::text LIKE '%/files/' || f.id || '-%')
        AND NOT EXISTS (SELECT FROM submission s WHERE s.state = 'waiting' AND s.content::text LIKE '%/files/' || f.id || '-%')
      RETURNING f.sha256`
    const hashes = [...new Set(swept.map(({ sha256 }) => sha256))]
    const still = await tx.storedFile.findMany({
      where: { sha256: { in: hashes } },
      select: { sha256: true },
    })
    const needed = new Set(still.map(({ sha256 }) => sha256))
    for (const sha256 of hashes) if (!needed.has(sha256)) await rm(storedAt(sha256), { force: true })
    return swept.length
  })
}
