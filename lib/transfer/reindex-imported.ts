import 'server-only'
import { db } from '@/lib/platform/db'
import { reindexOrganisations, reindexPages } from '@/lib/search/reindex'

/** Writes what search keeps of everything that an import has brought. May run twice or late. */
export async function reindexImported(): Promise<void> {
  await reindexOrganisations()
  const live = { where: { state: 'live' }, select: { id: true }, orderBy: { id: 'asc' } } as const
  const pages = await db.page.findMany(live)
  await reindexPages(pages.map(({ id }) => id))
}
