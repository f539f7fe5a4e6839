import 'server-only'
import type pg from 'pg'
import { pool } from '@/lib/platform/db'

const NAME = 'cupboard search engine'

/**
 * Runs `work` as the only writer to the other engine, or answers null where another one is at it. The lock falls with the
 * connection: whatever `work` must not do without it asks the database through `client` first.
 */
export async function asOnlyWriter<Result>(
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result | null> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
      [NAME],
    )
    if (!rows[0]?.held) return null
    try {
      return await work(client)
    } finally {
      await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [NAME])
        .catch((error: Error) => {
          broken = error
        })
    }
  } finally {
    client.release(broken)
  }
}
