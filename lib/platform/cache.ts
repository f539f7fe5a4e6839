import 'server-only'
import { revalidateTag, unstable_cache } from 'next/cache'
import { env } from './env'
import { showsTags } from './kept'

type Key = readonly (string | number)[]
/** Put there by cache-handler.mjs, which Next loads by its path and outside the bundle. */
type Store = { expire: (tags: string[]) => void }
const STORE = Symbol.for('cupboard.cache')

/** Keeps what `read` returns until one of its tags is published. The result must survive JSON. */
export function cached<Value>(key: Key, tags: string[], read: () => Promise<Value>): Promise<Value> {
  if (!env.insideNext) return read()
  showsTags(tags)
  return unstable_cache(read, key.map(String), { tags, revalidate: false })()
}

/** Drops every page and result that carries one of these tags. Awaited before a save is acknowledged. */
export async function published(tags: Iterable<string>): Promise<void> {
  if (!env.insideNext) return
  const names = [...new Set(tags)]
  // At once and by ourselves: Next only gets round to it after the response of a redirecting action.
  ;(globalThis as { [STORE]?: Store })[STORE]?.expire(names)
  for (const name of names) revalidateTag(name, { expire: 0 })
}
