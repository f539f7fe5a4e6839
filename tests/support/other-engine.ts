import { pool } from '@/lib/platform/db'
import { aGate } from './gate'
import { anIndexServer } from './index-server'

const given = process.env.MEILISEARCH_URL ?? ''
const NAMES = ['SEARCH_ENGINE', 'MEILISEARCH_URL', 'MEILISEARCH_ADMIN_KEY', 'MEILISEARCH_SEARCH_KEY']

/** For titles: what the experiment ran against. */
export const against = given
  ? 'on the Meilisearch at MEILISEARCH_URL'
  : 'on a stand-in, because MEILISEARCH_URL names no Meilisearch'

export type OtherEngine = Awaited<ReturnType<typeof useOtherEngine>>

/** Sets Meilisearch as the engine, behind a door that can be shut: the one of MEILISEARCH_URL or a stand-in for it. */
export async function useOtherEngine() {
  const standIn = given ? null : await anIndexServer()
  const gate = await aGate(given || (standIn?.url ?? ''))
  const before = NAMES.map((name) => [name, process.env[name]] as const)
  const key = process.env.MEILISEARCH_ADMIN_KEY || 'only-for-tests'
  Object.assign(process.env, {
    SEARCH_ENGINE: 'meilisearch',
    MEILISEARCH_URL: gate.url,
    MEILISEARCH_ADMIN_KEY: key,
    MEILISEARCH_SEARCH_KEY: process.env.MEILISEARCH_SEARCH_KEY || key,
  })
  forgetBreaker()
  await pool().query('DELETE FROM search_engine')
  return {
    standIn,
    gate,
    forgetBreaker,
    async end() {
      for (const [name, value] of before)
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      await gate.close()
      await standIn?.close()
    },
  }
}

/** As a server that has just been started: no failures counted. */
function forgetBreaker() {
  delete (globalThis as { cupboardSearchBreaker?: unknown }).cupboardSearchBreaker
}
