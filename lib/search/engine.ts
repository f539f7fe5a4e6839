import 'server-only'
import type { Ask, Found } from './schema'

/** A search engine: given a plan it answers ids, a total and counts, and of nothing that `acl` does not open. */
export type SearchEngine = {
  name: 'postgres' | 'meilisearch'
  /** Refuses by throwing; `signal` ends it. */
  find(ask: Ask, signal?: AbortSignal): Promise<Found>
}

export type Answered = Found & {
  engine: SearchEngine['name']
  /** The engine that was chosen did not answer: this is from the one that always can. */
  degraded: boolean
}
