import 'server-only'
import { createHash } from 'node:crypto'
import { settled, writing } from '../engines/meilisearch/client'
import { liveIndex } from '../engines/meilisearch/settings'
import { type Synonyms, synonymsNow } from '../engines/meilisearch/synonyms'
import { type EngineState, noteState } from './standing'

export function hashOf(synonyms: Synonyms): string {
  return createHash('sha256').update(JSON.stringify(synonyms)).digest('hex').slice(0, 16)
}

const everyMs = 5000
const kept = { due: false, at: 0 }

/**
 * Teaches the live index words of one stem that have come or gone since it was last taught, every few seconds at most.
 * Nothing is indexed anew. `changed`: something was pushed.
 */
export async function refreshSynonyms({ synonyms: known }: EngineState, changed: boolean): Promise<void> {
  kept.due ||= changed
  if (!kept.due || Date.now() - kept.at < everyMs) return
  const synonyms = await synonymsNow()
  const hash = hashOf(synonyms)
  if (hash !== known) {
    await settled(() => writing().index(liveIndex()).updateSynonyms(synonyms))
    await noteState({ synonyms: hash })
  }
  Object.assign(kept, { due: false, at: Date.now() })
}
