import 'server-only'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { askForRebuild } from './push/standing'
import { verifyMeilisearch } from './push/verify'
import { rebuildIndex } from './rebuild'

/** Writes the index anew, and has the other engine build a new one from it where there is one. Searches go on meanwhile. */
export async function rebuildAsked(): Promise<void> {
  await rebuildIndex()
  if (env.searchEngine === 'meilisearch') await askForRebuild()
}

/** Every night: what the other engine has otherwise than the database is put right, and said in the log. */
export async function repairOther(): Promise<void> {
  if (env.searchEngine !== 'meilisearch') return
  const { differences, why } = await verifyMeilisearch({ repair: true })
  if (why) log('warn', 'the search engine was not compared', { reason: why })
  if (differences.length > 0)
    log('warn', 'the search engine was put right', { documents: differences.length })
}
