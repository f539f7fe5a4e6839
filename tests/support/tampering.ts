import { pool } from '@/lib/platform/db'

/** Runs SQL as an intruder with every right would: past the triggers that guard history. */
export async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(sql, values)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
