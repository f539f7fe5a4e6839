import 'server-only'
import { readWaitingFiles } from '@/lib/search/file-text'
import { rebuildIndex } from '@/lib/search/rebuild'

/** Writes what search keeps of everything that an import has brought. May run twice or late. */
export async function reindexImported(): Promise<void> {
  await readWaitingFiles()
  await rebuildIndex()
}
