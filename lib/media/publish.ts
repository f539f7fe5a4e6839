import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

/**
 * Opens to everybody the files that these texts link ("/files/12-report.pdf") and that their author uploaded. A link to
 * somebody else's file opens nothing: whoever guessed its number must not publish it.
 */
export async function publishFiles(
  tx: Tx,
  { actorId, texts }: { actorId: string; texts: string[] },
): Promise<void> {
  const ids = linkedIds(texts)
  if (ids.length === 0) return
  const opened = await tx.storedFile.updateManyAndReturn({
    where: { id: { in: ids }, publishedAt: null, person: { actorId } },
    data: { publishedAt: now() },
    select: { id: true },
  })
  for (const { id } of opened) await emit(tx, 'file.published', { fileId: id })
}

/** The numbers of our own files that these texts link, each once. */
export function linkedIds(texts: string[]): number[] {
  const site = env.siteUrl.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // "/files/12-" of another site is not ours: before it stands nothing, or our own address.
  const reference = new RegExp(`(?:${site}|(?<![\\w.:/-]))/files/([1-9]\\d{0,8})-`, 'g')
  const found = texts.flatMap((text) => [...text.matchAll(reference)].map(([, id]) => Number(id)))
  return [...new Set(found)]
}
