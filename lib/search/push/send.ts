import 'server-only'
import { settled, TaskFailed, writing } from '../engines/meilisearch/client'
import type { MeilisearchDocument } from '../engines/meilisearch/document'
import { liveIndex, nextIndex } from '../engines/meilisearch/settings'
import type { Batch, Versions, Waiting } from './batch'

export type Refused = { id: string; version: number; why: string }
export type Sent = { taken: Versions; refused: Refused[]; gone: string[] }
type Targets = { live: boolean; next: boolean }

/**
 * Takes out what is gone and writes what has changed, in every index that must have it, and returns when the server is
 * done. A document that it refuses is found by halving. Throws where the server itself fails.
 */
export async function send({ documents, removed }: Batch, targets: Targets): Promise<Sent> {
  const gone = removed.filter((row) => row.gone).map(({ id }) => id)
  const indexes = [...(targets.live ? [liveIndex()] : []), ...(targets.next ? [nextIndex()] : [])]
  const refused = await inEach(indexes, async (index) => {
    if (gone.length > 0) await settled(() => writing().index(index).deleteDocuments(gone))
    // While an index is built, the live one has most documents already.
    const isLive = index === liveIndex()
    const wanted = isLive && targets.next ? documents.filter(({ held }) => held === '') : documents
    return write(index, wanted)
  })
  const faulty = new Set(refused.map(({ id }) => id))
  return { taken: documents.filter(({ id }) => !faulty.has(id)), refused, gone }
}

/** At the same time, and to the end: none is left under way when another fails. */
async function inEach(indexes: string[], work: (index: string) => Promise<Refused[]>): Promise<Refused[]> {
  const results = await Promise.allSettled(indexes.map(work))
  return results.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

async function write(index: string, documents: Waiting[]): Promise<Refused[]> {
  if (documents.length === 0) return []
  try {
    const plain = documents.map(({ held, ...document }): MeilisearchDocument => document)
    await settled(() => writing().index<MeilisearchDocument>(index).addDocuments(plain, { primaryKey: 'id' }))
    return []
  } catch (error) {
    if (!(error instanceof TaskFailed && error.ours)) throw error
    const [only, ...others] = documents
    if (only && others.length === 0) return [{ id: only.id, version: only.version, why: error.message }]
    const half = Math.ceil(documents.length / 2)
    return [...(await write(index, documents.slice(0, half))), ...(await write(index, documents.slice(half)))]
  }
}
