import 'server-only'
import pg from 'pg'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'

const kept = globalThis as { cupboardSearchPool?: pg.Pool }

// The planner does not know how large the word lists are that reading a whole row unpacks: the index is always cheaper.
const options =
  '-c enable_seqscan=off -c jit=off -c work_mem=32MB -c max_parallel_workers_per_gather=0 -c statement_timeout=10s'

/** Connections that are set up for searching. */
export function searchPool(): pg.Pool {
  kept.cupboardSearchPool ??= open()
  return kept.cupboardSearchPool
}

function open(): pg.Pool {
  const opened = new pg.Pool({ connectionString: env.databaseUrl, max: 6, options })
  const lost = (error: Error) => log('warn', 'database connection lost', { reason: error.message })
  opened.on('error', lost)
  opened.on('connect', (client) => client.on('error', lost))
  return opened
}
