import 'server-only'
import { revalidateTag, unstable_cache } from 'next/cache'
import { env } from './env'
import { showsTags } from './kept'
import { everybodyKnows } from './publication/settle'

type Key = readonly (string | number)[]

/** Keeps what `read` returns until one of its tags is published. The result must survive JSON. */
export function cached<Value>(key: Key, tags: string[], read: () => Promise<Value>): Promise<Value> {
  if (!env.insideNext) return read()
  showsTags(tags)
  return unstable_cache(read, key.map(String), { tags, revalidate: false })()
}

/**
 * Resolves when no process answers any more with what these tags showed before. Awaited after the commit, and before a
 * save is acknowledged; the transaction has said the same tags (publication/publishing.ts).
 */
export async function published(tags: Iterable<string>): Promise<void> {
  await everybodyKnows()
  if (!env.insideNext) return
  // For the browser of whoever saved: an action answers it with its page anew.
  for (const name of new Set(tags)) revalidateTag(name, { expire: 0 })
}
