import type { SearchEngine } from '@/lib/search/engine'
import { meilisearch } from '@/lib/search/engines/meilisearch/find'
import { postgres } from '@/lib/search/engines/postgres/engine'
import { pushRound } from '@/lib/search/push/round'

type Tried = {
  engine: SearchEngine
  /** Makes what was written findable. */
  settle(): Promise<unknown>
}

export const withoutMeilisearch = !process.env.MEILISEARCH_URL

// Files of tests run beside one another, each with an index of its own.
if (!withoutMeilisearch) {
  const key = process.env.MEILISEARCH_ADMIN_KEY ?? ''
  Object.assign(process.env, {
    SEARCH_ENGINE: 'meilisearch',
    MEILISEARCH_INDEX: `cupboard-contract-${process.pid}-${Date.now().toString(36)}`,
    MEILISEARCH_SEARCH_KEY: process.env.MEILISEARCH_SEARCH_KEY || key,
  })
}

/** The engines that the contract is tried on. Meilisearch is one of them when MEILISEARCH_URL names a server. */
export const engines: Tried[] = [
  { engine: postgres, settle: async () => undefined },
  ...(withoutMeilisearch ? [] : [{ engine: meilisearch, settle: pushAll }]),
]

// The first round builds the index, the second brings what came meanwhile.
async function pushAll() {
  for (let round = 0; round < 2; round += 1) {
    const { outcome } = await pushRound()
    if (outcome !== 'done') throw new Error(`Nothing could be pushed to Meilisearch: ${outcome}`)
  }
}
