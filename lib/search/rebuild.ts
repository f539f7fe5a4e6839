import 'server-only'
import { db } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { readWaitingFiles } from './file-text'
import { forgetDocuments, writeIndex } from './keep'
import { reindexKeys } from './reindex'
import { settingsVersion } from './settings'
import { CATEGORIES, PEOPLE, SITE, SOURCES, type Source } from './sources'
import { recountWords } from './words-count'

type Rebuilt = { documents: number; words: number }
type Tell = (done: number, total: number) => void

const atOnce = 200

/**
 * Writes everything that can be found anew and answers how much of it was not as it should have been. Rows are changed in
 * place, so that searches go on; saves may go on too. What should not be there is taken out at the end.
 */
export async function rebuildIndex(tell: Tell = () => undefined): Promise<Rebuilt> {
  const keys = await Promise.all(SOURCES.map((source) => source.keys(db)))
  const total = keys.reduce((sum, { length }) => sum + length, 0)
  let [done, documents] = [0, 0]
  for (const [place, source] of SOURCES.entries()) {
    const all = keys[place] ?? []
    for (let at = 0; at < all.length; at += atOnce) {
      const some = all.slice(at, at + atOnce)
      documents += (await reindexKeys(source, some)).length
      done += some.length
      tell(done, total)
    }
    documents += (await removeOthers(source)).length
  }
  const words = await recountWords()
  await noteSettings()
  return { documents, words }
}

/** The same for one source. */
export async function reindexAll(source: Source): Promise<void> {
  await reindexKeys(source, await source.keys(db))
  await removeOthers(source)
}

/** Every night: what has gone wrong with the index is put right, and said in the log. */
export async function repairIndex(): Promise<void> {
  await readWaitingFiles()
  const { documents, words } = await rebuildIndex()
  if (documents + words > 0) log('warn', 'the search index was put right', { documents, words })
}

/**
 * When a worker starts: an index that is empty or was made by other settings is written; and always what no event tells
 * of, such as our own pages and the headings that came with the site.
 */
export async function rebuildOutdated(): Promise<void> {
  const known = await db.searchEngine.findUnique({ where: { engine: 'postgres' } })
  const { settings } = (known?.state ?? {}) as { settings?: string }
  if (settings === settingsVersion) {
    for (const source of [SITE, CATEGORIES, PEOPLE]) await reindexAll(source)
    return
  }
  await readWaitingFiles()
  const { documents } = await rebuildIndex()
  log('info', 'the search index was written', { documents })
}

async function noteSettings(): Promise<void> {
  const row = { state: { settings: settingsVersion } }
  const engine = 'postgres'
  await db.searchEngine.upsert({ where: { engine }, create: { engine, ...row }, update: row })
}

/** Takes out what no longer has its thing. What there is is asked for while nobody writes. */
function removeOthers(source: Source): Promise<string[]> {
  return writeIndex([], async (tx) => {
    const kept = new Set(await source.keys(tx))
    const rows = await tx.searchDocument.findMany({
      where: { kind: { in: source.kinds } },
      select: { id: true, ref: true, pageId: true },
    })
    const gone = rows.filter((row) => !kept.has(source.keyOf(row))).map(({ id }) => id)
    if (gone.length > 0) await forgetDocuments(tx, gone)
    return gone
  })
}
