import 'server-only'
import { createHash } from 'node:crypto'
import { settled, writing } from '../engines/meilisearch/client'
import { liveIndex } from '../engines/meilisearch/settings'
import { type Synonyms, synonymsNow } from '../engines/meilisearch/synonyms'
import { type EngineState, noteState } from './standing'

export function hashOf(synonyms: Synonyms): string {
  return createHash('sha256').update(JSON.stringify(synonyms)).digest('hex').slice(0, 16)
}

/** Teaches the live index words of one stem that have come or gone since it was last taught. Nothing is indexed anew. */
export async function refreshSynonyms({ synonyms: known }: EngineState): Promise<void> {
  const synonyms = await synonymsNow()
  const hash = hashOf(synonyms)
  if (hash === known) return
  await settled(() => writing().index(liveIndex()).updateSynonyms(synonyms))
  await noteState({ synonyms: hash })
}
