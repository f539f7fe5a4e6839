import 'server-only'
import pg from 'pg'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'

const kept = globalThis as { cupboardSearchPool?: pg.Pool; cupboardPreparedPool?: pg.Pool }

// The planner does not know how large the word lists are that reading a whole row unpacks: the index is always cheaper.
const options =
  '-c enable_seqscan=off -c jit=off -c work_mem=32MB -c max_parallel_workers_per_gather=0 -c statement_timeout=10s'

/** Connections that are set up for searching. */
export function searchPool(): pg.Pool {
  kept.cupboardSearchPool ??= open(options)
  return kept.cupboardSearchPool
}

/** The same for statements whose plan is good whatever they are asked: it is made once, which takes longer than to run it. */
export function preparedPool(): pg.Pool {
  kept.cupboardPreparedPool ??= open(`${options} -c plan_cache_mode=force_generic_plan`)
  return kept.cupboardPreparedPool
}

/** Closes them, so that a script can end. */
export async function closeSearch(): Promise<void> {
  await Promise.all([kept.cupboardSearchPool?.end(), kept.cupboardPreparedPool?.end()])
  kept.cupboardSearchPool = undefined
  kept.cupboardPreparedPool = undefined
}

function open(options: string): pg.Pool {
  const opened = new pg.Pool({ connectionString: env.databaseUrl, max: 6, options })
  const lost = (error: Error) => log('warn', 'database connection lost', { reason: error.message })
  opened.on('error', lost)
  opened.on('connect', (client) => client.on('error', lost))
  return opened
}
